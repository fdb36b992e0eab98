import Foundation
import KithLinkage
import KithStore
import KithSynthetic
import KithTables

/// Who the children of a synthetic England truly are, from the files that `kith synth` wrote.
struct SyntheticTruth {
  private var children: [CollectedChild: Child] = [:]

  struct Child {
    let person: Int
    let isUnaccompanied: Bool
    let sex: String
    let ethnicity: String
  }

  init(folder: String) throws {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder))?.sorted() ?? []
    for name in names {
      let file = "\(folder)/\(name)/\(TruthFile.name)"
      guard let data = FileManager.default.contents(atPath: file) else { continue }
      try read(data, file)
    }
    guard !children.isEmpty else {
      throw UsageFault("\(folder) holds no \(TruthFile.name): give a folder of kith synth.")
    }
  }

  private mutating func read(_ data: Data, _ file: String) throws {
    let names = ["SYNTHETIC_CHILD", "AUTHORITY", "CHILD", "UASC", "SEX", "ETHNIC"]
    guard let table = try? SeparatedText(Array(data)) else { throw Self.unreadable(file) }
    let columns = names.compactMap { table.column($0) }
    guard columns.count == names.count else { throw Self.unreadable(file) }
    for record in table.records {
      let cells = columns.map { record[$0] }
      children[CollectedChild(collection: "", authority: cells[1], child: cells[2].uppercased())] = Child(
        person: Int(cells[0]) ?? -1, isUnaccompanied: cells[3] == "1", sex: cells[4], ethnicity: cells[5])
    }
  }

  private static func unreadable(_ file: String) -> UsageFault {
    UsageFault("\(file) does not read; let kith synth write it again.")
  }

  /// The child of a record; a hyphen in the identifier is an error put in on purpose.
  func child(_ key: CollectedChild) -> Child? {
    children[
      CollectedChild(collection: "", authority: key.authority, child: key.child.replacing("-", with: ""))]
  }
}
