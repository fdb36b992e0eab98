import Foundation
import KithAggregates
public import KithTables

/// A file of figures, as `kith measures --csv` writes it.
///
/// Columns: year, authority, authority_name, measure, label, breakdown, category, unit, numerator, denominator, value, symbol, reason;
/// status, synthetic, numerator_count and denominator_count may be missing. Rows of regions and of England are passed over,
/// for those are summed from the authorities.
public struct FigureFile: Sendable {
  /// The figures of authorities.
  public let figures: [ReleaseFigure]
  /// Whether they are of invented children.
  public let isSynthetic: Bool
  /// The names of the authorities, as the file has them, by code.
  public let authorityNames: [String: String]
  /// What the reader of a release should know of how the file was read.
  public let notices: [String]

  /// Reads a file; a mark in its name or in its folder's makes its figures synthetic too.
  public init(path: String) throws {
    let file = PublishedFile(path: path)
    let folder = URL(filePath: path).deletingLastPathComponent()
    let isMarked =
      file.name.lowercased().contains("synthetic")
      || FileManager.default.fileExists(atPath: folder.appending(path: "SYNTHETIC.txt").path())
    try self.init(try file.separatedText(), name: file.name, isMarkedSynthetic: isMarked)
  }

  /// Takes a table.
  public init(_ table: SeparatedText, name: String, isMarkedSynthetic: Bool = false) throws(ReleaseError) {
    let rows = try FigureRows(table, name: name)
    var figures: [ReleaseFigure] = []
    var names: [String: String] = [:]
    var passedOver = 0
    for position in table.records.indices {
      guard rows.isAuthority(position) else { passedOver += 1; continue }
      let figure = try rows.figure(position)
      figures.append(figure)
      names[figure.authority] = rows.text("authority_name", position)
    }
    guard !figures.isEmpty else { throw .unreadable("\(name) has no figure of an authority.") }
    let marks = Set(table.records.indices.filter(rows.isAuthority).map { !rows.text("synthetic", $0).isEmpty })
    guard marks.count == 1 else {
      throw .unreadable("\(name) has synthetic figures and real ones; make a file of each.")
    }
    self.figures = figures
    isSynthetic = isMarkedSynthetic || marks.contains(true)
    authorityNames = names
    notices =
      passedOver == 0
      ? [] : ["\(passedOver) rows of regions and England were passed over: they are summed from the authorities."]
  }
}

/// The rows of a file of figures.
private struct FigureRows {
  private let table: SeparatedText
  private let name: String
  private let columns: [String: Int]

  private static let needed = [
    "year", "authority", "measure", "label", "breakdown", "category", "unit", "numerator", "denominator", "value",
    "symbol",
  ]

  init(_ table: SeparatedText, name: String) throws(ReleaseError) {
    self.table = table
    self.name = name
    columns = Dictionary(
      table.header.enumerated().map { ($1.trimmed.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    let missing = Self.needed.filter { columns[$0] == nil }
    guard missing.isEmpty else {
      throw .unreadable(
        "\(name) has no column \(missing.joined(separator: ", ")); give the file that kith measures --csv writes.")
    }
    if let line = table.raggedLines.first {
      throw .unreadable("\(name), line \(line): it has more or fewer values than the header.")
    }
  }

  func text(_ column: String, _ row: Int) -> String { columns[column].map { table.records[row][$0].trimmed } ?? "" }

  /// Whether a row is of an authority, and not of a region, England or all that a store holds.
  func isAuthority(_ row: Int) -> Bool {
    let code = text("authority", row)
    return !["E12", "E13", "E92"].contains { code.hasPrefix($0) } && code.lowercased() != "all" && code != "England"
  }

  func figure(_ row: Int) throws(ReleaseError) -> ReleaseFigure {
    let code = text("authority", row)
    guard code.utf8.count == 3, code.utf8.allSatisfy({ (48...57).contains($0) }) else {
      throw fault(row, "authority", "write the three digits of an authority")
    }
    guard let year = Int(text("year", row)), (1990...2100).contains(year) else {
      throw fault(row, "year", "write the year in which the collection ends, as 2025")
    }
    for column in ["measure", "label"] where text(column, row).isEmpty {
      throw fault(row, column, "it is blank")
    }
    let unit = try unit(row)
    return ReleaseFigure(
      measure: text("measure", row), label: text("label", row), unit: unit, places: places(row, unit), year: year,
      authority: code, group: ReleaseGroup(breakdown: text("breakdown", row), category: text("category", row)),
      state: try state(row, unit),
      names: ReleaseFigure.Names(numerator: given("numerator_count", row), denominator: given("denominator_count", row))
    )
  }

  private func given(_ column: String, _ row: Int) -> String? {
    let text = text(column, row)
    return text.isEmpty ? nil : text
  }

  private func unit(_ row: Int) throws(ReleaseError) -> ReleaseFigure.Unit {
    let words = text("unit", row).lowercased()
    switch words {
    case "count": return .count
    case "percentage", "%": return .percentage
    case "mean": return .mean
    case "years:months", "years:months (yy:mm)": return .yearsAndMonths
    default:
      let digits = words.filter(\.isNumber)
      guard words.contains("per"), let per = Int(digits), per > 0 else {
        throw fault(row, "unit", "write count, percentage, rate per 10,000, mean or years:months")
      }
      return .rate(per: per)
    }
  }

  /// The decimals in which the value is written; 1 where it has none, for no percentage is known to be whole.
  private func places(_ row: Int, _ unit: ReleaseFigure.Unit) -> Int {
    guard unit != .count else { return 0 }
    let parts = text("value", row).split(separator: ".")
    return parts.count == 2 ? min(parts[1].count, 4) : parts.count == 1 && unit != .mean ? 0 : 1
  }

  private func state(_ row: Int, _ unit: ReleaseFigure.Unit) throws(ReleaseError) -> ReleaseFigure.State {
    switch text("symbol", row) {
    case "x": return .unavailable(given("reason", row) ?? "no reason given")
    case "z": return .notApplicable
    case "": break
    default: throw fault(row, "symbol", "write x, z or nothing: other symbols are of figures that are no longer raw")
    }
    let numerator = try number("numerator", row)
    guard unit != .count else { return .parts(numerator, over: nil) }
    return .parts(numerator, over: try number("denominator", row))
  }

  private func number(_ column: String, _ row: Int) throws(ReleaseError) -> Int {
    guard let number = Int(text(column, row)), number >= 0 else {
      throw fault(row, column, "write a whole number, 0 or above")
    }
    return number
  }

  private func fault(_ row: Int, _ column: String, _ advice: String) -> ReleaseError {
    .unreadable("\(name), line \(table.lines[row]), \(column): \(advice).")
  }
}
