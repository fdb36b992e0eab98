import KithCharts
import KithDisclosure
import KithMeasures
import KithStatistics
public import KithStore
import KithStudies

/// The share of children referred, on a plan and looked after by each age, as it may be shown.
public struct IncidenceEvidence: Sendable {
  private let contact: FirstContact
  private let release: Release
  private let source: String

  /// Counts and protects the first events of a year, over so many children of 0 to 17 in the area.
  public init(_ store: Store, of authority: String, year: Int, children: Int) throws {
    contact = try FirstContact(store, of: authority, year: year, children: children)
    release = try contact.release(under: .childrenInNeed)
    source =
      ((try store.isSynthetic ?? false) ? "SYNTHETIC returns" : "own returns")
      + " and the file of the population; 1 to 5 withheld, and what protects them"
  }

  /// The curves, and what is certain of them.
  public var exhibits: [Exhibit] {
    let head = ChartHead(
      finding: finding,
      subject:
        "Children with a first event by each age, if the first events of \(OwnEvidence.title(contact.year)) were those of a life",
      unit: "per cent of children", source: source,
      notes: [
        "The area's children, about \(ChartDigits.text(Double(contact.childrenOfAnAge), places: 0)) of each age, are taken to be as many at each age. Who had an earlier event before the returns begin counts as new."
      ])
    let series = contact.events.map { event in
      ChartSeries(event.title, FirstContact.ages.map { share(event, $0) }, isFocus: true)
    }
    let chart = LineChart(head, periods: FirstContact.ages.map { "by \($0)" }, series: series)
    return [Exhibit(sentence, chart: chart), certain]
  }

  private func share(_ event: FirstContact.Event, _ age: Int, isCertain: Bool = false) -> ChartValue? {
    let name = FirstContact.name(event, by: age, isCertain: isCertain)
    guard let figure = release.figure(name + "%") else { return nil }
    guard let count = release.count(name)?.value.number, contact.childrenOfAnAge > 0 else { return ChartValue(figure) }
    let limits = Interval.poisson(events: count).multiplied(by: 100 / Double(contact.childrenOfAnAge))
    return ChartValue(figure, interval: min(100, limits.lower)...min(100, limits.upper))
  }

  private var finding: String {
    let known = contact.events.compactMap { event -> String? in
      share(event, 18)?.number.map { "\(event.title.lowercased()) \(ChartDigits.text($0, places: 1)) %" }
    }
    return known.isEmpty
      ? "The shares by 18 are withheld to protect children"
      : "By 18 at this year's rates: \(known.joined(separator: ", "))"
  }

  private var sentence: String {
    let shares = contact.events.compactMap { event -> String? in
      guard let value = share(event, 18), value.number != nil else { return nil }
      return "\(event.title.lowercased()) \(value.text) per cent"
    }
    let exact = contact.events.compactMap { event in
      contact.firstYears[event].map { "\(contact.year - $0 + 1) years for \"\(event.title.lowercased())\"" }
    }
    return
      (shares.isEmpty ? "The shares by 18 are withheld" : "By 18: \(shares.joined(separator: "; ")) (95 % intervals)")
      + ". The returns reach back \(exact.joined(separator: ", ")): a first event at an age beyond that may have had another before, "
      + "so that these are the most that it can be; the table beneath has the least. It is of an invented life at one year's rates, and of no real child."
  }

  private var certain: Exhibit {
    let rows = contact.events.map { event -> [ChartTable.Cell] in
      [.text(event.title)]
        + FirstContact.ages.map { age in
          share(event, age, isCertain: true).map { .value($0) } ?? .text("–")
        }
    }
    return Exhibit(
      "The least that the shares can be: first events of children who were born since the returns begin, and of no other.",
      table: ChartTable(
        "The least by each age, per cent of children (95 % interval)",
        ["First event"] + FirstContact.ages.map { "by \($0)" },
        rows), source: source)
  }
}
