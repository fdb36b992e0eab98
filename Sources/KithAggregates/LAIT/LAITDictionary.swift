import KithTables

/// A row of LAIT's data dictionary, as measures are made of it.
struct LAITDictionaryRow {
  let code: String
  let name: String
  let topic: String
  let polarity: Polarity
  let decimals: Int?
  let hasBands: Bool
  let unit: String
  let yearKind: YearKind
  let description: String
  let link: String
}

/// LAIT's data dictionary: what each measure is called, its topic, polarity and decimals.
struct LAITDictionary {
  let rows: [LAITDictionaryRow]

  /// Reads the dictionary; measures marked as discontinued are left out, as LAIT leaves them out.
  init(_ file: PublishedFile) throws(AggregatesError) {
    let table = try file.separatedText()
    guard let name = table.column("Measure"), let code = table.column("Measure_short") else {
      throw AggregatesError(
        file: file.path, "this is not LAIT's data dictionary: it needs the columns Measure and Measure_short.")
    }
    let columns = Columns(table)
    rows = table.records.compactMap { record in
      let status = columns.text("Table_status", record)
      guard !record[code].trimmed.isEmpty, !status.contains("DISCONTINUE") else { return nil }
      return LAITDictionaryRow(
        code: record[code].trimmed, name: record[name], topic: columns.text("Topic", record),
        polarity: Polarity(text: columns.text("Polarity", record)), decimals: Int(columns.text("dps", record)),
        hasBands: columns.text("No_Quartile", record) != "N", unit: columns.text("y_axis_name", record),
        yearKind: YearKind(words: columns.text("Year_Type", record)), description: columns.text("Description", record),
        link: columns.text("Hyperlink(s)", record))
    }
  }

  /// The measures whose series the table has: the first row of each name, with the topics of all rows of the name.
  func measures(series: [String: Int]) -> [Measure] {
    var seen: [String: Int] = [:]
    var measures: [Measure] = []
    for row in rows {
      guard let position = series[row.code] else { continue }
      if let known = seen[row.name] {
        measures[known] = measures[known].adding(topic: row.topic)
        continue
      }
      seen[row.name] = measures.count
      measures.append(
        Measure(
          code: row.code, name: row.name, topics: [row.topic], polarity: row.polarity, decimals: row.decimals,
          hasBands: row.hasBands, unit: row.unit, yearKind: row.yearKind, description: row.description,
          link: row.link, series: position))
    }
    return measures
  }
}

extension Measure {
  fileprivate func adding(topic: String) -> Measure {
    guard !topics.contains(topic) else { return self }
    return Measure(
      code: code, name: name, topics: topics + [topic], polarity: polarity, decimals: decimals, hasBands: hasBands,
      unit: unit, yearKind: yearKind, description: description, link: link, series: series)
  }
}
