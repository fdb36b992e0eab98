import KithLinkage
import KithPool
import KithLake

/// What `kith pool preview` and `kith pool prepare` print.
struct PreviewedPackage {
  private let package: PoolPackage
  private let command: String

  init(_ package: PoolPackage, _ command: String) {
    self.package = package
    self.command = command
  }

  private var manifest: PackageManifest { package.manifest }

  func text(withColumns: Bool, readable: String?) -> String {
    let head = [
      "Nothing was sent. This is what `kith pool prepare` makes, under \(manifest.agreement.id):", "",
    ]
    let tables = package.tables.flatMap { lines($0, withColumns: withColumns) }
    let end = [
      "", tokens, objections,
      "It is pseudonymised, and personal data still: destroy it by \(manifest.agreement.destroyBy).",
      readable.map { "Every row is in \($0), as comma-separated text." } ?? "",
      "Package \(manifest.sha256), \(manifest.files.count + 1) files.",
      "To make it: the same options with kith pool prepare --previewed \(manifest.sha256.prefix(12)) --out FOLDER",
    ]
    return (head + [returns, ""] + tables + end.filter { !$0.isEmpty }).joined(separator: "\n")
  }

  func preparedText(_ out: String) -> String {
    [
      "Wrote \(out): \(manifest.files.count + 1) files, package \(manifest.sha256).", returns, tokens, objections,
      "Send all of \(out) to the pool, and neither of the keys. The authorities' linkage keys are the same where their fingerprints are: \(manifest.linkageKey).",
    ].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var returns: String {
    "Returns of \(manifest.authority): "
      + manifest.returns.map { "\($0.collection) \($0.year)" }.joined(separator: ", ") + "."
  }

  private func lines(_ table: SentTable, withColumns: Bool) -> [String] {
    let sent = table.columns.filter(\.isSent)
    let head = "\(table.table): \(table.rows) rows, \(sent.count) of \(table.columns.count) columns"
    guard withColumns else {
      return [head + ": " + sent.map(\.name).joined(separator: ", ")]
    }
    var grid = TextGrid(isLeft: [true, true])
    for column in table.columns { grid.add(["  " + column.name, column.treatment]) }
    return [head] + grid.lines(width: 120)
  }

  private var tokens: String {
    let counts = manifest.counts
    let without: [(Int, String)] = [
      (counts.noNumber, "have no pupil number"), (counts.temporary, "have a temporary one"),
      (counts.unfit, "have one that cannot be"), (counts.shared, "share one with another child of a return"),
      (counts.adoption, "are left out as an adoption order is known"),
    ]
    let reasons = without.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return """
      Matching tokens: \(counts.withToken) of \(counts.children) children\
      \(reasons.isEmpty ? "" : "; of the others " + reasons.joined(separator: ", ")).
      \(counts.moved) children were handed over to another authority; \(counts.movedUnresolvable) of them cannot be found there \
      (no pupil number to make a token of).\
      \(counts.formerKept > 0 ? "\n\(counts.formerKept) former pupil numbers give no token, as one may lead across an adoption." : "")
      """
  }

  private var objections: String {
    manifest.optedOut > 0 ? "\(manifest.optedOut) children are left out because they have objected." : ""
  }

  struct JSON: Encodable {
    let command: String
    let package: String
    let authority: String
    let agreement: String
    let agreementSha256: String
    let destroyBy: String
    let linkageKey: String
    let dates: String
    let returns: [SentReturn]
    let tables: [Table]
    let counts: MatchingTokens.Counts
    let optedOut: Int
    let files: [PackageManifest.File]

    struct Table: Encodable {
      let table: String
      let rows: Int
      let columns: [Column]
    }

    struct Column: Encodable {
      let name: String
      let sent: Bool
      let treatment: String
    }
  }

  var json: JSON {
    JSON(
      command: command, package: manifest.sha256, authority: manifest.authority, agreement: manifest.agreement.id,
      agreementSha256: manifest.agreement.sha256, destroyBy: manifest.agreement.destroyBy,
      linkageKey: manifest.linkageKey, dates: manifest.dates, returns: manifest.returns,
      tables: package.tables.map { table in
        .init(
          table: table.table, rows: table.rows,
          columns: table.columns.map { .init(name: $0.name, sent: $0.isSent, treatment: $0.treatment) })
      }, counts: manifest.counts, optedOut: manifest.optedOut, files: manifest.files)
  }
}
