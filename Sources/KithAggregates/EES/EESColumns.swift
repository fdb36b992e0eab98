import KithDisclosure
import KithTables

/// What each column of an Explore Education Statistics (EES) file is for.
struct EESColumns {
  /// Where the time and place columns are; nil for one that the file does not have.
  let period: Int
  let identifier: Int?
  let level: Int
  let country: Int?
  let countryName: Int?
  let region: Int?
  let regionName: Int?
  let authority: Int?
  let authorityONS: Int?
  let authorityName: Int?
  /// The columns that say which children a row is about.
  let filters: [Int]
  /// The columns of figures.
  let indicators: [Int]
  /// What the file lacks or writes in its own way.
  let notes: [String]

  /// Finds the columns by their names, and tells filters from indicators by the metadata or else by what they hold.
  init(_ table: SeparatedText, file: String, metadata: EESMetadata?) throws(AggregatesError) {
    guard let period = table.column("time_period"),
      let level = table.column("geographic_level") ?? table.column("geographical_level")
    else {
      throw AggregatesError(
        file: file, "this is not an Explore Education Statistics file: it needs time_period and geographic_level.")
    }
    self.period = period
    self.level = level
    identifier = table.column("time_identifier")
    country = table.column("country_code")
    countryName = table.column("country_name")
    region = table.column("region_code")
    regionName = table.column("region_name")
    authority = table.column("old_la_code")
    authorityONS = table.column("new_la_code")
    authorityName = table.column("la_name")
    let others = table.header.indices.filter { !EESLevel.allColumns.contains(table.header[$0].trimmed.lowercased()) }
    let isIndicator = { (column: Int) in
      metadata?.isIndicator(table.header[column].trimmed) ?? Self.holdsFigures(table, column)
    }
    indicators = others.filter(isIndicator)
    filters = others.filter { !isIndicator($0) }
    let required = ["time_identifier", "geographic_level", "country_code", "country_name"]
    notes = required.filter { table.column($0) == nil }.map { "The file has no column \($0)." }
    guard !indicators.isEmpty else {
      throw AggregatesError(file: file, "the file has no column of figures.")
    }
  }

  /// Whether every value of a column is a number, a symbol, or years and months as `01:06`.
  private static func holdsFigures(_ table: SeparatedText, _ column: Int) -> Bool {
    table.records.allSatisfy { isFigure($0[column]) }
  }

  /// Whether a value is a number, a symbol, or years and months.
  static func isFigure(_ text: String) -> Bool {
    let cell = PublishedCell(text: text)
    return cell.number != nil || cell.symbol != nil || isYearsAndMonths(text)
  }

  private static func isYearsAndMonths(_ text: String) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { $0.count == 2 && $0.allSatisfy(\.isNumber) }
  }
}
