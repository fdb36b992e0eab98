import Foundation
import KithTesting
import Testing

@Suite("kith serve")
struct ServeProgramTests {
  @Test("it prints a link on this machine's own address, and leaves nothing behind when it is told to stop")
  func program() throws {
    let pipe = Pipe()
    let process = try KithProgram.start(["serve"], output: pipe)
    var said = ""
    while !said.contains("Ctrl-C") {
      let data = pipe.fileHandleForReading.availableData
      if data.isEmpty { break }
      said += String(decoding: data, as: UTF8.self)
    }
    #expect(said.contains(/http:\/\/127\.0\.0\.1:\d+\/start\?token=[0-9a-f]{64}/))
    let folders = { try FileManager.default.contentsOfDirectory(atPath: NSTemporaryDirectory()) }
    let start = "kith-serve-\(process.processIdentifier)-"
    let folder = try #require(try folders().first { $0.hasPrefix(start) })
    let attributes = try FileManager.default.attributesOfItem(atPath: NSTemporaryDirectory() + "/" + folder)
    #expect(attributes[.posixPermissions] as? Int == 0o700)
    process.terminate()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(try !folders().contains { $0.hasPrefix(start) })
  }

  @Test("a return that is not there ends it at once, with words")
  func missing() throws {
    let outcome = try KithProgram.run(["serve", "/nowhere/at/all"])
    #expect(outcome.code == 2 && outcome.text.contains("check the path"))
  }
}
