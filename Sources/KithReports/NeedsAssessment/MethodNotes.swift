import KithStore
import KithAggregates
import KithCharts
import KithDisclosure

/// Where the figures of a needs assessment come from, how good they are, and how they were protected.
struct MethodNotes {
  private let sources: NeedsAssessment.Sources
  private let published: PublishedEvidence?

  init(_ sources: NeedsAssessment.Sources, _ published: PublishedEvidence?) {
    self.sources = sources
    self.published = published
  }

  func write(into document: inout AreaDocument) {
    if let published {
      document.paragraph("Published figures: \(published.source).")
      document.list(published.table.value.notes)
    }
    if let own = sources.own { write(own, into: &document) }
    document.paragraph("What could not be made:", "says")
    document.list(sources.failures.isEmpty ? ["nothing that was asked for"] : sources.failures)
    document.list(Self.methods)
  }

  private func write(_ own: OwnEvidence, into document: inout AreaDocument) {
    document.show(Exhibit(Self.words(own), table: submissions(own), source: own.source), orSay: "")
    document.list(own.refusals.map { "Not shown, for it could not be protected: \($0)." })
    document.paragraph(
      "Disclosure control: \(own.protection.audited) counts were audited together for each return, and \(own.protection.withheld) are withheld. "
        + "A withheld count is shown as c; each of 1 to 5 stays possible for it.")
  }

  private static func words(_ own: OwnEvidence) -> String {
    let unchecked = own.submissions.count { $0.ruleBook == nil }
    return unchecked == 0
      ? "Every return in the store was checked before it was loaded."
      : "\(unchecked) of \(own.submissions.count) returns in the store were loaded without a check: run kith check on them."
  }

  private func submissions(_ own: OwnEvidence) -> ChartTable {
    func cell(_ value: ChartValue?) -> ChartTable.Cell { value.map { .value($0) } ?? .text("–") }
    return ChartTable(
      "Returns in the store of authority \(own.authority)", ["Return", "Year", "Rule book", "Errors", "Queries"],
      FaultEvidence(own, ofAll: true).totals.map { item, errors, queries in
        [
          .text(item.collection == "cin" ? "CIN Census" : "SSDA903"), .text(OwnEvidence.title(item.year)),
          .text(item.ruleBook ?? "not checked"), cell(errors), cell(queries),
        ]
      })
  }

  /// How figures were made, for all readers.
  private static let methods = [
    "Intervals of 95 % stand beside a rate or a percentage where the publication has the count behind it: Byar's or exact Poisson for rates, Wilson's for percentages. They say what chance gives, as if the children of the year were some of all who might have been.",
    "Whether a year is unusual for the authority is told by the limits of an XmR chart of its earlier years (mean and 2.66 times the mean moving range).",
    "Funnels have limits for chance and for the spread between authorities (overdispersion), from the published counts.",
    "The neighbours' mean is of those that have a number, each counting once. A figure that is withheld is never worked round.",
    "Pounds come from your rate card or from the Section 251 outturn in LAIT, never from invented prices.",
    "Figures of areas do not say why, and nothing here scores a child.",
  ]
}
