import ArgumentParser
import Foundation
import KithEngine
import KithLinkage

/// `kith link records`: links two files of comma-separated text that hold names in clear, or finds who is in one file twice.
struct LinkRecordsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "records",
    abstract: "Link two files that hold names, birth dates and addresses in clear; or one within itself.",
    discussion: """
      What agreement is worth is learnt from the files (Fellegi and Sunter), with brothers and sisters as a class of their \
      own. Between two files each record is linked once at most; within one, records are put into groups. Columns are known \
      by usual names (given_name, surname, dob, sex, postcode, ethnicity, upn, …); others are named by --field.

      EXAMPLES
        kith link records health.csv care.csv --id rec_id --out links.csv
        kith link records a.csv b.csv --field given=first --field birth=born:dob --truth truth.csv
        kith link records one.csv --id rec_id --json
      """)

  @Argument(help: "One file, or two.")
  var files: [String]

  @Option(help: "The column of the records' identifiers: NAME, or FIRST:SECOND. Without it, the number of the record.")
  var id: String?

  @Option(
    help: ArgumentHelp(
      "A column and what it holds: KIND=COLUMN or KIND=FIRST:SECOND. Kinds: "
        + FieldKind.allCases.map(\.rawValue).joined(separator: ", ") + ". May be given again.",
      valueName: "kind=column"))
  var field: [String] = []

  @Option(help: "The least probability of a link.")
  var threshold = 0.5

  @Option(help: "Where chance starts from.")
  var seed: UInt64 = 1

  @Option(
    help: "A file of true pairs: the identifiers in its first two columns, a group of pairs in its third if it has one."
  )
  var truth: String?

  @Option(help: "Write the links to this file: left,right,weight,probability.")
  var out: String?

  @Option(
    help: ArgumentHelp(
      "Print how the weight of this link comes about: LEFT,RIGHT by identifier.", valueName: "left,right"))
  var why: String?

  @Option(help: ArgumentHelp("With --why, draw it too: weights.html in this folder.", valueName: "folder"))
  var charts: String?

  @Flag(help: "Write over a file that is there already.")
  var replace = false

  @Flag(help: "Print how long each step took, on standard error.")
  var timings = false

  @Flag(help: "Print one JSON object (docs/json.md).")
  var json = false

  func validate() throws {
    guard (1...2).contains(files.count) else { throw ValidationError("Give one file or two.") }
    guard charts == nil || why != nil else { throw ValidationError("--charts goes with --why.") }
    guard threshold > 0, threshold < 1 else { throw ValidationError("A threshold lies between 0 and 1.") }
  }

  func run() throws {
    let ids = try sides(id)
    let connection = try Engine(.duckDB()).connect()
    let request = try FileLinkRequest(
      RecordFile(path: files[0], id: ids?.left), files.count == 2 ? RecordFile(path: files[1], id: ids?.right) : nil,
      fields: try field.map(linkField), threshold: threshold, seed: seed, on: connection)
    if let out, !replace, FileManager.default.fileExists(atPath: out) {
      throw UsageFault("\(out) is there already; give another file, or --replace.")
    }
    var watch = StepWatch()
    let linkage = try FileLinkage(request, on: connection) { watch.begin($0) }
    if timings { watch.print() }
    let accuracy = try truth.map { try TruthPairs(file: $0, isWithin: files.count == 1).accuracy(of: linkage.links) }
    let document = LinkedRecords(linkage, request, accuracy ?? [])
    if let out { try write(document.csv, to: out) }
    print(json ? sortedJSON(document.json) : document.text)
    if let why {
      let steps = try steps(of: why, in: linkage)
      try charts.map { try steps.draw("Weight of a pair", in: $0, replace: replace) }
      print(steps.text)
    }
  }

  private func write(_ text: String, to path: String) throws {
    do { try Data(text.utf8).write(to: URL(filePath: path), options: .atomic) } catch {
      throw UsageFault("\(path) cannot be written; give a file in a folder that may be.")
    }
  }

  private func sides(_ text: String?) throws -> (left: String, right: String)? {
    try text.map { text in
      let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { String($0) }
      guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty }) else {
        throw UsageFault("Name a column, or one of each file: NAME, or FIRST:SECOND.")
      }
      return (parts[0], parts[parts.count - 1])
    }
  }

  private func linkField(_ text: String) throws -> LinkField {
    let parts = text.split(separator: "=", maxSplits: 1).map { String($0) }
    guard parts.count == 2, let kind = FieldKind(rawValue: parts[0]), let columns = try sides(parts[1]) else {
      throw UsageFault(
        "Write a field as KIND=COLUMN, as in given=first_name; kith link records --help lists the kinds.")
    }
    return LinkField(kind, left: columns.left, right: columns.right)
  }

  private func steps(of pair: String, in linkage: FileLinkage) throws -> WeightSteps {
    let parts = pair.split(separator: ",").map { String($0) }
    guard parts.count == 2, let link = linkage.links.first(where: { $0.left == parts[0] && $0.right == parts[1] })
    else {
      throw UsageFault("Those two records are not linked; write a link as LEFT,RIGHT.")
    }
    return WeightSteps(linkage.steps(of: link), probability: link.pair.probability)
  }
}
