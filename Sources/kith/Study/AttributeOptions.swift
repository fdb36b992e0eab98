import ArgumentParser
import Foundation
import KithLinkage
import KithReturns
import KithStudies
import KithTables

/// Where files of attributes are.
struct AttributeOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder with the files, in it or in folders below it.", valueName: "folder"))
  var attributes: String

  @Option(help: ArgumentHelp("Which column of which file holds what (docs/outcomes.md).", valueName: "file"))
  var map: String
}

/// The folder with files of attributes, in it or in folders below it.
struct AttributeFolder {
  let attributes: String

  /// The files that the map names, by their paths in order; one of a name is enough, and several are parts of one.
  func found(_ map: AttributeMap, noting inputs: inout [ProtocolRecord.File]) throws -> [(name: String, path: String)] {
    let paths = (FileManager.default.subpaths(atPath: attributes) ?? []).sorted()
    var found: [(name: String, path: String)] = []
    for name in map.files {
      let own = paths.filter { URL(filePath: $0).lastPathComponent == name }
      guard !own.isEmpty else {
        throw UsageFault("\(attributes) has no file \(name), which the map names; add it, or take its lines out.")
      }
      for path in own {
        let whole = attributes + "/" + path
        guard let data = FileManager.default.contents(atPath: whole), !data.isEmpty else {
          throw UsageFault("\(path) is empty or may not be read; get the file again, or take its lines out of the map.")
        }
        inputs.append(ProtocolRecord.File(path, Array(data)))
        found.append((name: name, path: whole))
      }
    }
    return found
  }

  /// Refuses files of invented children beside a store of real ones, and the other way round.
  func refuseMixing(_ files: [(name: String, path: String)], isSynthetic: Bool) throws {
    for file in files {
      let beside = URL(filePath: file.path).deletingLastPathComponent().path() + SyntheticFiles.mark
      let isMarked =
        file.name.hasPrefix(SyntheticFiles.prefix) || FileManager.default.fileExists(atPath: beside)
      guard isMarked == isSynthetic else {
        throw UsageFault(
          isMarked
            ? "\(file.name) is of invented children, and the store of real ones; they are not joined."
            : "The store is of invented children, and \(file.name) bears no synthetic mark; they are not joined.")
      }
    }
  }
}

/// Links by which children are joined to files.
struct LinkOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Links of kith link records (its first file has children as 010-NAME) or kith link match (its first party has).",
      valueName: "file"))
  var links: String?

  @Option(
    help: "With links by labels: the list to-keep/records.csv of the first party, and perhaps then of the second.")
  var owners: [String] = []

  @Option(
    help:
      "The least probability, or similarity, of a link that counts: how figures move with it shows how far to trust them."
  )
  var leastProbability = 0.0

  func validate() throws {
    guard owners.count <= 2, owners.isEmpty || links != nil else {
      throw ValidationError("--owners goes with --links, once or twice: the first party's, then the second's.")
    }
    guard (0...1).contains(leastProbability) else { throw ValidationError("--least-probability is 0 to 1.") }
  }

  /// Takes the links into an index; says what they came to.
  func add(to index: inout PersonIndex, noting inputs: inout [ProtocolRecord.File]) throws -> [String] {
    guard let links else { return [] }
    var lists: [[String: String]] = []
    for path in owners {
      let list = try OwnersList(try studyFile(path, noting: &inputs), name: path)
      lists.append(Dictionary(list.entries.map { ($0.label, $0.id) }, uniquingKeysWith: { first, _ in first }))
    }
    let came = try index.add(
      try studyFile(links, noting: &inputs), name: links, least: leastProbability, own: lists.first,
      other: lists.dropFirst().first)
    return [
      "\(came.links) links: \(came.below) below \(leastProbability), \(came.unknown) of no child of the store; "
        + "\(came.several) identifiers lead to two persons and are left aside."
    ]
  }
}

/// A file of comma-separated text that a user names, noted among the inputs of a run.
func studyFile(_ path: String, noting inputs: inout [ProtocolRecord.File]) throws -> SeparatedText {
  let table = try studyFile(path)
  if let data = FileManager.default.contents(atPath: path) {
    inputs.append(ProtocolRecord.File(URL(filePath: path).lastPathComponent, Array(data)))
  }
  return table
}
