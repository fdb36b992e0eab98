public import KithReturns

/// Explanations of findings that were looked into and accepted, kept in a small file beside the return.
///
/// A note is of a rule, a child and the day of the row, so it holds from run to run and from year to year. It never
/// takes a finding away.
public struct Notes: Sendable, Equatable {
  /// The name of the file that is looked for beside a return.
  public static let fileName = Submission.notesFileName

  private var texts: [FindingKey: String] = [:]

  /// No notes.
  public init() {}

  /// The notes in a CSV file with the headings rule, table, child, date and note.
  public init(_ path: String) throws(ReadError) {
    let list = try ListFile(path)
    let columns = ["rule", "table", "child", "date", "note"].map { list.column($0) }
    guard let rule = columns[0], let table = columns[1], let child = columns[2], let date = columns[3],
      let note = columns[4]
    else { throw ReadError(.headings("rule, table, child, date and note"), path) }
    for row in list.rows {
      self[FindingKey(rule: row[rule], table: row[table], child: row[child], date: row[date])] = row[note]
    }
  }

  /// The note on a finding; nil when there is none.
  public subscript(key: FindingKey) -> String? {
    get { texts[key] }
    set { texts[key] = newValue }
  }

  /// How many notes there are.
  public var count: Int { texts.count }

  /// These notes and another file's, whose notes take second place.
  public func merging(_ older: Notes) -> Notes {
    var merged = self
    merged.texts.merge(older.texts) { mine, _ in mine }
    return merged
  }

  /// The notes as CSV, in the order of rule, table, child and date.
  public var csv: String {
    let rows = texts.sorted { a, b in
      (a.key.rule, a.key.table, a.key.child, a.key.date) < (b.key.rule, b.key.table, b.key.child, b.key.date)
    }
    return CSVText(
      ["rule", "table", "child", "date", "note"],
      rows: rows.map { [$0.key.rule, $0.key.table, $0.key.child, $0.key.date, $0.value] }
    ).text
  }
}
