import KithReturns
import KithTables

/// The days of a script's year, and the frame of who has a return, which both collections have.
struct YearFrames {
  let script: MeasureScript

  var year: Int { script.year.ends }
  var only: ClosedRange<Int> { year...year }

  /// The 1 April on which the year begins.
  var start: Term { day(1, 4, year - 1) }
  /// The 31 March on which it ends.
  var end: Term { day(31, 3, year) }

  func day(_ day: Int, _ month: Int, _ year: Int) -> Term { .day(Day(day, month, year) ?? Day(number: 0)) }

  /// The day so many months before the year's last.
  func end(monthsBefore months: Int) -> Term {
    let month = year * 12 + 2 - months
    let length = Day.length(ofMonth: month % 12 + 1, year: month / 12)
    return day(min(31, length), month % 12 + 1, month / 12)
  }

  /// The condition that a column of days lies in the year.
  func holds(_ column: String) -> Term { .between(start, .column(column), end) }

  /// A column of a day that goes beyond the year's last day, or is missing.
  func isOpen(_ column: String) -> Term { .any([.not(.known(.column(column))), .more(.column(column), end)]) }

  /// A time of two columns that has a day in the year.
  func touches(_ from: String, _ to: String) -> Term {
    .all([.atMost(.column(from), end), .any([.not(.known(.column(to))), .atLeast(.column(to), start)])])
  }

  /// The authorities of a collection: the last year of which each has a return, and how many it has up to the year without a gap.
  func held(_ collection: CollectionKind) -> Frame {
    let longest = max(1, script.measures.filter { $0.collection == collection }.map(\.yearsNeeded).max() ?? 1)
    let years = Array(1...longest)
    let counts: [Frame.Move] = years.flatMap { number -> [Frame.Move] in
      [
        .add("is_of_\(number)", .flag(.more("year", .number(year - number)))),
        .addForGroup("held_of_\(number)", .total("is_of_\(number)"), within: ["authority"]),
      ]
    }
    let gaps = years.map { Term.Choice(.less(.column("held_of_\($0)"), .number($0)), .number($0 - 1)) }
    return Frame(
      collection.heldName,
      .returns(of: ScriptTable.all.filter { $0.collection == collection }.map(\.name)),
      [
        .keep(.between(.number(year - MeasureRun.years + 1), "year", .number(year))),
        .addForGroup("last_year", .greatest("year"), within: ["authority"]),
      ] + counts + [
        .add("years_held", .choose(gaps, otherwise: .number(longest))), .firstOf(["authority"]),
      ],
      columns: "authority last_year years_held")
  }
}
