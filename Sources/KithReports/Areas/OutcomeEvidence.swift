import KithCharts
import KithDisclosure
public import KithStudies

/// What became of an authority's children at school and in health, from files that linkage joined to its returns, as it may be shown.
public struct OutcomeEvidence: Sendable {
  private let outcomes: ReleasedOutcomes
  private let source: String

  /// Protects the outcomes of an authority; `agreement` is under which agreement the files were joined.
  public init(_ study: OutcomeStudy, of authority: String, isSynthetic: Bool, files: String, agreement: String) throws {
    outcomes = try study.releasedOutcomes(of: authority, under: .childrenInNeed)
    source =
      (isSynthetic ? "SYNTHETIC returns and files" : "own returns and files of other agencies")
      + " (\(files)), joined under the agreement \(agreement); 1 to 5 withheld, and what protects them"
  }

  /// A chart for each outcome of which a figure may be shown, then all of them beside their match rates.
  public var exhibits: [Exhibit] {
    guard !outcomes.items.isEmpty else { return [] }
    return outcomes.items.compactMap(chart) + [matches]
  }

  private func chart(_ item: ReleasedOutcomes.Item) -> Exhibit? {
    guard item.figures.contains(where: { $0.value.value.number != nil }) else { return nil }
    let head = ChartHead(
      finding: finding(item), subject: subject(item), unit: item.unit == "percentage" ? "per cent" : item.unit,
      source: source,
      notes: ["Of children of whom it is known; who is not found is unknown, and on neither side."])
    let values = item.figures.map { figure -> ChartValue? in ChartValue(figure.value, interval: figure.interval) }
    return Exhibit(
      sentence(item),
      chart: DotChart(
        head, heading: "Group on 31 March", categories: item.figures.map { Self.words($0.group) },
        series: [ChartSeries("Figure", values)]))
  }

  private static func words(_ group: SocialCareGroup) -> String { group.rawValue.capitalisedFirst }

  private func subject(_ item: ReleasedOutcomes.Item) -> String {
    "\(item.title)\(item.measure.isEmpty ? "" : " (\(item.measure))"), by social care group on 31 March \(outcomes.year)"
  }

  private func finding(_ item: ReleasedOutcomes.Item) -> String {
    let shown = item.figures.filter { $0.value.value.number != nil }
    let sorted = shown.sorted { ($0.value.value.number ?? 0) < ($1.value.value.number ?? 0) }
    guard let least = sorted.first, let most = sorted.last, shown.count > 1 else {
      return "\(item.title): one group can be shown"
    }
    return
      "\(item.title): from \(least.value.value) (\(least.group.rawValue)) to \(most.value.value) (\(most.group.rawValue))"
  }

  private func sentence(_ item: ReleasedOutcomes.Item) -> String {
    let rates = item.figures.compactMap { figure in figure.matchRate?.value.number }
    let found = rates.min().flatMap { low in
      rates.max().map { high in
        "Found in the files: \(ChartDigits.text(low, places: 1)) to \(ChartDigits.text(high, places: 1)) per cent of the groups"
      }
    }
    let unsure =
      item.figures.contains { $0.interval != nil }
      ? "Intervals are of 95 %, as if the children were some of all that might have been"
      : "No interval is shown, for a mean's would need single children"
    return
      "\(finding(item)). \(found ?? "Match rates are withheld"). \(unsure). Children come into groups because of what happened before: "
      + "a difference is no effect of social care."
  }

  /// Each outcome's figure, what it is known of, and the match rate, by group.
  private var matches: Exhibit {
    let rows = outcomes.items.flatMap { item in
      item.figures.map { figure -> [ChartTable.Cell] in
        [
          .text(item.title), .text(item.measure.isEmpty ? "–" : item.measure), .text(Self.words(figure.group)),
          .value(ChartValue(figure.value, interval: figure.interval)), cell(figure.known), cell(figure.matchRate),
        ]
      }
    }
    return Exhibit(
      "Each outcome beside how many it is known of and the match rate: where few are found, who is found may differ from who is not. "
        + outcomes.statements.joined(separator: " "),
      table: ChartTable(
        "Outcomes by social care group on 31 March \(outcomes.year), with match rates",
        ["Outcome", "Measure", "Group", "Figure (95 % interval)", "Known of", "Found in the files, per cent"], rows),
      source: source)
  }

  private func cell(_ figure: Releasable<ShownFigure>?) -> ChartTable.Cell {
    figure.map { .value(ChartValue($0)) } ?? .text("–")
  }
}
