import Foundation
import KithEngine

/// The part of a stored table that is to be written to a file: its columns, and of how many years.
public struct TablePart: Hashable, Sendable {
  /// The table's name in the store.
  public let name: String
  /// The columns.
  public let columns: [String]
  /// The columns in place of whose values numbers are written, the same for the same value.
  public let tokens: Set<String>
  /// How many collection years' rows, the last among them.
  public let years: Int

  /// Describes a part of a table.
  public init(_ name: String, columns: [String], tokens: Set<String> = [], years: Int = 1) {
    self.name = name
    self.columns = columns
    self.tokens = tokens
    self.years = years
  }
}

extension Store {
  /// Writes parts of tables of the current submissions up to a year as comma-separated text, a file for each in a folder that is
  /// there, with `authority` and `year` before the columns. Returns the number of rows.
  ///
  /// The files hold children who can be identified: every writing has to be noted in the log
  /// (``noteListing(of:rows:purpose:asOf:)``). A file's name begins with `synthetic_` where the store's children are invented.
  public func writeTables(_ parts: [TablePart], upTo year: Int, to folder: String) throws -> Int {
    let prefix = try isSynthetic == true ? "synthetic_" : ""
    return try parts.reduce(0) { rows, part in
      let file = "\(folder)/\(prefix)\(part.name).csv"
      return try rows + write(part, upTo: year, to: file)
    }
  }

  private func write(_ part: TablePart, upTo year: Int, to file: String) throws -> Int {
    let columns = part.columns.map { column in
      part.tokens.contains(column) ? token(column) : "t.\"\(column)\""
    }
    let list = (["s.authority", "s.year"] + columns).joined(separator: ", ")
    do {
      return try connection.execute(
        """
        COPY (
          SELECT \(raw: list)
          FROM \(identifier: part.name) AS t JOIN current_submission AS s ON s.id = t.submission
          WHERE s.year BETWEEN \(raw: String(year - part.years + 1)) AND \(raw: String(year))
          ORDER BY s.authority, s.year, t.position
        ) TO \(literal: file) (FORMAT csv, HEADER)
        """) ?? 0
    } catch {
      throw StoreError(.notWritable, "\(folderOf(file)) cannot be written to; give a folder that may be, with room.")
    }
  }

  private func folderOf(_ file: String) -> String { (file as NSString).deletingLastPathComponent }

  /// A number for each value of a column, in the order of the values; none for none.
  private func token(_ column: String) -> String {
    "CASE WHEN t.\"\(column)\" IS NOT NULL THEN dense_rank() OVER (ORDER BY t.\"\(column)\") END AS \"\(column)\""
  }
}
