import Foundation
import KithTables
import KithTesting

/// Three invented authorities, loaded and linked once, and the files of other agencies about their children.
enum OutcomeStore {
  static let folder = FileManager.default.temporaryDirectory.path() + "kith-outcomes-\(UUID().uuidString)"
  static let year = 2025
  static var attributes: String { folder + "/attributes/\(year)" }
  static var map: String { attributes + "/synthetic_map.csv" }
  static var links: String { folder + "/links.csv" }

  /// The store; nil where it could not be made.
  static let path: String? = {
    let (returns, store) = (folder + "/returns", folder + "/children.duckdb")
    let steps = [
      [
        "synth", "--las", "3", "--years", "2", "--last", "\(year)", "--children", "1200", "--seed", "5", "--out",
        returns,
        "--attributes", folder + "/attributes",
      ],
      ["load", "--each", returns, "--unchecked", "--store", store], ["link", "persons", "--store", store],
    ]
    guard steps.allSatisfy({ (try? KithProgram.run($0).code) == 0 }) else { return nil }
    for name in ["people", "patients"] {
      guard (try? together(name)) != nil else { return nil }
    }
    let people = folder + "/synthetic_people.csv"
    let linked = try? KithProgram.run([
      "link", "records", people, folder + "/synthetic_patients.csv", "--id", "child:patient", "--out", links,
    ])
    return linked?.code == 0 ? store : nil
  }()

  /// A copy, for programs that write to its log while other tests read.
  static let copy: String? = {
    guard let path else { return nil }
    let copy = folder + "/copy.duckdb"
    return (try? FileManager.default.copyItem(atPath: path, toPath: copy)) == nil ? nil : copy
  }()

  /// Puts the authorities' files of a name into one.
  private static func together(_ name: String) throws {
    var text = ""
    for code in ["010", "011", "012"] {
      let part = try String(contentsOfFile: "\(attributes)/\(code)/synthetic_\(name).csv", encoding: .utf8)
      text += text.isEmpty ? part : String(part.drop { $0 != "\n" }.dropFirst())
    }
    try Data(text.utf8).write(to: URL(filePath: "\(folder)/synthetic_\(name).csv"))
  }

  /// A file of comma-separated text.
  static func table(_ path: String) throws -> SeparatedText {
    try SeparatedText(Array(Data(contentsOf: URL(filePath: path))))
  }
}
