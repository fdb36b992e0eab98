import KithCharts
import KithDisclosure
import KithStatistics
public import KithStore
import KithStudies

/// The way from section 47 enquiries to child protection plans, as it may be shown.
public struct FlowEvidence: Sendable {
  private let flow: EnquiryFlow
  private let release: Release
  private let source: String

  /// Follows and protects the enquiries of a year.
  public init(_ store: Store, of authority: String, year: Int) throws {
    flow = try EnquiryFlow(store, of: authority, year: year)
    release = try flow.release(under: .childrenInNeed)
    source =
      ((try store.isSynthetic ?? false) ? "SYNTHETIC returns" : "own returns")
      + "; 1 to 5 withheld, and what protects them"
  }

  private static let stages = [
    ["Enquiries started"], ["Conference", "No conference recorded", "Conference not yet known"],
    ["Plan", "No plan", "Plan not yet known"],
  ]

  private static let links: [(from: String, to: String, step: EnquiryFlow.Step)] = [
    ("Enquiries started", "Conference", .conference), ("Enquiries started", "No conference recorded", .noConference),
    ("Enquiries started", "Conference not yet known", .notYet), ("Conference", "Plan", .plan),
    ("Conference", "No plan", .noPlan), ("Conference", "Plan not yet known", .planNotYet),
    ("No conference recorded", "Plan", .planAlone), ("No conference recorded", "No plan", .neither),
  ]

  /// The flow with its counts, and the two shares with their intervals.
  public var exhibits: [Exhibit] {
    let flows = Self.links.compactMap { link -> FlowChart.Flow? in
      guard let figure = release.count(link.step.rawValue), figure.value.number != 0 else { return nil }
      return FlowChart.Flow(from: link.from, to: link.to, ChartValue(figure))
    }
    let head = ChartHead(
      finding: finding,
      subject: "Section 47 enquiries that started in \(OwnEvidence.title(flow.year)), and what followed",
      unit: "enquiries", source: source,
      notes: [
        "A plan belongs to a conference where it starts on its day or in the \(EnquiryFlow.daysToPlan) days after it, and to an enquiry without one in \(EnquiryFlow.daysToConference) days. What began later than that before the returns end is not yet known."
      ])
    let used = Set(flows.flatMap(\.ends))
    let stages = Self.stages.map { $0.filter(used.contains) }.filter { !$0.isEmpty }
    return [Exhibit(sentence, chart: FlowChart(head, stages: stages, flows: flows)), shares]
  }

  private var finding: String {
    guard let conference = release.figure("conference %")?.value.number,
      let plan = release.figure("plan %")?.value.number
    else { return "The shares are withheld, or there were none to tell of" }
    return
      "\(ChartDigits.text(conference, places: 0)) in 100 enquiries led to a conference, and \(ChartDigits.text(plan, places: 0)) in 100 conferences to a plan"
  }

  private var sentence: String {
    let words = [
      ("enquiries of which it is known", "led to an initial conference", "conference", "known"),
      ("conferences of which it is known", "were followed by a plan", "plan", "conferences known"),
    ].map { whole, words, step, base in
      let share = share(step, base)
      return share?.number == nil
        ? "what share of the \(whole) \(words) cannot be shown"
        : "\(share?.text ?? "") per cent of the \(whole) \(words)"
    }
    return
      "Of enquiries that started in \(OwnEvidence.title(flow.year)): \(words.joined(separator: "; ")) (95 % intervals, as if the year's were some of all that might have been). "
      + "A share is no mark of good practice by itself: it hangs on when enquiries are begun."
  }

  private func share(_ step: String, _ base: String) -> ChartValue? {
    guard let figure = release.figure("\(step) %") else { return nil }
    guard let events = release.count(step)?.value.number, let total = release.count(base)?.value.number, total > 0,
      events <= total
    else { return ChartValue(figure) }
    let limits = Interval.wilson(events: events, of: total).multiplied(by: 100)
    return ChartValue(figure, interval: limits.lower...limits.upper)
  }

  private var shares: Exhibit {
    func row(_ words: String, _ step: String, _ base: String) -> [ChartTable.Cell] {
      let figures = [release.count(step).map { ChartValue($0) }, release.count(base).map { ChartValue($0) }]
      return [.text(words)] + (figures + [share(step, base)]).map { $0.map { .value($0) } ?? .text("–") }
    }
    return Exhibit(
      "The same as shares, of what is known alone: what is not yet known is on neither side.",
      table: ChartTable(
        "Steps from enquiry to plan, \(OwnEvidence.title(flow.year))",
        ["Step", "Went on", "Of", "Per cent (95 % interval)"],
        [
          row("Enquiry to initial conference", "conference", "known"),
          row("Conference to plan", "plan", "conferences known"),
        ]), source: source)
  }
}
