import Crypto
import KithEngine
import KithTables

/// A line of the store's log of what was done with it.
public struct AccessLogEntry: Hashable, Sendable {
  /// Its number, from 1.
  public let number: Int
  /// What was done: `load`, `list`, `retain`, `erase`.
  public let action: String
  /// With what, without a child's identifier.
  public let detail: String
  /// The day or occasion that the user named; empty when none was.
  public let asOf: String
  /// The hash of the line before; empty for the first.
  public let previousHash: String
  /// The hash of this line and, through it, of all before.
  public let hash: String

  /// What the hash of the line must be.
  var rightHash: String {
    let text = [previousHash, String(number), action, detail, asOf].joined(separator: "\u{1F}")
    return SHA256.hash(data: Array(text.utf8)).hexadecimal
  }
}

extension Store {
  /// The log, oldest line first.
  ///
  /// Each line's hash covers the line before, so a line that was changed or taken out shows. Who rewrites the whole
  /// log and every hash leaves no trace in the file: keep the last hash elsewhere to be sure.
  public var accessLog: [AccessLogEntry] {
    get throws {
      let found = try connection.query("SELECT * FROM access_log ORDER BY number")
      let numbers = try found.integers("number").values
      let texts = try ["action", "detail", "as_of", "previous_sha256", "sha256"].map { try found.text($0).values }
      return numbers.indices.map { row in
        let line = texts.map { $0[row] ?? "" }
        return AccessLogEntry(
          number: Int(numbers[row] ?? 0), action: line[0], detail: line[1], asOf: line[2], previousHash: line[3],
          hash: line[4])
      }
    }
  }

  /// Notes that children were listed: every listing of them goes through here.
  public func noteListing(of what: String, rows: Int, purpose: String, asOf: String? = nil) throws {
    try log("list", detail: "\(what), \(rows) rows, for: \(purpose)", asOf: asOf)
  }

  func log(_ action: String, detail: String, asOf: String?) throws {
    let last = try connection.query("SELECT number, sha256 FROM access_log ORDER BY number DESC LIMIT 1")
    let number = Int(try last.integers("number").first.flatMap { $0 } ?? 0) + 1
    let previous = try last.text("sha256").first.flatMap { $0 } ?? ""
    let entry = AccessLogEntry(
      number: number, action: action, detail: detail, asOf: asOf ?? "", previousHash: previous, hash: "")
    try connection.execute(
      """
      INSERT INTO access_log VALUES (
        \(number), \(action), \(detail), \(entry.asOf), \(previous), \(entry.rightHash))
      """)
  }
}
