import KithDisclosure

/// The rows of a published table before they are set out in blocks: for each figure its series, period, area and text,
/// each a code into a list of what occurs.
struct PublishedRows {
  private(set) var series = Codes<String>()
  private(set) var labels = Codes<String>()
  private(set) var areas = Codes<Area>()
  private(set) var texts = Codes<String>()
  private var rows: [Row] = []

  private struct Row {
    let series: UInt32
    let label: UInt32
    let area: UInt32
    let text: UInt32
  }

  mutating func reserve(_ count: Int) { rows.reserveCapacity(count) }

  /// Adds a figure.
  mutating func add(series name: String, label: String, area: Area, text: String) {
    rows.append(
      Row(series: series.code(name), label: labels.code(label), area: areas.code(area), text: texts.code(text)))
  }

  /// Adds a figure by codes given out before.
  mutating func add(series: UInt32, label: UInt32, area: UInt32, text: UInt32) {
    rows.append(Row(series: series, label: label, area: area, text: text))
  }

  mutating func code(series name: String) -> UInt32 { series.code(name) }
  mutating func code(label: String) -> UInt32 { labels.code(label) }
  mutating func code(area: Area) -> UInt32 { areas.code(area) }
  mutating func code(text: String) -> UInt32 { texts.code(text) }

  /// Figures that the rows give twice for one series, period and area; the first of them counts.
  private(set) var duplicates = 0

  /// Sets the rows out in blocks.
  mutating func published(source: PublicationSource, measures: [Measure], notes: [String]) -> PublishedMeasures {
    let (blocks, places, size) = layOut()
    let blank = texts.code("")
    let pool = texts.values.map { PublishedCell(text: $0) }
    var cells = [UInt32](repeating: .max, count: size)
    for row in rows {
      let period = places[Int(row.series)][Int(row.label)]
      let position = blocks[Int(row.series)].start + period * areas.values.count + Int(row.area)
      if cells[position] == .max { cells[position] = row.text } else { duplicates += 1 }
    }
    for position in cells.indices where cells[position] == .max { cells[position] = blank }
    return PublishedMeasures(
      source: source, measures: measures, areas: areas.values, notes: notes + duplicateNotes, blocks: blocks,
      numbers: cells.map { pool[Int($0)].number ?? .nan }, texts: cells, pool: pool, placeOfArea: areas.places)
  }

  private var duplicateNotes: [String] {
    duplicates == 0 ? [] : ["\(duplicates) figures are given twice for one place and period; the first is used."]
  }

  /// The blocks, the place of each label in each block, and the number of cells.
  private func layOut() -> (blocks: [PublishedMeasures.Block], places: [[Int]], size: Int) {
    let periods = labels.values.map { Period(label: $0) }
    var used = [[Bool]](repeating: Array(repeating: false, count: periods.count), count: series.values.count)
    for row in rows { used[Int(row.series)][Int(row.label)] = true }
    var blocks: [PublishedMeasures.Block] = []
    var places: [[Int]] = []
    var size = 0
    for flags in used {
      let held = flags.indices.filter { flags[$0] }.sorted {
        (periods[$0].firstYear, periods[$0].label) < (periods[$1].firstYear, periods[$1].label)
      }
      var place = [Int](repeating: 0, count: periods.count)
      for (position, label) in held.enumerated() { place[label] = position }
      blocks.append(PublishedMeasures.Block(periods: held.map { periods[$0] }, start: size))
      places.append(place)
      size += held.count * areas.values.count
    }
    return (blocks, places, size)
  }
}

/// Small whole numbers for the distinct values of a column, in order of appearance.
struct Codes<Value: Hashable> {
  private(set) var values: [Value] = []
  private(set) var places: [Value: Int] = [:]

  mutating func code(_ value: Value) -> UInt32 {
    if let known = places[value] { return UInt32(known) }
    places[value] = values.count
    values.append(value)
    return UInt32(values.count - 1)
  }
}
