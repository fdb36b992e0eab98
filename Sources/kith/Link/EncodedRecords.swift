import Foundation
import KithLinkage
import KithRegister
import KithReports

/// What `kith link encode` writes and prints.
struct EncodedRecords {
  let files: [(name: String, bytes: [UInt8])]
  private let counts: EncodingRun.Counts
  private let schema: LinkageSchema
  private let permission: Permission
  private let out: String
  private let fingerprint: String

  init(
    _ run: EncodingRun, _ source: RecordSource, _ schema: LinkageSchema, _ key: LinkageKey, _ permission: Permission,
    _ command: LinkEncodeCommand, _ objections: OptOutList
  ) {
    let program = "kith \(KithVersion.text)"
    let encoded = EncodedFile(run.records)
    let text = encoded.text
    let manifest = EncodingManifest(
      run.records, file: text, schema, key: key, program: program, by: command.agreement.by, permission)
    var sent: [(name: String, bytes: [UInt8])] = [
      (EncodingManifest.encodingsName, text), (EncodingManifest.name, manifest.text),
    ]
    if command.clks { sent.append(("clks.json", encoded.clks)) }
    let list = Array(OwnersList(run, source).text.utf8)
    var record = ProtocolRecord("link encode", program: program, by: command.agreement.by, permission)
    record.note(
      inputs: [.init(URL(filePath: command.file).lastPathComponent, source.bytes)]
        + (objections.file.map { [$0] } ?? []),
      outputs: (sent + [(OwnersList.name, list)]).map { .init($0.name, $0.bytes) })
    record.note(schema, keyFingerprint: key.fingerprint)
    record.note("counts", Self.values(run.counts).mapValues { .count($0) })
    record.note(
      "encodings", ["bits": .count(run.records.encodings.length), "fill": .number(run.records.encodings.fill)])
    files =
      sent.map { ("to-send/" + $0.name, $0.bytes) }
      + [("to-keep/" + OwnersList.name, list), ("to-keep/protocol.json", record.text)]
    counts = run.counts
    self.schema = schema
    self.permission = permission
    out = command.out
    fingerprint = key.fingerprint
  }

  private static func values(_ counts: EncodingRun.Counts) -> [String: Int] {
    [
      "rows": counts.rows, "encoded": counts.encoded, "nothingToEncode": counts.empty, "optedOut": counts.optedOut,
      "unfit": counts.unfit, "decoys": counts.decoys,
    ]
  }

  var text: String {
    let left = [
      (counts.empty, "had nothing to encode"), (counts.optedOut, "are of people who have objected"),
      (counts.unfit, "did not fit the schema"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return
      ([
        "Encoded \(counts.encoded) of \(counts.rows) records in \(schema.encodedLength) bits, under \(permission.agreement.id).",
        left.isEmpty ? "" : "Left out: \(left.joined(separator: "; ")).",
        counts.decoys > 0 ? "\(counts.decoys) decoys are among them." : "", SchemaText.hardening(schema),
        "Send \(out)/to-send. Keep \(out)/to-keep: it says who the records are.",
        "The parties' keys are the same where their fingerprints are: \(fingerprint).",
      ].filter { !$0.isEmpty }).joined(separator: "\n")
  }

  struct JSON: Encodable {
    let command = "link encode"
    let agreement: String
    let agreementSha256: String
    let schemaSha256: String
    let keyFingerprint: String
    let bits: Int
    let counts: [String: Int]
    let files: [String]
  }

  var json: JSON {
    JSON(
      agreement: permission.agreement.id, agreementSha256: permission.hash, schemaSha256: schema.hash,
      keyFingerprint: fingerprint, bits: schema.encodedLength, counts: Self.values(counts), files: files.map(\.name))
  }
}
