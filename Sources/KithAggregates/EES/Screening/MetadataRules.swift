import KithTables

private let units = ["", "%", "pp", "£", "£m", "numberstring"]

private func columns(
  _ rows: [ScreenedPair.MetadataRow], where isWrong: (ScreenedPair.MetadataRow) -> Bool
) -> [String] { rows.filter(isWrong).map(\.column) }

/// Rules on the metadata.
let metadataRules: [ScreeningRule] = [
  .fails("types") { pair in
    columns(pair.rows) { !$0.isFilter && !$0.isIndicator }
      .sentence { "the metadata's col_type of \($0) should be Filter or Indicator." }
  },
  .fails("columns of time and place") { pair in
    columns(pair.rows) { EESLevel.allColumns.contains($0.column) }
      .sentence { "the metadata lists \($0), a column of time or place; leave it out." }
  },
  .fails("blank names") { pair in
    pair.rows.contains { $0.column.trimmed.isEmpty } ? ["a row of the metadata has no col_name."] : []
  },
  .fails("names twice") { pair in
    pair.rows.map(\.column).repeated.sentence { "the metadata lists \($0) twice." }
  },
  .fails("labels") { pair in
    columns(pair.rows) { $0.label.trimmed.isEmpty }.sentence { "the metadata has no label for \($0)." }
  },
  .fails("labels twice") { pair in
    pair.rows.map(\.label).filter { !$0.isEmpty }.repeated.sentence { "the metadata has the label \($0) twice." }
  },
  .fails("filter columns of indicators") { pair in
    columns(pair.indicators) { !$0.hint.isEmpty || !$0.groupingColumn.isEmpty || !$0.defaultItem.isEmpty }
      .sentence { "the indicator \($0) has a filter_hint, filter_grouping_column or filter_default; leave them blank." }
  },
  .fails("indicator columns of filters") { pair in
    columns(pair.filters) { !$0.grouping.isEmpty || !$0.unit.isEmpty || (!$0.decimals.isEmpty && pair.metadata != nil) }
      .sentence { "the filter \($0) has an indicator_grouping, indicator_unit or indicator_dp; leave them blank." }
  },
  .fails("groups listed as rows") { pair in
    pair.groupingColumns.filter { pair.rows.map(\.column).contains($0) }.unique
      .sentence { "the grouping column \($0) has a row of its own in the metadata; leave the row out." }
  },
  .fails("groups twice") { pair in
    pair.groupingColumns.repeated.sentence { "the grouping column \($0) groups two filters." }
  },
  .fails("places as filters") { pair in
    (pair.filters.map(\.column) + pair.groupingColumns).filter(EESLevel.isPlaceName)
      .sentence { "the filter \($0) looks like a column of places; leave it out of the metadata." }
  },
  .fails("units") { pair in
    columns(pair.indicators) { !units.contains($0.unit) }
      .sentence { "the indicator_unit of \($0) should be blank, %, pp, £, £m or numberstring." }
  },
  .fails("decimals") { pair in
    columns(pair.indicators) { row in
      !row.decimals.isEmpty && !row.decimals.utf8.allSatisfy { (48...57).contains($0) }
    }.sentence { "the indicator_dp of \($0) should be a whole number." }
  },
  .warns("no decimals") { pair in
    columns(pair.indicators) { $0.decimals.isEmpty }
      .sentence { "the indicator \($0) has no indicator_dp, and is shown with 2 decimals." }
  },
  .fails("no indicators") { pair in pair.indicators.isEmpty ? ["the metadata lists no indicator."] : [] },
]
