import KithLake

/// What `kith lake export` prints.
struct LakeDocument {
  private let outcome: LakeExport.Outcome
  private let path: String

  init(_ outcome: LakeExport.Outcome, _ path: String) {
    self.outcome = outcome
    self.path = path
  }

  private var rows: Int { outcome.manifest.submissions.flatMap(\.files).map(\.rows).reduce(0, +) }

  var text: String {
    let manifest = outcome.manifest
    let kind =
      manifest.agreement.map {
        "It is pseudonymised under \($0.id), and personal data still: destroy it by \($0.destroyBy)."
      } ?? "It holds identifiable children, encrypted: keep it where the returns may be kept."
    return [
      "Wrote \(outcome.written.count) submissions to \(path), left \(outcome.kept) as they were"
        + (outcome.dropped > 0 ? ", took \(outcome.dropped) out." : "."),
      "The lake holds \(manifest.submissions.count) submissions, \(rows) rows in \(manifest.files.count) files.", kind,
    ].joined(separator: "\n")
  }

  struct JSON: Encodable {
    let command = "lake export"
    let pseudonymised: Bool
    let synthetic: Bool
    let agreement: String?
    let agreementSha256: String?
    let submissions: Int
    let written: [Int]
    let kept: Int
    let dropped: Int
    let rows: Int
    let files: Int
  }

  var json: JSON {
    let manifest = outcome.manifest
    return JSON(
      pseudonymised: manifest.isPseudonymised, synthetic: manifest.isSynthetic, agreement: manifest.agreement?.id,
      agreementSha256: manifest.agreement?.sha256, submissions: manifest.submissions.count, written: outcome.written,
      kept: outcome.kept, dropped: outcome.dropped, rows: rows, files: manifest.files.count)
  }
}
