import Foundation
import KithLinkage
import KithRegister
import KithStore

/// What a document was made from, for the note beside it.
struct ReportRun {
  private let isSynthetic: Bool
  private let returns: [RunNote.File]
  private let parameters: [String: String]
  private var inputs: [ProtocolRecord.File] = []
  /// The agreement under which another agency's files were joined, and who did it.
  var agreement: (permission: Permission, by: String?)?

  /// Of the returns of an authority in a store, where there is one, each by the hash of its files.
  init(_ store: Store?, of authority: String, asOf: Int?, parameters: [String: String]) throws {
    let held = try store?.submissions.filter {
      $0.authority == authority && $0.state == "current" && $0.year <= (asOf ?? .max)
    }
    returns = (held ?? []).map { item in
      RunNote.File(
        file: "\(item.collection) \(item.year) of \(item.authority), version \(item.version)", sha256: item.filesHash)
    }
    isSynthetic = try store?.isSynthetic ?? false
    self.parameters = parameters
  }

  /// Notes files by their hashes; a folder by those of all files in it.
  mutating func note(_ paths: [String?]) {
    for path in paths.compactMap({ $0 }) {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { continue }
      let names = isFolder.boolValue ? Self.tables(in: path) : [""]
      for name in names {
        let whole = name.isEmpty ? path : path + "/" + name
        var isInner: ObjCBool = false
        guard FileManager.default.fileExists(atPath: whole, isDirectory: &isInner), !isInner.boolValue,
          let data = FileManager.default.contents(atPath: whole)
        else { continue }
        inputs.append(
          ProtocolRecord.File(name.isEmpty ? URL(filePath: path).lastPathComponent : name, Array(data)))
      }
    }
  }

  /// The tables that stand in a folder, without what is in folders below it.
  private static func tables(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".csv") || $0.hasSuffix(".parquet") }.sorted()
  }

  /// Notes files that were read in another way.
  mutating func note(_ files: [ProtocolRecord.File]) { inputs += files }

  /// The note of a run that wrote one file.
  func note(
    _ command: String, _ texts: [ProtocolRecord.File], output: (name: String, bytes: [UInt8])
  ) -> RunNote {
    var note = RunNote(
      command, isSynthetic: isSynthetic, inputs: inputs + texts, returns: returns, outputs: [output])
    note.parameters = parameters
    if let agreement { note.note(agreement.permission, by: agreement.by) }
    return note
  }
}
