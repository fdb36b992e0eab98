import Foundation
import KithReturns
import KithTables
import KithTesting
import Testing

@testable import KithRules

/// A cell that a rule flags; the whole return where it names no row.
struct FlaggedCell: Hashable, Comparable, CustomStringConvertible {
  let table: String
  let column: String
  let row: Int

  /// The finding on the return as a whole.
  static let whole = FlaggedCell(table: "the return", column: "", row: FlaggedRow.none)

  var description: String { "\(table).\(column)[\(row)]" }

  static func < (a: FlaggedCell, b: FlaggedCell) -> Bool {
    (a.table, a.column, a.row) < (b.table, b.column, b.row)
  }
}

extension Check {
  /// Every cell that a rule's findings name, those of linked rows included.
  func flaggedCells(ofRule place: Int) -> Set<FlaggedCell> {
    var cells: Set<FlaggedCell> = []
    for reference in findings.filter({ $0.rule == place }).flatMap({ [$0.row] + $0.linked }) {
      guard let row = reference.row else {
        cells.insert(.whole)
        continue
      }
      for field in reference.fields {
        cells.insert(FlaggedCell(table: reference.table.description, column: field.description, row: row))
      }
    }
    return cells
  }
}

/// A return of a CIN conformance case, and the cells that the rule should flag in it.
struct InNeedCase: Sendable {
  let code: String
  /// The year whose rule book the case is for.
  let bookYear: Int
  let tables: [TableName: RawTable]
  let expected: Set<FlaggedCell>

  /// Every case of the shared folder, those of superseded rules last.
  static func all() throws -> [InNeedCase] {
    let folder = SharedFolder.path("cases/cin_rules")
    return try [folder, folder + "/superseded"].flatMap { folder in
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      return try names.filter { $0.hasSuffix(".json") && !$0.hasPrefix("_") }.sorted().map { name in
        let object = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: folder + "/" + name)))
        return InNeedCase(try #require(object as? [String: Any]), isSuperseded: folder.hasSuffix("superseded"))
      }
    }
  }

  private init(_ file: [String: Any], isSuperseded: Bool) {
    code = file["code"] as? String ?? ""
    let rulesets = file["applies_to_rulesets"] as? [String] ?? []
    let ruleset = isSuperseded ? file["ruleset"] as? String : rulesets.last
    bookYear = ruleset.flatMap { Int($0.dropFirst(3).prefix(4)) }.map { $0 + 1 } ?? 0
    tables = Self.tables(file["tables"] as? [String: [[String: Any]]] ?? [:])
    let parts = file["expected"] as? [[String: Any]] ?? []
    let cells = parts.flatMap { part in
      (part["columns"] as? [String] ?? []).flatMap { column in
        (part["row_indices"] as? [Int] ?? []).map {
          FlaggedCell(table: part["table"] as? String ?? "", column: column, row: $0)
        }
      }
    }
    expected = Set(cells).union(file["la_level_flagged"] as? Bool == true ? [.whole] : [])
  }

  /// The tables of a case, as if every other was submitted empty and every other column blank.
  private static func tables(_ given: [String: [[String: Any]]]) -> [TableName: RawTable] {
    let keys: Set<Field> = [.detailsNumber, .assessmentNumber, .protectionPlanNumber]
    var tables: [TableName: RawTable] = [:]
    for schema in InNeedSchema.tables {
      let rows = given[schema.name.description] ?? []
      let isLeftToBeDerived = schema.name == .identifiedFactors && given[schema.name.description] == nil
      if isLeftToBeDerived, given["Assessments"]?.contains(where: { $0["AssessmentFactors"] != nil }) == true {
        continue
      }
      let blank = rows.isEmpty ? [] : schema.fields.filter { !keys.contains($0) }
      tables[schema.name] = RawTable(name: schema.name, json: rows, of: InNeedSchema.tables, adding: blank)
    }
    return tables
  }
}

/// A whole CIN Census of the shared folder, with the cells that each reading of the rules flags in it.
struct WholeCensus: Sendable {
  let name: String
  private let submission: Submission
  private let folder: String
  /// The rows of reviews that are elements of their own.
  private let reviews: [Int]

  init(_ name: String) throws {
    self.name = name
    folder = SharedFolder.path("cases/cin_returns/\(name)")
    submission = try Submission.read([folder + "/return.xml"], of: .inNeed)
    reviews = try Self.reviews(submission, folder + "/return.xml")
  }

  /// The return as of a year.
  func collection(_ year: Int) -> InNeedReturn {
    InNeedReturn(year: year, authority: nil, tables: submission.tables)
  }

  /// The cells that a file of answers has, by rule.
  func answers(_ file: String) throws -> [String: Set<FlaggedCell>] {
    let object = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: "\(folder)/\(file).json")))
    let answers = try #require(object as? [String: Any])
    let flagged = answers["flagged"] as? [String: [String: [String: [Int]]]] ?? [:]
    var cells = flagged.mapValues { tables in
      Set(
        tables.flatMap { table, columns in
          columns.flatMap { column, rows in
            rows.map { FlaggedCell(table: table, column: column, row: position($0, in: table)) }
          }
        })
    }
    for code in answers["la_level"] as? [String] ?? [] { cells[code, default: []].insert(.whole) }
    return cells
  }

  /// Where a row of the peer's table stands in Kith's, which has a row too for a block of reviews without any element.
  private func position(_ row: Int, in table: String) -> Int {
    table == "Reviews" && reviews.indices.contains(row) ? reviews[row] : row
  }

  private static func reviews(_ submission: Submission, _ path: String) throws -> [Int] {
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    let raw = try #require(submission.tables[.reviews])
    return (0..<raw.rowCount).filter { lines[Int(raw.lines[$0]) - 1].contains("CPPreviewDate") }
  }
}
