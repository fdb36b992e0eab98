import ArgumentParser
import Foundation
import KithLinkage
import KithRegister
import KithSynthetic
import KithTables

/// `kith link resist`: what an attack on encodings recovers, tried on people who do not exist.
struct LinkResistCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resist",
    abstract: "Try the frequency attack on encodings of people who do not exist.",
    discussion: """
      Without FILE, people are invented. With FILE and REFERENCE the attack is tried on those people, who are to be synthetic: \
      a file \(SyntheticMark.name) beside FILE says so. To identify people from de-identified data without leave is an offence \
      (Data Protection Act 2018, section 171), so anything else is refused unless an agreement of the register is named.
      """)

  @Argument(help: "People to try it on: given_name, surname, dob, sex, postcode.")
  var file: String?

  @Option(help: "Another sample of the same population, from which the attacker knows how common names are.")
  var reference: String?

  @Option(help: "How many people to invent.")
  var people = 10_000

  @Option(help: "What decides the invented people.")
  var seed: UInt64 = 1

  @Option(help: "The register of agreements, for people who are not synthetic.")
  var register: String?

  @Option(help: "The name of the agreement.")
  var entry: String?

  @Option(help: "The day for which the agreement must hold, as 2026-03-31.")
  var asOf: String?

  @Flag(help: "Print one JSON object (docs/json.md).")
  var json = false

  func validate() throws {
    guard (100...1_000_000).contains(people) else { throw ValidationError("Invent 100 to 1,000,000 people.") }
    guard (file == nil) == (reference == nil) else { throw ValidationError("Give FILE and --reference, or neither.") }
  }

  func run() throws {
    let test: ResistanceTest
    if let file, let reference {
      try refuseRealPeople(file)
      test = try ResistanceTest(try sample(file), reference: try sample(reference))
    } else {
      test = try ResistanceTest(
        .init(InventedPeople(people, seed: seed, sample: 1)),
        reference: .init(InventedPeople(people, seed: seed, sample: 2)))
    }
    print(json ? sortedJSON(JSON(test)) : text(test))
  }

  private func refuseRealPeople(_ file: String) throws {
    let mark = URL(filePath: file).deletingLastPathComponent().appending(path: SyntheticMark.name).path()
    if FileManager.default.fileExists(atPath: mark) { return }
    guard let register, let entry, let asOf else {
      throw UsageFault(
        "Nothing says that the people of \(file) are synthetic. To try to identify others is an offence without leave "
          + "(Data Protection Act 2018, section 171): name the agreement with --register, --entry and --as-of.")
    }
    guard let day = Day(iso: asOf) else { throw UsageFault("--as-of is a day, written as 2026-03-31.") }
    _ = try Register(file: register).permission(by: entry, on: day)
  }

  private func sample(_ path: String) throws -> ResistanceTest.Sample {
    guard let data = FileManager.default.contents(atPath: path), let table = try? SeparatedText(Array(data)) else {
      throw UsageFault("\(path) cannot be read as comma-separated text.")
    }
    return try ResistanceTest.Sample(table, name: path)
  }

  private func text(_ test: ResistanceTest) -> String {
    var grid = TextGrid(isLeft: [true, true, false])
    grid.add(["Encoding", "The attacker also knows", "Given names recovered"])
    for row in test.rows { grid.add([row.encoding, row.knowing ?? "", percent(row.attack.share)]) }
    return
      (grid.lines(width: 120) + ["Guessing the most common name for everyone is right for \(percent(test.commonest))."])
      .joined(separator: "\n")
  }

  private func percent(_ share: Double) -> String { "\(rounded(100 * share, 2)) %" }

  private struct JSON: Encodable {
    let command = "link resist"
    let rows: [Row]
    let commonest: Double

    struct Row: Encodable {
      let encoding: String
      let knowing: String?
      let records: Int
      let recovered: Int
    }

    init(_ test: ResistanceTest) {
      rows = test.rows.map {
        Row(encoding: $0.encoding, knowing: $0.knowing, records: $0.attack.records, recovered: $0.attack.recovered)
      }
      commonest = test.commonest
    }
  }
}
