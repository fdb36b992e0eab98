import KithReturns
import KithTables

/// Writes what an authority knows of a year as its SSDA903 return.
struct LookedAfterWriter {
  let view: YearView
  var rows = ReturnRows()

  init(_ view: YearView) { self.view = view }

  /// Adds a child, if the return is about the child in this year.
  mutating func add(_ career: Career) {
    let episodes = episodes(of: career)
    let leaver = careLeaver(career)
    guard !episodes.isEmpty || leaver != nil else { return }
    addHeader(
      career, isLookedAfter: career.care.contains { view.overlaps($0.start, $0.end) }, hasEpisodes: !episodes.isEmpty)
    for row in episodes { rows.add("Episodes", row) }
    if let leaver { rows.add("OC3", leaver) }
    let periods = career.care.filter { view.overlaps($0.start, $0.end) }
    addPermanence(career, periods)
    guard !periods.isEmpty else { return }
    for period in periods { addRecords(of: period, career) }
    addStatus(career)
    addOutcomes(career, periods)
    addWorkers(career)
  }

  private func code(_ person: Person) -> String {
    view.year >= 2025 ? (person.isFemale ? "F" : "M") : (person.isFemale ? "2" : "1")
  }

  private mutating func addHeader(_ career: Career, isLookedAfter: Bool, hasEpisodes: Bool) {
    let person = career.person
    let last = career.care.filter { view.overlaps($0.start, $0.end) }.map(\.end).max() ?? view.end
    let born = career.firstChildBorn.flatMap { $0 <= min(view.end, last) ? $0 : nil }
    let isAsked = person.isFemale && isLookedAfter
    rows.add(
      "Header",
      [
        career.label, code(person), person.born.description, person.ethnicity, upn(of: person),
        isAsked ? (born == nil ? "0" : "1") : nil, isAsked ? born?.description : nil,
      ])
  }

  /// The number, or why there is none: UN6 and UN7 are not codes of this return.
  private func upn(of person: Person) -> String { person.upn(on: view.end) }

  private func episodes(of career: Career) -> [[String?]] {
    let care = career.care.flatMap { period in
      period.episodes.filter { view.overlaps($0.start, $0.end) }.map { row(of: $0, in: period, career) }
    }
    guard let breaks = career.breaks else { return care }
    return care
      + breaks.spans.filter { view.overlaps($0.start, $0.end) }.map { span in
        let end = view.known(span.end)
        return [
          career.label, span.start.description, "S", breaks.legal, breaks.need, breaks.placement, breaks.provider,
          end?.description, end == nil ? nil : "E4A", nil, nil, nil, nil,
        ]
      }
  }

  private func row(of episode: CareEpisode, in period: CarePeriod, _ career: Career) -> [String?] {
    let end = view.known(episode.end)
    let placement = episode.placement
    return [
      career.label, episode.start.description, episode.startReason, episode.legal, period.need,
      placement.code(in: view.year), placement.provider, end?.description, end == nil ? nil : episode.endReason,
      end == nil ? nil : episode.changeReason, period.home, placement.postcode, urn(of: episode, in: period),
    ]
  }

  /// Supported accommodation had no number before Ofsted registered it, on 28 October 2023.
  private func urn(of episode: CareEpisode, in period: CarePeriod) -> String? {
    guard episode.placement.code == "K3", let registered = Day(29, 10, 2023) else { return episode.placement.urn }
    let first = period.episodes.first { $0.placement == episode.placement }?.start ?? episode.start
    return first >= registered ? episode.placement.urn : nil
  }

  private mutating func addPermanence(_ career: Career, _ periods: [CarePeriod]) {
    let start = periods.filter { view.contains($0.start) }.map { ($0.start, $0.permanence) }
    let breaks = career.breaks?.spans.contains { view.contains($0.start) } == true
    guard !start.isEmpty || breaks else { return }
    let earliest = periods.map { $0.episodes.first { view.overlaps($0.start, $0.end) }?.start ?? $0.start }.min()
    let told = start.first?.1
    let isAfter = told.map { $0.code != "Z1" } == true && earliest != start.first?.0
    let permanence = isAfter ? ("Z1", "", "") : told.map { ($0.code, $0.authority, $0.date) } ?? ("Z1", "", "")
    rows.add(
      "PrevPerm",
      [
        career.label, career.person.born.description, permanence.0, permanence.1.isEmpty ? nil : permanence.1,
        permanence.2.isEmpty ? nil : permanence.2,
      ])
  }

  private mutating func addStatus(_ career: Career) {
    guard career.person.isUnaccompanied else { return }
    rows.add(
      "UASC",
      [
        career.label, code(career.person), career.person.born.description,
        career.person.birthday(18).description,
      ])
  }
}
