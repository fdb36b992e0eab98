import ArgumentParser
import Foundation
import KithDisclosure
import KithStudies
import KithTables

/// How a study is written.
struct StudyOutput: ParsableArguments {
  @Flag(help: "Write comma-separated text.")
  var csv = false

  @Flag(help: "Write one JSON object (docs/json.md).")
  var json = false

  func validate() throws {
    if csv && json { throw ValidationError("Choose --csv or --json, not both.") }
  }

  func write(_ sheet: StudySheet) {
    if json { return print(sortedJSON(sheet.json)) }
    print(csv ? sheet.csv : sheet.text, terminator: "")
  }
}

/// A study's tables as text, comma-separated text and JSON, with what must be said of them.
struct StudySheet {
  let command: String
  let isSynthetic: Bool
  /// What every page of it must say, first.
  let notice: String
  /// What else must be known.
  let notes: [String]
  private let tables: [StudyTable]

  /// A study of an authority's own records: not for release.
  init(_ command: String, own tables: Internal<[StudyTable]>, isSynthetic: Bool, notes: [String]) {
    self.command = command
    self.isSynthetic = isSynthetic
    self.notes = notes
    self.tables = tables.value
    notice =
      Internal<[StudyTable]>.notice + ": worked out from the authority's own records."
      + (isSynthetic ? " SYNTHETIC: no real child, authority or figure." : "")
  }

  /// A study of published figures, which may be shown.
  init(_ command: String, published study: Releasable<PublishedStudy>, notes: [String]) {
    self.command = command
    self.notes = notes
    tables = study.value.tables
    isSynthetic = study.value.isSynthetic
    notice =
      "Worked out from published figures: \(study.basis.source.title)."
      + (study.value.isSynthetic ? " SYNTHETIC: no real authority or figure." : "")
  }

  /// A study of an authority's own records whose figures have passed an audit.
  init(_ command: String, released: ReleasedTables, isSynthetic: Bool, notes: [String]) {
    self.command = command
    self.isSynthetic = isSynthetic
    self.notes = notes
    tables = released.tables
    notice =
      "\(Release.notice). Withheld (c) by the policy \(released.policy); the audit has passed."
      + (isSynthetic ? " SYNTHETIC: no real child, authority or figure." : "")
  }

  /// The notices, and each table set out in columns.
  var text: String {
    let heads = ([notice] + notes).flatMap { TextGrid.wrapped($0, width: 130) }
    return (heads + tables.flatMap(lines)).joined(separator: "\n") + "\n"
  }

  private func lines(_ table: StudyTable) -> [String] {
    let isLeft = table.columns.indices.map { column in
      column == 0 || table.rows.contains { $0[column].isText }
    }
    var grid = TextGrid(isLeft: isLeft)
    grid.add(table.columns)
    for row in table.rows { grid.add(row.map(\.words)) }
    return ["", table.name] + grid.lines(width: 130)
  }

  /// One table after another, a line for each cell, with the table's name and the row's number; what must be said in the first lines.
  var csv: String {
    let heads = ([notice] + notes).map { "notice,\($0.quotedCell)" }
    let rows = tables.flatMap { table in
      table.rows.enumerated().flatMap { line, row in
        zip(table.columns, row).map { column, cell in
          [table.name, "\(line + 1)", column, cell.plain].map(\.quotedCell).joined(separator: ",")
        }
      }
    }
    return (heads + ["table,line,column,value"] + rows).joined(separator: "\n") + "\n"
  }

  struct JSON: Encodable {
    let command: String
    let notice: String
    let notes: [String]
    let synthetic: Bool
    let tables: [Table]

    struct Table: Encodable {
      let name: String
      let columns: [String]
      let rows: [[String: StudyTable.Cell]]
    }
  }

  /// The tables as one object; a cell that is nothing is left out.
  var json: JSON {
    JSON(
      command: command, notice: notice, notes: notes, synthetic: isSynthetic,
      tables: tables.map { table in
        JSON.Table(
          name: table.name, columns: table.columns,
          rows: table.rows.map { row in
            Dictionary(
              zip(table.columns, row).filter { $1 != StudyTable.Cell.none }, uniquingKeysWith: { first, _ in first })
          })
      })
  }
}

/// A file of comma-separated text that a user names.
func studyFile(_ path: String) throws -> SeparatedText {
  guard let data = FileManager.default.contents(atPath: path), !data.isEmpty else {
    throw StudyError(.unreadable, "\(path) is not there, is empty, or may not be read; check the path.")
  }
  do { return try SeparatedText(Array(data)) } catch {
    throw StudyError(.unreadable, "\(path) cannot be read as comma-separated text; save it as CSV UTF-8.")
  }
}
