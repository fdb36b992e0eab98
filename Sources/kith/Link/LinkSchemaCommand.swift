import ArgumentParser
import Foundation
import KithLinkage

/// `kith link schema`: the schema that the parties to a linkage agree on.
struct LinkSchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print a linkage schema for children, or check one.",
    discussion: """
      The schema says how given name, surname, dob, sex and postcode are normalised, encoded, hardened and blocked \
      (docs/linkage.md). All parties encode with the same one. It holds no secret.

      EXAMPLES
        kith link schema --project early-help > schema.json
        kith link schema --check theirs.json
      """)

  @Option(help: "The name of the project: one key makes other encodings in another project.")
  var project: String?

  @Flag(help: "Salt the names by year of birth: harder to attack, and a wrong year costs a link.")
  var saltByYear = false

  @Flag(
    help: """
      Keep the features apart, names salted by year of birth: more children are found, and whoever matches can count how \
      often a name comes in a year.
      """)
  var apart = false

  @Option(help: "A schema to read; its hash and what it does are printed.")
  var check: String?

  @Option(
    help: "For a schema with xorFolds and without xor_folds: documented (it folds) or clkhash (it does not).",
    transform: choice)
  var folds: FoldReading?

  func run() throws {
    if let check {
      let schema = try LinkageSchema(file: check, folding: folds)
      return print(SchemaText(schema).text)
    }
    guard let project, !project.isEmpty else { throw UsageFault("Name the project: --project early-help.") }
    let schema = try LinkageSchema.children(project: project, isSaltedByYear: saltByYear, isApart: apart)
    print(String(decoding: schema.text, as: UTF8.self), terminator: "")
  }
}

extension LinkageSchema {
  /// Reads the schema in a file.
  init(file path: String, folding: FoldReading?) throws {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw UsageFault("There is no schema at \(path); kith link schema prints one.")
    }
    try self.init(json: Array(data), folding: folding)
  }
}

/// What a schema does, in lines.
struct SchemaText {
  private let schema: LinkageSchema

  init(_ schema: LinkageSchema) { self.schema = schema }

  var text: String {
    let encoded = schema.features.filter { $0.encoding != nil }.map(\.identifier)
    let rules = (schema.settings?.blocking.count ?? 0) + (schema.settings?.lambdaFold?.tables ?? 0)
    return [
      "SHA-256 \(schema.hash)",
      "Encodes \(encoded.joined(separator: ", ")) in \(schema.encodedLength) bits.",
      Self.hardening(schema),
      rules == 0 ? "No blocking tokens." : "\(rules) blocking tokens a record.",
    ].joined(separator: "\n")
  }

  /// How encodings are hardened.
  static func hardening(_ schema: LinkageSchema) -> String {
    let settings = schema.settings
    var words = (settings?.hardening ?? []).map { step in
      switch step {
      case .balance: "balanced"
      case .fold(let times): times == 1 ? "folded" : "folded \(times) times"
      case .rule90: "rule 90"
      case .diffusion(let count): "diffusion of \(count)"
      case .flip(let share): "\(share) bits in 1,000 flipped"
      }
    }
    if settings?.salt != nil { words.append("salted") }
    if settings?.isApart == true {
      words.append("features apart")
    } else if settings?.shares != nil {
      words.append("bits of features mixed")
    }
    if let decoys = settings?.decoys, decoys > 0 { words.append("\(decoys) decoys to 100 records") }
    if schema.folds > 0 { words.append("folded before all else") }
    return words.isEmpty
      ? "Not hardened: patterns of bits can be mined for common names (docs/linkage.md)."
      : "Hardened: \(words.joined(separator: ", "))."
  }
}
