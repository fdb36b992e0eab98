import KithTables

/// The kinds of time that the standard knows; those of one list may stand in one file.
private struct TimeKind: Sendable {
  let identifiers: [String]
  let digits: Int

  static let all: [TimeKind] =
    [
      TimeKind(identifiers: ["Calendar year"], digits: 4), TimeKind(identifiers: ["Reporting year"], digits: 4),
      TimeKind(identifiers: (1...52).map { "Week \($0)" }, digits: 4),
      TimeKind(
        identifiers: [
          "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December",
        ], digits: 4),
      TimeKind(identifiers: ["Spring term", "Autumn term", "Summer term"], digits: 6),
      TimeKind(identifiers: (1...4).map { "Financial year Q\($0)" }, digits: 6),
      TimeKind(identifiers: ["Part 1 (April to September)", "Part 2 (October to March)"], digits: 6),
    ]
    + ["Autumn and spring term", "Financial year", "Academic year", "Tax year"].map {
      TimeKind(identifiers: [$0], digits: 6)
    }

  static func named(_ identifier: String) -> TimeKind? { all.first { $0.identifiers.contains(identifier) } }
}

private func isDigits(_ text: String) -> Bool { !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) } }

/// Rules on the columns of time.
let timeRules: [ScreeningRule] = [
  .fails("digits") { pair in
    pair.values("time_period").filter { !isDigits($0) }.sentence { "the time_period \($0) should be digits alone." }
  },
  .fails("identifiers") { pair in
    pair.values("time_identifier").filter { TimeKind.named($0) == nil }
      .sentence { "the time_identifier \($0) is none that the standard knows, such as 'Reporting year'." }
  },
  .fails("one kind of time") { pair in
    let kinds = Set(pair.values("time_identifier").compactMap { TimeKind.named($0)?.identifiers })
    return kinds.count > 1 ? ["the file mixes kinds of time; make a file of each."] : []
  },
  .fails("length") { pair in
    let pairs = pair.data.records.map { [pair.text("time_period", $0), pair.text("time_identifier", $0)] }.unique
    return pairs.filter { item in
      TimeKind.named(item[1]).map { isDigits(item[0]) && item[0].utf8.count != $0.digits } ?? false
    }.map { $0.joined(separator: ", ") }.sentence { "the time_period of \($0) has the wrong number of digits." }
  },
  .fails("consecutive years") { pair in
    pair.values("time_period").filter { text in
      guard isDigits(text), text.utf8.count == 6, let first = Int(text.prefix(4)), let second = Int(text.suffix(2))
      else {
        return false
      }
      return (first + 1) % 100 != second
    }.sentence { "the time_period \($0) should be two years that follow each other, as 202425." }
  },
]

/// Rules on the filters.
let filterRules: [ScreeningRule] = [
  .fails("single values") { pair in
    pair.filters.map(\.column).filter { pair.has($0) && pair.values($0).count < 2 }
      .sentence { "the filter \($0) has one value; leave it out of the metadata." }
  },
  .fails("blanks") { pair in
    pair.filterColumns.filter { pair.values($0).contains("") }
      .sentence { "the filter \($0) has blanks; write Total, or what they are." }
  },
  .fails("spaces around") { pair in
    pair.filterColumns.flatMap { pair.values($0) }.filter { $0 != $0.trimmed }.unique
      .sentence { "the filter items \($0) have spaces before or after them." }
  },
  .fails("more groups than items") { pair in
    pair.filters.filter { row in
      pair.has(row.groupingColumn) && pair.values(row.groupingColumn).count > pair.values(row.column).count
    }.map(\.column).sentence { "the filter \($0) has fewer items than groups; they are the wrong way round." }
  },
  .fails("too many items") { pair in
    pair.filterColumns.filter { pair.values($0).count > 25_000 }.sentence {
      "the filter \($0) has more than 25,000 items."
    }
  },
  .fails("totals of time and place") { pair in
    pair.data.header.filter { EESLevel.allColumns.contains($0) }.filter { column in
      !Set(pair.values(column)).isDisjoint(with: ["Total", "total", "All", "all"])
    }.sentence { "the column \($0) of time or place says Total or All; leave it blank." }
  },
  .warns("defaults") { pair in
    let defaults =
      pair.filters.map { ($0.column, $0.defaultItem.isEmpty ? "Total" : $0.defaultItem) }
      + pair.groupingColumns.map { ($0, "Total") }
    return defaults.filter { pair.has($0.0) && !pair.values($0.0).contains($0.1) }.map(\.0).unique
      .sentence { "the filter \($0) has no item 'Total', and no filter_default that it has." }
  },
]
