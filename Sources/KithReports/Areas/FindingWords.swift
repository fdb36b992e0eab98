import KithDisclosure
import KithPlaces
import KithAggregates
import KithCharts
import KithStatistics

/// What a comparison finds, in words, with what makes it unsure.
struct FindingWords {
  private let evidence: PublishedEvidence
  private let found: AuthorityComparison
  private let series: AuthoritySeries

  init(_ evidence: PublishedEvidence, _ found: AuthorityComparison, _ series: AuthoritySeries) {
    self.evidence = evidence
    self.found = found
    self.series = series
  }

  private var measure: Measure { found.measure }
  private var period: String { PublishedEvidence.label(found.period) }

  /// Where the authority stands, in a few words.
  var title: String {
    guard let own = found.own.number else { return noFigure }
    let england = found.england.number.map { "\(place(own, $0)) England" }
    let near = found.neighbours.mean.map { "\(place(own, $0)) its neighbours" }
    let both = [england, near].compactMap { $0 }
    guard !both.isEmpty else { return changeTitle }
    return "\(evidence.authority.name) was \(both.joined(separator: " and ")) in \(period)"
  }

  /// How the authority's own figure moved, in a few words.
  var changeTitle: String {
    guard found.own.number != nil else { return noFigure }
    guard let change = found.own.change.difference, let since = found.own.change.since else {
      return "\(evidence.authority.name) in \(period)"
    }
    let shown = evidence.text(abs(change), measure)
    let direction = change > 0 ? "rose" : "fell"
    let label = PublishedEvidence.label(since)
    return change == 0
      ? "\(evidence.authority.name) did not change from \(label) to \(period)"
      : "\(evidence.authority.name) \(direction) by \(shown) from \(label) to \(period)"
  }

  private var noFigure: String {
    "No figure of \(evidence.authority.name) is published for \(period)"
  }

  private func place(_ own: Double, _ other: Double) -> String {
    let places = max(1, measure.shownDecimals(.corrected))
    let difference = own.roundedHalfUp(places: places) - other.roundedHalfUp(places: places)
    return difference == 0 ? "level with" : difference > 0 ? "above" : "below"
  }

  /// The figure with its interval, beside the others, with its rank and whether it is unusual for the authority itself.
  func sentence(interval: ClosedRange<Double>?) -> String {
    guard let own = found.own.number else { return noFigure + "." }
    var parts = ["In \(period) it was \(evidence.text(own, measure))" + words(of: interval) + change]
    let others = [
      found.england.number.map { "England \(evidence.text($0, measure))" },
      found.neighbours.mean.map {
        "neighbours \(evidence.text($0, measure, isMean: true)) (\(Wording.neighbours(found.neighbours)))"
      },
    ].compactMap { $0 }
    if !others.isEmpty { parts.append(others.joined(separator: ", ")) }
    if found.rank.standing != nil { parts.append("ranked \(Wording.rank(found.rank)), the best first") }
    return parts.joined(separator: "; ") + ". " + ownVariation
  }

  /// The authority's own figure and its change alone.
  var ownSentence: String {
    guard let own = found.own.number else { return noFigure + "." }
    return "In \(period) it was \(evidence.text(own, measure))\(change). \(ownVariation)"
  }

  private func words(of interval: ClosedRange<Double>?) -> String {
    guard let interval else { return "" }
    let places = max(1, measure.shownDecimals(.corrected))
    let (low, high) = (interval.lowerBound, interval.upperBound)
    return " (95 % interval \(ChartDigits.text(low, places: places)) to \(ChartDigits.text(high, places: places)))"
  }

  private var change: String {
    guard let change = found.own.change.difference, let since = found.own.change.since else { return "" }
    let label = PublishedEvidence.label(since)
    guard change != 0 else { return ", the same as in \(label)" }
    return ", \(evidence.text(abs(change), measure)) \(change > 0 ? "more" : "less") than in \(label)"
  }

  /// Whether the latest figure is within what the authority's earlier years lead to expect.
  private var ownVariation: String {
    let earlier = series.own.dropLast().compactMap(\.number)
    guard let own = found.own.number else { return "" }
    guard earlier.count >= ProcessLimits.leastCount, let limits = ProcessLimits(of: earlier) else {
      return "There are too few years to tell a change from chance."
    }
    let range = "\(evidence.text(max(0, limits.lower), measure)) to \(evidence.text(limits.upper, measure))"
    return limits.contains(own)
      ? "That is within what its own earlier years lead one to expect (\(range))."
      : "That is outside what its own earlier years lead one to expect (\(range)): look for a reason."
  }
}
