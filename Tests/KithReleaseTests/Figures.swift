import KithAggregates
import KithDisclosure
import KithPlaces
import KithRelease
import KithTables
import KithTesting
import Testing

/// A column of one release's data file, by place and group.
struct Shown {
  let table: SeparatedText

  init(_ package: ReleasePackage) throws { table = try SeparatedText(Array(package.files[0].text.utf8)) }

  /// A cell: the authority's digits, the region's name or `England`; the group's name; the column.
  func callAsFunction(_ area: String, _ column: String, _ group: String = "Total", year: Int = 2025) -> String? {
    func text(_ name: String, _ record: [String]) -> String { table.column(name).map { record[$0] } ?? "" }
    let record = table.records.first { record in
      let areas = [
        "National": "England", "Regional": text("region_name", record), "Local authority": text("old_la_code", record),
      ]
      return areas[text("geographic_level", record)] == area && text("time_period", record) == String(year)
        && (group == "Total" && table.column("breakdown") == nil || text("breakdown", record) == group)
    }
    return record.map { text(column, $0) }
  }
}

/// Short ways to say figures.
struct Figures {
  private(set) var all: [ReleaseFigure] = []
  var authority = "301"
  var year = 2025

  private mutating func add(
    _ measure: String, _ unit: ReleaseFigure.Unit, _ state: ReleaseFigure.State, _ group: ReleaseGroup,
    _ label: String?,
    places: Int = 1
  ) {
    all.append(
      ReleaseFigure(
        measure: measure, label: label ?? "The measure \(measure)", unit: unit, places: places, year: year,
        authority: authority, group: group, state: state))
  }

  mutating func count(_ measure: String, _ number: Int, _ group: ReleaseGroup = .total, label: String? = nil) {
    add(measure, .count, .parts(number, over: nil), group, label)
  }

  mutating func percentage(
    _ measure: String, _ number: Int, of base: Int, _ group: ReleaseGroup = .total, label: String? = nil
  ) {
    add(measure, .percentage, base == 0 ? .notApplicable : .parts(number, over: base), group, label)
  }

  mutating func rate(_ measure: String, _ number: Int, of people: Int) {
    add(measure, .rate(per: 10_000), .parts(number, over: people), .total, nil)
  }

  mutating func mean(_ measure: String, _ sum: Int, of count: Int, _ group: ReleaseGroup = .total) {
    add(measure, .mean, count == 0 ? .notApplicable : .parts(sum, over: count), group, nil)
  }

  mutating func none(_ measure: String, _ unit: ReleaseFigure.Unit, _ reason: String) {
    add(measure, unit, .unavailable(reason), .total, nil)
  }

  /// A count in all groups of a breakdown, and their total.
  mutating func split(_ measure: String, by breakdown: String, _ counts: [String: Int], total: Bool = true) {
    if total { count(measure, counts.values.reduce(0, +)) }
    for (category, number) in counts.sorted(by: { $0.key < $1.key }) {
      count(measure, number, ReleaseGroup(breakdown: breakdown, category: category))
    }
  }

  func released(
    _ policy: DisclosurePolicy = .childrenLookedAfter, frame: ReleaseFrame? = nil, earlier: EarlierRelease? = nil
  ) throws -> ReleasePackage {
    try ReleasePackage(all, ReleaseRequest(title: "A release", policy: policy, frame: frame, earlier: earlier))
  }
}

extension ReleaseFrame {
  /// Regions of some authorities, which are all there are.
  static func small(_ regions: [Region: [String]]) -> ReleaseFrame {
    ReleaseFrame(
      members: [
        2025: regions.flatMap { region, codes in
          codes.map { code in
            let known = AuthorityCode(parsing: code).flatMap { AuthorityRegister.england[$0] }
            return Member(code: code, name: known?.name ?? "", onsCode: known?.onsCode ?? "x", region: region)
          }
        }
      ])
  }
}

extension ReleaseGroup {
  static func sex(_ code: String) -> ReleaseGroup { ReleaseGroup(breakdown: "sex", category: code) }
}
