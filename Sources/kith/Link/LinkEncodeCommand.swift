import ArgumentParser
import Foundation
import KithLinkage
import KithRegister
import KithReports
import KithReturns

/// `kith link encode`: encodes records so that another party can match them without seeing them.
struct LinkEncodeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "encode",
    abstract: "Encode records with a key, so that they can be matched by whoever may not see them.",
    discussion: """
      FILE is comma-separated text with a column for each feature of the schema; others are left aside. OUT/to-send goes to \
      whoever matches: encodings in an order that tells nothing, and a manifest. OUT/to-keep stays with you: which record \
      each encoding is of, and a protocol of the run without identifiers.

      EXAMPLE
        kith link encode children.csv --schema schema.json --key joint.key --register register.json \
      --entry early-help --as-of 2026-11-30 --id rec_id --out encoded
      """)

  @Argument(help: "The records.")
  var file: String

  @Option(help: "The linkage schema: of Kith, or of clkhash, version 3.")
  var schema: String

  @Option(help: "The file of the key (kith link key).")
  var key: String

  @OptionGroup(title: "Agreement")
  var agreement: AgreementOptions

  @Option(help: "The folder to write.")
  var out: String

  @Option(help: "The column that names each record; without it records are known by their line.")
  var id: String?

  @Option(help: "A list of the names, in its first column, of those who have objected; their records are left out.")
  var optOuts: String?

  @Flag(help: "Leave out records with a value that does not fit the schema; else they stop the run.")
  var leaveOutUnfit = false

  @Option(
    help: "For a schema with xorFolds and without xor_folds: documented (it folds) or clkhash (it does not).",
    transform: choice)
  var folds: FoldReading?

  @Flag(help: "Write the encodings also as clks.json, as anonlink's client reads them.")
  var clks = false

  @Flag(help: "Write to a folder that is there already.")
  var replace = false

  @Flag(help: "Print one JSON object (docs/json.md).")
  var json = false

  @Flag(help: .hidden)
  var timings = false

  func run() async throws {
    let schema = try LinkageSchema(file: schema, folding: folds)
    let fields = schema.features.filter { $0.encoding != nil }.map(\.identifier)
    let permission = try agreement.permission(using: fields)
    try refuseFormerNumbers(fields, permission)
    let folder = try RunFolder(out, replace: replace)
    let key = try KeyFile(key).key
    var time = ProcessorTime(timings)
    let source = try RecordSource(try RecordText(file), schema, id: id)
    time.end("read")
    let objections = try OptOutList(optOuts, permission, hasNames: id != nil)
    Progress.say("Encoding \(source.count) records")
    let run = try await EncodingRun(
      source, schema, key: key, isOut: { !objections.isEmpty && objections.holds(source.name($0)) },
      leavesUnfitOut: leaveOutUnfit, tasks: ProcessInfo.processInfo.activeProcessorCount)
    time.end("encode")
    guard run.records.encodings.count > 0 else { throw UsageFault("None of the records of \(file) can be encoded.") }
    let outcome = EncodedRecords(run, source, schema, key, permission, self, objections)
    try folder.write(outcome.files)
    time.end("write")
    Progress.clear()
    print(json ? sortedJSON(outcome.json) : outcome.text)
  }

  /// A former pupil number leads across an adoption order.
  private func refuseFormerNumbers(_ fields: [String], _ permission: Permission) throws {
    let former = fields.first { $0.lowercased().filter(\.isLetter).hasPrefix("formerupn") }
    guard let former, permission.agreement.acrossAdoption == nil else { return }
    throw UsageFault(
      "\(former) would join an adopted child's identities; leave it out of the schema, or name the legal basis for that in the agreement."
    )
  }
}
