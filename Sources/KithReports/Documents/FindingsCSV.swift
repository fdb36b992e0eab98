import KithRules

/// The findings as CSV: one row a finding, with the child, the place in the file and what to do.
public struct FindingsCSV: Sendable {
  /// The headings.
  public static let header = [
    "Rule", "Severity", "Table", "File", "Line", "Child", "Date", "Fields", "What is wrong", "What to do", "Team",
    "Worker", "Note", "Since last run",
  ]

  /// The text, which begins with a byte-order mark so that Excel reads it as UTF-8.
  public let text: String

  /// The findings in their order.
  public init(_ lines: [FindingLine]) {
    text = "\u{FEFF}" + CSVText(Self.header, rows: lines.map(\.cells)).text
  }
}

extension FindingLine {
  /// The cells of the finding under ``FindingsCSV/header``.
  var cells: [String] {
    [
      rule, severity.rawValue, table, file, line.map(String.init) ?? "", child, date, fields.joined(separator: " "),
      message, fix, team, worker, note, standing,
    ]
  }

  /// Whether the finding is new or still there; empty when there was no last run.
  var standing: String { wasThere.map { $0 ? "still there" : "new" } ?? "" }
}

/// Lists for those who can put findings right: a sheet for each team, or for each worker where no team is known.
public struct ChaseSheets: Sendable {
  /// A sheet.
  public struct Sheet: Sendable {
    /// The team or worker whom the sheet is for.
    public let name: String
    /// The sheet as CSV.
    public let csv: String
    /// How many findings it lists.
    public let findings: Int
  }

  /// The sheets, by name.
  public let sheets: [Sheet]

  /// The sheets of these findings; `due` says by when things are to be changed.
  public init(_ lines: [FindingLine], due: String) {
    let groups = Dictionary(grouping: lines.filter { !$0.child.isEmpty }) { line in
      !line.team.isEmpty ? line.team : !line.worker.isEmpty ? line.worker : "no worker known"
    }
    sheets = groups.sorted { $0.key < $1.key }.map { name, lines in
      let rows = lines.sorted { ($0.child, $0.rule) < ($1.child, $1.rule) }.map { line in
        [line.child, line.worker, line.message, line.fix, line.table, line.date, line.note, due]
      }
      let csv = CSVText(
        ["Child", "Worker", "What is wrong", "What to change", "Table", "Date", "Note", "By when"], rows: rows)
      return Sheet(name: name, csv: "\u{FEFF}" + csv.text, findings: lines.count)
    }
  }
}
