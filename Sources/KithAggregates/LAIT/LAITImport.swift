import KithDisclosure
import KithEngine
public import KithPlaces
import KithStatistics
import KithTables

/// LAIT's figures and neighbours, read.
public struct LAITData: Sendable {
  /// The figures.
  public let table: PublishedMeasures
  /// The statistical neighbours of the edition asked for.
  public let neighbours: NeighbourEdition

  /// Reads a folder of LAIT's published files.
  public init(folder: String, neighbours year: NeighbourYear = .may2025) throws {
    let folder = try LAITFolder(folder)
    let edition = try folder.neighbours(year)
    let dictionary = try LAITDictionary(folder.dictionary)
    var rows = try Self.rows(of: folder.figures)
    let table = rows.published(
      source: PublicationSource(title: folder.title),
      measures: [], notes: [])
    let measures = dictionary.measures(series: rows.series.places).map { $0.with(decimalsIn: table) }
    guard !measures.isEmpty else {
      throw AggregatesError(
        file: folder.figures.path, "no measure here is in the data dictionary; take both files from one download.")
    }
    self.table = table.with(measures: measures, notes: table.notes)
    neighbours = edition
  }

  private static func rows(of file: PublishedFile) throws -> PublishedRows {
    if file.name.hasSuffix(".csv") { return try rows(ofText: file) }
    let isParquet = file.name.hasSuffix(".parquet")
    let start = try file.bytes(upTo: 4)
    guard isParquet ? start == Array("PAR1".utf8) : start.starts(with: [0x1F, 0x8B]) else {
      throw AggregatesError(
        file: file.path, "this is not \(isParquet ? "a Parquet" : "a gzip") file; download it again.")
    }
    let source: SQL =
      isParquet ? "\(parquet: file.path)" : "read_csv(\(literal: file.path), header = true, all_varchar = true)"
    do {
      return try rows(from: source)
    } catch let error as EngineError {
      guard error.reason == .driver || error.reason == .column else { throw error }
      throw AggregatesError(
        file: file.path,
        "DuckDB cannot read it as LAIT's figures; download it again. DuckDB says: "
          + (error.message.split(separator: "\n").first ?? ""))
    }
  }

  private static func rows(from source: SQL) throws -> PublishedRows {
    let connection = try Engine(.duckDB()).connect()
    let result = try connection.query(
      """
      SELECT "Short Desc" AS measure, "Years" AS years, "Values" AS value,
        CAST(CAST("LA Number" AS DOUBLE) AS VARCHAR) AS area
      FROM \(sql: source) WHERE "Years" IS NOT NULL
      """)
    let measures = try result.text("measure").coded
    let years = try result.text("years").coded
    let values = try result.text("value").coded
    let areas = try result.text("area").coded
    var rows = PublishedRows()
    rows.reserve(result.rowCount)
    let seriesCodes = measures.words.map { rows.code(series: $0.trimmed) }
    let labelCodes = years.words.map { rows.code(label: $0) }
    let areaCodes = areas.words.map { word in area(word).map { rows.code(area: $0) } }
    let textCodes = values.words.map { rows.code(text: $0) }
    let blank = rows.code(text: "")
    for row in 0..<result.rowCount {
      guard measures.codes[row] >= 0, areas.codes[row] >= 0, let area = areaCodes[Int(areas.codes[row])] else {
        continue
      }
      let text = values.codes[row] < 0 ? blank : textCodes[Int(values.codes[row])]
      rows.add(
        series: seriesCodes[Int(measures.codes[row])], label: labelCodes[Int(years.codes[row])], area: area, text: text)
    }
    return rows
  }

  private static func rows(ofText file: PublishedFile) throws(AggregatesError) -> PublishedRows {
    let table = try file.separatedText()
    guard let measure = table.column("Short Desc"), let years = table.column("Years"),
      let value = table.column("Values"), let number = table.column("LA Number")
    else {
      throw AggregatesError(
        file: file.path, "these are not LAIT's figures: they need the columns Short Desc, Years, LA Number and Values.")
    }
    var rows = PublishedRows()
    rows.reserve(table.records.count)
    for record in table.records {
      guard let area = area(record[number]), !record[years].isEmpty else { continue }
      rows.add(series: record[measure].trimmed, label: record[years], area: area, text: record[value])
    }
    return rows
  }

  private static func area(_ number: String) -> Area? { Double(number).flatMap { Area(toolNumber: Int($0)) } }
}

extension Measure {
  /// The measure with the most decimals that its numbers have, up to 2.
  func with(decimalsIn table: PublishedMeasures) -> Measure {
    let block = table.blocks[series]
    let numbers = table.numbers[block.start..<block.start + block.periods.count * table.areas.count]
    var measure = self
    measure.publishedDecimals =
      (0...1).first { places in
        numbers.allSatisfy { $0.isNaN || abs($0.roundedHalfUp(places: places) - $0) < 1e-9 * max(1, abs($0)) }
      } ?? 2
    return measure
  }
}
