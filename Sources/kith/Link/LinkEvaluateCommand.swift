import ArgumentParser
import Foundation
import KithDisclosure
import KithLinkage
import KithRegister
import KithReports
import KithTables

/// `kith link evaluate`: how good links are, and who is missing from them.
struct LinkEvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Weigh links against the truth; or show who is linked and who is not.",
    discussion: """
      PAIRS is pairs.csv of kith link match, or a file with the two records of a link in each row. With --truth it prints \
      precision, recall and F1 with their intervals, by threshold and by group. With --people it prints who of the first \
      party is linked, by characteristics. Neither prints a record. --charts draws both.

      EXAMPLES
        kith link evaluate links/pairs.csv --truth truth.csv --owners a/to-keep/records.csv --owners b/to-keep/records.csv \
      --register register.json --entry early-help --as-of 2026-11-30
        kith link evaluate links/pairs.csv --owners a/to-keep/records.csv --owners b/to-keep/records.csv --people a.csv \
      --id rec_id --by-column ethnicity --by-age dob --register register.json --entry early-help --as-of 2026-11-30
      """)

  @Argument(help: "The links.")
  var pairs: String

  @OptionGroup(title: "Agreement")
  var agreement: AgreementOptions

  @Option(help: "The true pairs: two names in each row, and perhaps a group in the third column.")
  var truth: String?

  @Option(help: "The list to-keep/records.csv of the first party, and then of the second, for links by labels.")
  var owners: [String] = []

  @Option(
    help: "The records of the first party, with the characteristics by which the linked and the unlinked are compared.")
  var people: String?

  @Option(help: "The column of PEOPLE that names each record.")
  var id: String?

  @Option(help: "A column of PEOPLE to compare by, such as ethnicity; may be given again.")
  var byColumn: [String] = []

  @Option(help: "A column of PEOPLE with dates of birth, to compare by age on the day of --as-of.")
  var byAge: String?

  @Option(help: "How small counts are treated: internal (not for release), dfe or secure-room.")
  var policy = PolicyChoice.internal

  @Option(help: "A folder to write evaluation.json and protocol.json to.")
  var out: String?

  @Option(
    help: ArgumentHelp(
      "Draw the links by threshold, and who is linked: evaluation.html in this folder.", valueName: "folder"))
  var charts: String?

  @Flag(help: "Write to a folder that is there already.")
  var replace = false

  @Flag(help: "Print one JSON object (docs/json.md).")
  var json = false

  /// How small counts are treated.
  enum PolicyChoice: String, CaseIterable, ExpressibleByArgument {
    case `internal`
    case dfe
    case secureRoom = "secure-room"

    var policy: DisclosurePolicy {
      switch self {
      case .internal: .internalUse
      case .dfe: .departmentForEducation
      case .secureRoom: .secureRoom()
      }
    }
  }

  func validate() throws {
    guard truth != nil || people != nil else {
      throw ValidationError("Give --truth, or --people with their characteristics.")
    }
    guard policy == .internal || truth == nil else {
      throw ValidationError("Only the table of --people can be released; leave --truth out, or evaluate for yourself.")
    }
    guard owners.isEmpty || owners.count == 2 else {
      throw ValidationError("Give --owners twice: the first party's, then the second's.")
    }
    guard people == nil || (id != nil && !(byColumn.isEmpty && byAge == nil)) else {
      throw ValidationError(
        "Say which column of --people names the records (--id), and by what they are compared (--by-column, --by-age).")
    }
  }

  func run() throws {
    let permission = try agreement.permission()
    let folder = try out.map { try RunFolder($0, replace: replace) }
    var inputs: [ProtocolRecord.File] = []
    let lists = try owners.map { try OwnersList(try table($0, &inputs), name: $0) }
    let links = try EvaluatedLinks(
      try table(pairs, &inputs), name: pairs, owners: lists.isEmpty ? nil : (lists[0], lists[1])
    ).links
    let truth = try truth.map { try LinkageTruth(try table($0, &inputs), name: $0) }
    let bias = try people.map { try LinkageBias(Characteristics(try table($0, &inputs), self, permission.day), links) }
    let outcome = try EvaluatedPairs(links, truth, bias, self)
    let sheet = try charts.map { _ in try drawn(outcome) }
    if let folder {
      let bytes = Array((sortedJSON(outcome.json) + "\n").utf8)
      var record = ProtocolRecord("link evaluate", program: "kith \(KithVersion.text)", by: agreement.by, permission)
      record.note(inputs: inputs, outputs: [.init("evaluation.json", bytes)])
      record.note("counts", ["links": .count(links.count)])
      record.note("parameters", ["policy": .words(policy.rawValue)])
      try folder.write([("evaluation.json", bytes), ("protocol.json", record.text)])
    }
    try sheet?.write("evaluation.html", to: charts ?? "", replace: replace)
    print(json ? sortedJSON(outcome.json) : outcome.text)
  }

  private func drawn(_ outcome: EvaluatedPairs) throws -> ChartSheet {
    guard !outcome.charts.isEmpty else {
      throw UsageFault("There is nothing to draw: the links have no similarity to set a threshold by.")
    }
    let notice = outcome.isForRelease ? "Small counts are withheld." : "\(Internal<Int>.notice)."
    return ChartSheet(title: "How good links are", notice: notice, charts: outcome.charts)
  }

  private func table(_ path: String, _ inputs: inout [ProtocolRecord.File]) throws -> SeparatedText {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw UsageFault("\(path) is not there, or may not be read by this user.")
    }
    inputs.append(.init(URL(filePath: path).lastPathComponent, Array(data)))
    guard let table = try? SeparatedText(Array(data)) else {
      throw UsageFault("\(path) cannot be read as comma-separated text.")
    }
    return table
  }
}

/// The characteristics of the people of the first party.
private struct Characteristics {
  let names: [String]
  let ids: [String]
  let people: [[String]]

  init(_ table: SeparatedText, _ command: LinkEvaluateCommand, _ day: Day) throws {
    let column = { (name: String) throws -> Int in
      guard let column = table.column(name) else { throw UsageFault("\(command.people ?? "") has no column \(name).") }
      return column
    }
    let id = try column(command.id ?? "")
    let columns = try command.byColumn.map(column)
    let born = try command.byAge.map(column)
    names = command.byColumn + (born == nil ? [] : ["age"])
    ids = table.records.map { $0[id] }
    people = table.records.map { row in
      columns.map { row[$0] } + (born.map { [Day(iso: row[$0])?.ageBand(on: day) ?? ""] } ?? [])
    }
  }
}

extension LinkageBias {
  fileprivate init(_ characteristics: Characteristics, _ links: [EvaluatedLinks.Link]) {
    let linked = Set(links.map(\.pair.first))
    self.init(characteristics.names, people: characteristics.people, isLinked: characteristics.ids.map(linked.contains))
  }
}
