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

  /// A register whose agreement `outcomes` names the columns of the map, `narrow` only one of them; nil where it could not be made.
  static let register: String? = {
    guard path != nil, let columns = try? table(map).records.map({ $0[3] }) else { return nil }
    let file = folder + "/register.json"
    func add(_ entry: String, _ fields: [String]) -> Bool {
      let made = try? KithProgram.run(
        [
          "register", "add", "--register", file, "--entry", entry, "--purpose", "a test", "--controller", "A council",
          "--legal-basis", "invented", "--dpia", "D1", "--information-sharing", "I1", "--from", "2025-01-01",
          "--expires", "2027-12-31", "--destroy-by", "2028-12-31",
        ] + fields.flatMap { ["--field", $0] })
      return made?.code == 0
    }
    return add("outcomes", Set(columns).sorted()) && add("narrow", Array(columns.prefix(1))) ? file : nil
  }()

  /// The options that name an agreement of it.
  static func agreement(_ entry: String = "outcomes", asOf day: String = "2026-11-30") -> [String] {
    ["--register", register ?? "", "--entry", entry, "--as-of", day]
  }

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
