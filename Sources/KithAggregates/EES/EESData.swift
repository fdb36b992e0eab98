import KithDisclosure
public import KithPlaces
import KithTables

/// An Explore Education Statistics (EES) file, read.
///
/// Each indicator with each combination of filters is a measure. The file is read by Kith's own reader, not by DuckDB's, so
/// that a quote left open is an error and never a row lost.
public struct EESData: Sendable {
  /// The figures.
  public let table: PublishedMeasures
  /// The filters' values of each measure, by the filters' column names, in the order of ``PublishedMeasures/measures``.
  public let filters: [[String: String]]
  /// The indicator's column name of each measure.
  public let indicators: [String]
  /// The number of rows in the file.
  public let rowCount: Int

  /// Reads a file, with the metadata file beside it where there is one.
  /// - Parameter polarity: Whether high or low is good, which the standard does not say.
  public init(
    path: String, register: AuthorityRegister = .england, polarity: Polarity = .notGiven
  ) throws(AggregatesError) {
    let file = PublishedFile(path: path)
    let text = try file.separatedText()
    let metadata = try EESMetadata.beside(file)
    let columns = try EESColumns(text, file: path, metadata: metadata)
    guard !text.records.isEmpty else {
      throw AggregatesError(file: path, "the file has a header and no rows; download it again.")
    }
    var reading = EESReading(text, columns, metadata, register: register, title: file.title, polarity: polarity)
    reading.addRows()
    let read = reading.published()
    table = read.table
    filters = read.filters
    indicators = read.indicators
    rowCount = text.records.count
  }

  /// The measure of an indicator's column and of some filters' values; nil when there is none, or several.
  public func measure(indicator: String, filters wanted: [String: String] = [:]) -> Measure? {
    let matches = table.measures.indices.filter { index in
      indicators[index] == indicator && wanted.allSatisfy { filters[index][$0.key] == $0.value }
    }
    guard let only = matches.first, matches.count == 1 else { return nil }
    return withCounts(table.measures[only])
  }

  /// A measure with the counts behind it, where the file holds them.
  public func withCounts(_ measure: Measure) -> Measure {
    guard measure.counts == nil, let index = table.measures.firstIndex(where: { $0.series == measure.series }) else {
      return measure
    }
    var counted = measure
    counted.counts = CountSearch(self).counts(of: index)
    return counted
  }
}
