/// The tables of a study of costs.
public struct CostReport {
  private let ledger: CostLedger
  private let card: RateCard
  private let history: CostHistory
  private let authorities: [String]
  private let share: Double
  /// What the accounts say was spent, to reconcile with.
  public var spending: [ServiceSpending] = []

  /// The tables of a ledger, of these authorities (all where none is named), prices moved by a share for the sensitivity.
  public init(
    _ ledger: CostLedger, _ card: RateCard, history: CostHistory, authorities: [String], sensitivity share: Double
  ) {
    self.ledger = ledger
    self.card = card
    self.history = history
    self.authorities = authorities
    self.share = share
  }

  /// What must be said with the tables.
  public var notes: [String] {
    let example = card.isExample ? [RateCard.exampleNotice] : []
    let years = card.priceYears.map { "\($0 - 1)/\($0 % 100)" }.joined(separator: ", ")
    let mixed = card.priceYears.count > 1 ? " They are not of one year: bring them to one by --index and --prices." : ""
    return example + [
      "Prices of \(years).\(mixed) Sources: \(Set(card.lines.map(\.source)).sorted().joined(separator: "; "))."
    ]
  }

  /// How many children have a cost.
  public var childCount: Int { Set(ledger.lines.map { $0.quantity.authority + "-" + $0.quantity.child }).count }

  /// The tables, but for that of children.
  public func tables() throws -> [StudyTable] {
    let spent = spending.isEmpty ? [] : [try byService()]
    return [byProcess, byPlacement, byAuthority, try byCohort(), try reconciled(), moved] + spent
  }

  private var byProcess: StudyTable {
    let order = CostProcess.allCases
    let sums = ledger.summed { line in order.firstIndex(of: line.quantity.process) }
    return StudyTable(
      "Cost by process",
      columns: ["process", "what", "unit", "quantity", "not_priced", "children", "pounds"],
      rows: sums.map { place, sum in
        let process = order[place]
        return [
          .text(process.rawValue), .text(process.title), .text(process.isByDay ? "days" : "times"),
          .count(sum.quantity), .count(sum.unpriced), .count(sum.children.count), .number(sum.pounds, places: 0),
        ]
      })
  }

  private var byPlacement: StudyTable {
    let sums = ledger.summed { $0.quantity.process == .placement ? $0.quantity.placement : nil }
    return StudyTable(
      "Placement fees by placement",
      columns: ["placement", "days", "not_priced", "children", "pounds", "pounds_a_week"],
      rows: sums.map { placement, sum in
        let priced = Double(sum.quantity - sum.unpriced)
        return [
          .text(placement.isEmpty ? "not given" : placement), .count(sum.quantity), .count(sum.unpriced),
          .count(sum.children.count), .number(sum.pounds, places: 0),
          .maybe(priced > 0 ? sum.pounds / priced * 7 : nil, places: 0),
        ]
      })
  }

  private var byAuthority: StudyTable {
    let sums = ledger.summed { $0.quantity.authority }
    return StudyTable(
      "Cost by authority", columns: ["authority", "children", "placement_days", "pounds", "pounds_a_child"],
      rows: sums.map { authority, sum in
        [
          .text(authority), .count(sum.children.count), .count(sum.placementDays), .number(sum.pounds, places: 0),
          .number(sum.pounds / Double(sum.children.count), places: 0),
        ]
      })
  }

  private func byCohort() throws -> StudyTable {
    let entries = try history.entryYears()
    let sums = ledger.summed { line in entries[line.quantity.authority + "-" + line.quantity.child] }
    return StudyTable(
      "Cost by cohort: children looked after, by the year of their first period of care in the store",
      columns: ["cohort", "children", "placement_days", "pounds", "pounds_a_child"],
      rows: sums.map { year, sum in
        [
          .text("\(year - 1)/\(year % 100 < 10 ? "0" : "")\(year % 100)"), .count(sum.children.count),
          .count(sum.placementDays), .number(sum.pounds, places: 0),
          .number(sum.pounds / Double(sum.children.count), places: 0),
        ]
      })
  }

  private func reconciled() throws -> StudyTable {
    let counted = try history.daysLookedAfter(in: authorities)
    return StudyTable(
      "Days looked after, counted twice", columns: ["count", "days"],
      rows: [
        [.text("by the ledger"), .count(ledger.placementDays)], [.text("by the database"), .count(counted)],
        [.text("difference"), .count(ledger.placementDays - counted)],
        [.text("of them without a fee in the unit costs"), .count(ledger.unpricedDays)],
      ])
  }

  private var moved: StudyTable {
    StudyTable(
      "Sensitivity: the total when one price is that much higher or lower",
      columns: ["price", "moves_total_by", "lower_total", "higher_total"],
      rows: ledger.sensitivity(share: share).map { name, pounds in
        [
          .text(name), .number(pounds, places: 0), .number(ledger.total - pounds, places: 0),
          .number(ledger.total + pounds, places: 0),
        ]
      })
  }

  private func byService() throws -> StudyTable {
    let stock = try history.placementsAtEnd(in: authorities)
    return StudyTable(
      "Spending by service, beside the ledger's fees",
      columns: ["service", "spent", "ledger", "unexplained", "weekly_by_31_march", "weekly_by_days"],
      rows: spending.map { service in
        let lines = ledger.lines.filter {
          $0.quantity.process == .placement && service.placements.contains($0.quantity.placement)
        }
        let pounds = lines.reduce(0) { $0 + $1.pounds }
        let cost = TopDownCost(
          expenditure: service.expenditure, placements: service.placements.reduce(0) { $0 + (stock[$1] ?? 0) },
          days: lines.reduce(0) { $0 + $1.quantity.quantity })
        return [
          .text(service.service), .number(service.expenditure, places: 0), .number(pounds, places: 0),
          .number(service.expenditure - pounds, places: 0), .maybe(cost.weeklyByPlacements, places: 0),
          .maybe(cost.weeklyByDays, places: 0),
        ]
      })
  }

  /// Each child's cost, for the authority's own staff.
  public var byChild: StudyTable {
    let sums = ledger.summed { $0.quantity.authority + "-" + $0.quantity.child }
    return StudyTable(
      "Cost by child", columns: ["child", "placement_days", "pounds"],
      rows: sums.map { [.text($0.key), .count($0.sum.placementDays), .number($0.sum.pounds, places: 0)] })
  }
}
