public import KithDisclosure
import KithPlaces

/// A publication's figures: measures, areas and periods, in columns.
///
/// Each series is a block of periods × areas in two flat arrays, one of numbers (not a number where a symbol stands) and
/// one of codes for the distinct texts, so a period's figures lie side by side and a cell costs 12 bytes.
public struct PublishedMeasures: Sendable {
  /// The publication.
  public let source: PublicationSource
  /// What there is to measure.
  public let measures: [Measure]
  /// The places, in the order of each period's figures.
  public let areas: [Area]
  /// What the reader of a table should know: duplicates, unknown levels, unknown places.
  public let notes: [String]

  let blocks: [Block]
  let numbers: [Double]
  let texts: [UInt32]
  let pool: [PublishedCell]
  let placeOfArea: [Area: Int]

  /// Where a series lies in the flat arrays.
  struct Block: Sendable {
    /// The periods, oldest first.
    let periods: [Period]
    /// The position of the first period's first area.
    let start: Int
  }

  /// The periods of a measure, oldest first.
  public func periods(of measure: Measure) -> [Period] { blocks[measure.series].periods }

  /// The position of an area among ``areas``; nil when the publication does not have it.
  public func place(of area: Area) -> Int? { placeOfArea[area] }

  /// A cell as published, by the positions of its period and area.
  public func cell(_ measure: Measure, period: Int, place: Int) -> PublishedCell {
    pool[Int(texts[position(measure.series, period, place)])]
  }

  /// A cell's number, not a number (NaN) where it shows a symbol.
  public func number(_ measure: Measure, period: Int, place: Int) -> Double {
    numbers[position(measure.series, period, place)]
  }

  /// The numbers of all areas in a period, in the order of ``areas``.
  func row(series: Int, period: Int) -> ArraySlice<Double> {
    let start = position(series, period, 0)
    return numbers[start..<start + areas.count]
  }

  /// The same table with other measures, which point into the same series.
  func with(measures: [Measure], notes: [String]) -> PublishedMeasures {
    PublishedMeasures(
      source: source, measures: measures, areas: areas, notes: notes, blocks: blocks, numbers: numbers, texts: texts,
      pool: pool, placeOfArea: placeOfArea)
  }

  private func position(_ series: Int, _ period: Int, _ place: Int) -> Int {
    blocks[series].start + period * areas.count + place
  }

  /// The measure with this short name or this name, whatever the case; nil when there is none.
  public func measure(named name: String) -> Measure? {
    measures.first { $0.name == name || $0.code == name }
      ?? measures.first { $0.name.lowercased() == name.lowercased() || $0.code.lowercased() == name.lowercased() }
  }

  /// The topics, in alphabetical order.
  public var topics: [String] { Set(measures.flatMap(\.topics)).sorted() }
}
