import Foundation
import KithTesting
import Testing

@testable import KithReturns

@Suite("The fuzzers' corpus")
struct FuzzCorpusTests {
  @Test("every input is read or refused", arguments: [("csv", ""), ("xml", "<EXPSSDA903"), ("cin", "<Message")])
  func replay(folder: String, prefix: String) throws {
    let path = SharedFolder.projectFolder + "/Fuzz/corpus/" + folder
    let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    #expect(names.count >= 10)
    for name in names {
      let bytes = Array(prefix.utf8) + (try Data(contentsOf: URL(filePath: path + "/" + name)))
      do {
        let submission = try Submission.read(bytes, name: name)
        #expect(submission.files.allSatisfy { $0.rows >= 0 })
      } catch {
        #expect(error.description.hasPrefix(name))
      }
    }
  }
}
