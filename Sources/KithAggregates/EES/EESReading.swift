import KithDisclosure
import KithPlaces
import KithTables

/// The making of measures from the rows of an EES file.
struct EESReading {
  private let text: SeparatedText
  private let columns: EESColumns
  private let metadata: EESMetadata?
  private let title: String
  private let polarity: Polarity
  private let manyIdentifiers: Bool
  private let register: AuthorityRegister
  private var places: EESPlaces
  private var rows = PublishedRows()
  /// The combinations of filters' values, with the series of their first indicator.
  private var combinations = Codes<[String]>()

  init(
    _ text: SeparatedText, _ columns: EESColumns, _ metadata: EESMetadata?, register: AuthorityRegister, title: String,
    polarity: Polarity
  ) {
    self.text = text
    self.columns = columns
    self.metadata = metadata
    self.title = title
    self.polarity = polarity
    self.register = register
    places = EESPlaces(columns, register: register)
    let identifiers = Set(text.records.map { record in columns.identifier.map { record[$0] } ?? "" })
    manyIdentifiers = identifiers.count > 1
  }

  /// Takes every row of the file.
  mutating func addRows() {
    rows.reserve(text.records.count * columns.indicators.count)
    for record in text.records {
      guard let area = places.area(record) else { continue }
      let place = rows.code(area: area)
      let label = rows.code(label: label(record))
      let combination = combinations.code(columns.filters.map { record[$0].trimmed })
      for (number, column) in columns.indicators.enumerated() {
        let series = rows.code(series: "\(combination) \(number)")
        rows.add(series: series, label: label, area: place, text: rows.code(text: record[column]))
      }
    }
  }

  private func label(_ record: [String]) -> String {
    let label = Period(digits: record[columns.period].trimmed).label
    guard manyIdentifiers, let identifier = columns.identifier else { return label }
    return "\(label) \(record[identifier])"
  }

  /// The table, with the filters' values and the indicator's column of each measure.
  mutating func published() -> (table: PublishedMeasures, filters: [[String: String]], indicators: [String]) {
    let source = PublicationSource(title: title, publisher: "Explore Education Statistics")
    let table = rows.published(
      source: source, measures: [], notes: columns.notes + places.notes + jointNotes + raggedNotes)
    let names = columns.filters.map { text.header[$0].trimmed }
    let telling = columns.filters.indices.filter { place in Set(combinations.values.map { $0[place] }).count > 1 }
    var measures: [Measure] = []
    var filters: [[String: String]] = []
    for combination in combinations.values {
      for column in columns.indicators {
        measures.append(
          measure(column, telling.map { combination[$0] }, series: measures.count).with(decimalsIn: table))
        filters.append(Dictionary(uniqueKeysWithValues: zip(names, combination)))
      }
    }
    let indicators = combinations.values.flatMap { _ in columns.indicators.map { text.header[$0].trimmed } }
    return (table.with(measures: measures, notes: table.notes), filters, indicators)
  }

  private func measure(_ column: Int, _ values: [String], series: Int) -> Measure {
    let name = text.header[column].trimmed
    let label = metadata?.label(name) ?? name.split(separator: "_").joined(separator: " ")
    let identifier = columns.identifier.map { text.records[0][$0] } ?? ""
    return Measure(
      code: ([name] + values).joined(separator: "|"), name: ([label] + values).joined(separator: ", "),
      topics: [title], polarity: polarity, decimals: metadata?.decimals(name), hasBands: true,
      unit: metadata?.unit(name) ?? "", yearKind: YearKind(words: identifier), series: series)
  }

  /// Authorities that make one return: their joint figures are a place of their own, and are not shared out.
  private var jointNotes: [String] {
    rows.areas.values.compactMap { area in
      guard case .joint = area else { return nil }
      return
        "\(area.name(in: register)) make one return in some years; their joint figures are not shared between them."
    }
  }

  private var raggedNotes: [String] {
    text.raggedLines.isEmpty
      ? []
      : [
        "\(text.raggedLines.count) lines have more or fewer values than the header, the first on line \(text.raggedLines[0])."
      ]
  }
}
