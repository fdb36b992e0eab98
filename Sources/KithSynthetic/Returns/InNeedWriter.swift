import KithTables

/// Writes what an authority knows of a year as its CIN Census.
struct InNeedWriter {
  let view: YearView
  var rows = ReturnRows()

  init(_ view: YearView, authority: SyntheticAuthority) {
    self.view = view
    rows.add(
      "Header",
      [
        "CIN", "\(view.year)", view.end.iso, "L", authority.code, "Kith synthetic", "1", "001",
        "\(view.year)-06-30T09:00:00",
      ])
  }

  /// Whether the census of the year tells of a time in need: open in it, or referred without further action in it.
  static func tells(of episode: NeedEpisode, in view: YearView) -> Bool {
    episode.isNoFurtherAction ? view.contains(episode.referred) : view.overlaps(episode.referred, episode.closed)
  }

  /// Adds a child, if the census is about the child in this year.
  mutating func add(_ career: Career) {
    let episodes = career.episodes.filter { Self.tells(of: $0, in: view) }
    guard !episodes.isEmpty else { return }
    let child = addChild(career, episodes)
    for episode in episodes { add(episode, ofChild: child, career) }
  }

  private mutating func addChild(_ career: Career, _ episodes: [NeedEpisode]) -> Int {
    let person = career.person
    let isBorn = person.born <= view.end
    let upn = isBorn ? upn(person, isOnlyReferred: episodes.allSatisfy(\.isNoFurtherAction)) : "UN1"
    let isCode = upn.hasPrefix("UN")
    let child = rows.add(
      "ChildIdentifiers",
      [
        career.label, isCode ? nil : upn, nil, isCode ? upn : nil, isBorn ? person.born.iso : nil,
        isBorn ? nil : person.expected.iso, view.year <= 2024 ? sex(career, isBorn) : nil,
        view.year >= 2025 ? sex(career, isBorn) : nil, person.died.flatMap(view.known)?.iso,
      ])
    rows.add("ChildCharacteristics", [career.label, person.ethnicity], in: child)
    guard isBorn else { return child }
    for code in person.disabilities.isEmpty ? ["NONE"] : person.disabilities {
      rows.add("Disabilities", [career.label, code], in: child)
    }
    return child
  }

  private func upn(_ person: Person, isOnlyReferred: Bool) -> String {
    let upn = person.upn(on: view.end)
    return upn.hasPrefix("UN") && isOnlyReferred ? "UN7" : upn
  }

  private func sex(_ career: Career, _ isBorn: Bool) -> String {
    let person = career.person
    let isRecorded = isBorn && !(person.isSexUnrecorded && career.care.isEmpty)
    if view.year >= 2025 { return isRecorded ? (person.isFemale ? "F" : "M") : "U" }
    return isRecorded ? (person.isFemale ? "2" : "1") : isBorn ? "9" : "0"
  }

  private mutating func add(_ episode: NeedEpisode, ofChild child: Int, _ career: Career) {
    let closed = episode.isNoFurtherAction ? nil : view.known(episode.closed)
    let details = rows.add(
      "CINdetails",
      [
        career.label, nil, episode.referred.iso, source(episode.source),
        episode.isNoFurtherAction ? nil : episode.need, closed?.iso, closed == nil ? nil : reason(episode.reason),
        episode.conference.flatMap { view.contains($0) ? $0.iso : nil }, episode.isNoFurtherAction ? "true" : "false",
      ], in: child)
    for assessment in episode.assessments { add(assessment, to: details, career) }
    if view.year >= 2022 {
      for plan in episode.plans where view.overlaps(plan.start, plan.end) {
        rows.add("CINplanDates", [career.label, nil, plan.start.iso, view.known(plan.end)?.iso], in: details)
      }
    }
    for enquiry in episode.enquiries { add(enquiry, to: details, career) }
    for plan in episode.protection where view.overlaps(plan.start, plan.end) { add(plan, to: details, career) }
  }

  /// Early help is a source of its own from 2022/23 on.
  private func source(_ code: String) -> String { code == "5D" && view.year < 2023 ? "5B" : code }

  /// So is closure to early help.
  private func reason(_ code: String) -> String { code == "RC9" && view.year < 2023 ? "RC8" : code }

  private mutating func add(_ assessment: NeedEpisode.Assessment, to details: Int, _ career: Career) {
    guard view.overlaps(assessment.start, assessment.authorised) else { return }
    let authorised = view.known(assessment.authorised)
    let row = rows.add(
      "Assessments", [career.label, nil, nil, assessment.start.iso, nil, authorised?.iso], in: details)
    guard authorised != nil else { return }
    for factor in factors(assessment.factors) {
      rows.add("AssessmentFactorsList", [career.label, nil, nil, factor], in: row)
    }
  }

  private func factors(_ codes: [String]) -> [String] {
    let known = codes.compactMap { code -> String? in
      if view.year < 2021 {
        if code == "18B" || code == "18C" { return "18A" }
        if code == "19B" || code == "19C" { return "19A" }
      }
      return code == "24A" && view.year < 2022 ? nil : code
    }
    var seen: Set<String> = []
    let distinct = known.filter { seen.insert($0).inserted }
    return distinct.isEmpty ? ["20"] : distinct
  }

  /// An enquiry is told of in the year of its conference, or else in that in which it began.
  private mutating func add(_ enquiry: NeedEpisode.Enquiry, to details: Int, _ career: Career) {
    let held = enquiry.conference.flatMap(view.known)
    let isToldOf = held.map(view.contains) ?? (view.contains(enquiry.start))
    guard isToldOf else { return }
    let isNotNeeded = enquiry.conference == nil && enquiry.decided <= view.end
    rows.add(
      "Section47",
      [
        career.label, nil, enquiry.start.iso, isNotNeeded ? nil : enquiry.start.adding(workingDays: 15).iso, held?.iso,
        isNotNeeded ? "true" : "false",
      ], in: details)
  }

  private mutating func add(_ plan: NeedEpisode.ProtectionPlan, to details: Int, _ career: Career) {
    let row = rows.add(
      "ChildProtectionPlans",
      [
        career.label, nil, nil, plan.start.iso, view.known(plan.end)?.iso, plan.initial, plan.latest,
        "\(plan.previous)",
      ], in: details)
    for review in plan.reviews where review <= view.end {
      rows.add("Reviews", [career.label, nil, nil, review.iso], in: row)
    }
  }
}
