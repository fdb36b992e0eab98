import KithDisclosure
import KithTables

/// Rules on whole rows, and on words that stand for nothing.
let rowRules: [ScreeningRule] = [
  .fails("rows twice") { pair in
    let places = EESLevel.allColumns.filter(pair.has).sorted() + pair.filters.map(\.column)
    let isLeftOut = { (level: String) in
      level == "Institution" || level == "Planning area"
        || (pair.levels.count > 1 && (level == "School" || level == "Provider"))
    }
    let keys = pair.data.records.filter { !isLeftOut(pair.text("geographic_level", $0)) }
      .map { record in places.map { pair.text($0, record) } }
    let twice = keys.count - Set(keys).count
    return twice == 0 ? [] : ["\(twice) rows have the time, place and filters of a row before them."]
  },
  .fails("words for nothing") { pair in
    let words: Set = ["NULL", "Null", "null", "NA", "na"]
    let inData = pair.data.header.filter { !words.isDisjoint(with: pair.values($0)) }
    let inMetadata = (pair.metadata?.records ?? []).contains { !words.isDisjoint(with: $0) }
    return inData.sentence { "the column \($0) says NULL or NA; write the standard's symbols c, x, z, k or low." }
      + (inMetadata ? ["the metadata says NULL or NA; leave it blank."] : [])
  },
  .warns("old symbols") { pair in
    let symbols: Set = ["N/A", "n/a", ".", "..", "-"]
    return pair.data.header.filter { !symbols.isDisjoint(with: pair.values($0)) }
      .sentence { "the column \($0) has symbols that are no longer used; write c, x, z, k or low." }
  },
]

/// Rules on the figures.
let indicatorRules: [ScreeningRule] = [
  .fails("blanks") { pair in
    pair.indicators.map(\.column).filter { pair.values($0).contains("") }
      .sentence { "the indicator \($0) has blanks; write x, or z where there can be no figure." }
  },
  .fails("obsolete symbols") { pair in
    pair.indicators.map(\.column).filter { !Set(["~", ":"]).isDisjoint(with: pair.values($0)) }
      .sentence { "the indicator \($0) has ~ or :, which are no longer used; write low or x." }
  },
  .warns("text") { pair in
    pair.indicators.filter { row in
      row.unit != "numberstring"
        && pair.values(row.column).contains { text in
          let cell = PublishedCell(text: text)
          return cell.number == nil && cell.symbol == nil
        }
    }.map(\.column).sentence { "the indicator \($0) has text that is neither a number nor a symbol." }
  },
]

private let ethnicColumns: Set = ["ethnicity_major", "ethnicity_minor", "ethnicity_detailed"]

/// The ethnic groups of the Government Statistical Service, as the standard writes them.
private let ethnicGroups: [String: Set<String>] = [
  "ethnicity_major": [
    "White", "Mixed / Multiple ethnic groups", "Asian / Asian British", "Black / African / Caribbean / Black British",
    "Other ethnic group", "Unknown", "Total",
  ],
  "ethnicity_minor": [
    "English / Welsh / Scottish / Northern Irish / British", "Irish", "Gypsy or Irish Traveller",
    "Any other White background", "White and Black Caribbean", "White and Black African", "White and Asian",
    "Any other Mixed / Multiple ethnic background", "Indian", "Pakistani", "Bangladeshi", "Chinese",
    "Any other Asian background", "African", "Caribbean", "Any other Black / African / Caribbean background", "Arab",
    "Any other ethnic group", "Unknown", "Total",
  ],
]

/// Rules on names that all files should share.
let harmonisedNameRules: [ScreeningRule] = [
  .fails("columns of ethnicity") { pair in
    pair.filterColumns.filter { $0.lowercased().contains("ethnic") && !ethnicColumns.contains($0) }
      .sentence { "the column \($0) should be called ethnicity_major, ethnicity_minor or ethnicity_detailed." }
  },
  .fails("ethnic groups") { pair in
    ethnicGroups.keys.sorted().filter(pair.has).flatMap { column in
      pair.values(column).filter { !(ethnicGroups[column]?.contains($0) ?? true) }
    }.sentence { "the ethnic group \($0) is not as the Government Statistical Service writes it." }
  },
  .warns("gender") { pair in
    pair.filterColumns.filter { $0.lowercased() == "gender" }
      .sentence { "the column \($0) should be called sex, where it is sex that was recorded." }
  },
]

/// Rules on lengths, without which the pair is not served by the platform's API.
let limitRules: [ScreeningRule] = [
  .warns("length of location codes") { pair in
    let codes = EESLevel.all.flatMap { [$0.code, $0.secondCode].compactMap { $0 } }.filter(pair.has)
    return tooLong(codes.flatMap { pair.values($0) }.unique, 30, "location code")
  },
  .warns("length of column names") { pair in tooLong(pair.data.header, 50, "column name") },
  .warns("length of labels") { pair in tooLong(pair.rows.map(\.label), 80, "label") },
  .warns("length of filter items") { pair in
    tooLong(pair.filterColumns.flatMap { pair.values($0) }.unique, 120, "filter item")
  },
]

private func tooLong(_ texts: [String], _ most: Int, _ what: String) -> [String] {
  texts.filter { $0.count > most }.sentence { "the \(what) \($0) is longer than \(most) characters." }
}
