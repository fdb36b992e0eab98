import KithTables

/// Rules on the names of the two files.
let fileNameRules: [ScreeningRule] = [
  .fails("spaces in a file name") { pair in
    [pair.name, pair.metadataName].filter { $0.contains(where: \.isWhitespace) }
      .sentence { "the name \($0) has a space; write _ or - in its place." }
  },
  .fails("special characters in a file name") { pair in
    [pair.name, pair.metadataName].filter { !ScreenedName($0).isPlain }
      .sentence { "the name \($0) has other characters than letters, digits, _ and -; leave them out." }
  },
  .fails("names that do not match") { pair in
    let expected = ScreenedName(pair.name).stem + ".meta.csv"
    return pair.metadataName == expected ? [] : ["the metadata file should be called \(expected)."]
  },
  .warns("capitals in a file name") { pair in
    pair.name == pair.name.lowercased() ? [] : ["the name '\(pair.name)' has capital letters; write small ones."]
  },
]

/// A file's name, taken apart.
struct ScreenedName {
  let stem: String

  init(_ name: String) {
    let withoutEnd = name.hasSuffix(".csv") ? String(name.dropLast(4)) : name
    stem = withoutEnd.hasSuffix(".meta") ? String(withoutEnd.dropLast(5)) : withoutEnd
  }

  var isPlain: Bool {
    stem.unicodeScalars.allSatisfy { scalar in
      scalar.isASCII
        && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "_- ".unicodeScalars.contains(scalar))
    }
  }
}

private let requiredOfMetadata = [
  "col_name", "col_type", "label", "indicator_grouping", "indicator_unit", "indicator_dp", "filter_hint",
  "filter_grouping_column",
]

/// Rules on the columns without which nothing else can be looked at.
let requiredColumnRules: [ScreeningRule] = [
  .fails("columns of the metadata") { pair in
    guard let metadata = pair.metadata else { return [] }
    return requiredOfMetadata.filter { !metadata.header.contains($0) }
      .sentence { "the metadata file has no column \($0)." }
  },
  .fails("other columns in the metadata") { pair in
    let known = requiredOfMetadata + ["filter_default", "parent_filter"]
    return (pair.metadata?.header ?? []).filter { !known.contains($0) }
      .sentence { "the metadata file has the column \($0), which the standard does not know." }
  },
  .fails("columns of the data") { pair in
    EESLevel.required.filter { !pair.has($0) }.sentence { "the data file has no column \($0)." }
  },
  .fails("more metadata than data") { pair in
    pair.data.header.count - EESLevel.required.count < pair.rows.count
      ? ["the metadata has \(pair.rows.count) rows, and the data file fewer columns besides those of time and country."]
      : []
  },
  .fails("no rows") { pair in pair.data.records.isEmpty ? ["the data file has a header and no rows."] : [] },
  .fails("uneven lines") { pair in
    pair.data.raggedLines.isEmpty
      ? []
      : [
        "\(pair.data.raggedLines.count) lines have more or fewer values than the header, the first line \(pair.data.raggedLines[0])."
      ]
  },
  .fails("column names twice") { pair in
    pair.data.header.repeated.sentence { "the data file has the column \($0) twice." }
  },
]

/// Rules on what each file says of the other's columns.
let crossFileRules: [ScreeningRule] = [
  .fails("metadata without data") { pair in
    (pair.rows.map(\.column) + pair.groupingColumns).filter { !$0.isEmpty && !pair.has($0) }.unique
      .sentence { "the metadata names \($0), which the data file does not have." }
  },
  .warns("data without metadata") { pair in
    let known = Set(pair.rows.map(\.column) + pair.groupingColumns)
    return pair.data.header.filter { column in
      !known.contains(column) && !EESLevel.allColumns.contains(column) && pair.values(column).count > 1
    }.sentence { "the column \($0) has several values and is not in the metadata, so nobody can choose by it." }
  },
]

private let groupsInNames = [
  "male", "asian", "chinese", "indian", "pakistani", "bangladeshi", "black", "african", "caribbean", "white", "roma",
  "irish", "english", "british", "scottish", "welsh", "arab",
]

/// Rules on the names of columns.
let columnRules: [ScreeningRule] = [
  .fails("spaces in column names") { pair in
    pair.data.header.filter { $0.contains(where: \.isWhitespace) }
      .sentence { "the column name \($0) has a space; write _ in its place." }
  },
  .warns("snake case") { pair in
    pair.data.header.filter { name in
      !name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }
    }.sentence { "the column name \($0) has other characters than small letters, digits and _." }
  },
  .warns("first letter") { pair in
    pair.data.header.filter { !($0.utf8.first.map { (97...122).contains($0) } ?? false) }
      .sentence { "the column name \($0) does not begin with a small letter." }
  },
  .fails("groups in indicators") { pair in
    pair.indicators.map(\.column).filter { name in groupsInNames.contains(where: name.lowercased().contains) }
      .sentence { "the indicator \($0) names a group of people; make the group a filter." }
  },
  .warns("characteristic") { pair in
    (pair.rows.map(\.column) + pair.groupingColumns).filter { $0 == "characteristic" || $0 == "characteristic_group" }
      .unique.sentence { "the column \($0) is not recommended; use breakdown and breakdown_topic." }
  },
]
