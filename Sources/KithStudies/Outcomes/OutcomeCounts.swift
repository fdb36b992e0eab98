import KithDisclosure

/// The counts and figures of a study of outcomes as one publication, with what sums to what.
///
/// How many children the files lack is a gap of the files, and is shown however small by a policy that rounds no authority's counts, as the
/// Department for Education shows care leavers of whom nothing is known; under any other it is protected as children are.
struct OutcomeCounts {
  private(set) var cells: [CountCell] = []
  private(set) var relations: [Relation] = []
  private(set) var figures: [DerivedFigure] = []
  private(set) var averages: [AverageFigure] = []
  private let study: OutcomeStudy
  private let areGapsSensitive: Bool
  private let places: Int
  private var names: Set<String> = []

  init(_ study: OutcomeStudy, under policy: DisclosurePolicy) {
    self.study = study
    areGapsSensitive = policy.derivesFromRounded
    places = policy.figurePlaces ?? 1
    for place in study.places {
      for population in study.populations { addMatches(population, place) }
      for question in study.questions { add(question, place) }
      for outcome in study.outcomes { add(outcome, place) }
    }
    addAreas()
  }

  /// The name of a count or a figure.
  static func name(_ what: String, _ part: String, _ place: OutcomeStudy.Place) -> String {
    "\(place.area)|\(place.group.rawValue)|\(what)|\(part)"
  }

  private mutating func add(
    _ name: String, _ count: Int, _ handling: CountCell.Handling = .open, isGap: Bool = false
  ) {
    guard names.insert(name).inserted else { return }
    cells.append(
      CountCell(name, count: count, handling: handling, isSensitive: !isGap || areGapsSensitive))
  }

  private mutating func addMatches(_ population: OutcomePopulation, _ place: OutcomeStudy.Place) {
    guard let bands = study.matches[population]?[place] else { return }
    let name = { (part: String) in Self.name(population.rawValue, part, place) }
    let total = bands.values.reduce((0, 0)) { ($0.0 + $1.children, $0.1 + $1.matched) }
    func addMatch(_ part: String, _ children: Int, _ matched: Int) {
      add(name(part + "children"), children)
      add(name(part + "matched"), matched)
      add(name(part + "unmatched"), children - matched, .notPublished, isGap: true)
      relations.append(
        Relation(total: name(part + "children"), parts: [name(part + "matched"), name(part + "unmatched")]))
      figures.append(
        .percentage(
          name(part + "match %"), of: name(part + "matched"), among: .count(name(part + "children")), places: places))
    }
    addMatch("", total.0, total.1)
    let present = study.bands(of: population)
    guard present.count > 1 else { return }
    for band in present { addMatch(band + " ", bands[band]?.children ?? 0, bands[band]?.matched ?? 0) }
    for part in ["children", "matched", "unmatched"] {
      relations.append(Relation(total: name(part), parts: present.map { name("\($0) \(part)") }))
    }
  }

  private mutating func add(_ question: OutcomeQuestion, _ place: OutcomeStudy.Place) {
    guard let tally = study.tallies[question.id]?[place] else { return }
    let name = { (part: String) in Self.name(question.id, part, place) }
    let whole = { (part: String) in Self.name(question.population.rawValue, part, place) }
    add(name("known"), tally.known)
    add(name("unknown"), tally.unknown, isGap: true)
    add(name("matched and unknown"), tally.matched - tally.known, .notPublished, isGap: true)
    relations.append(Relation(total: whole("children"), parts: [name("known"), name("unknown")]))
    relations.append(Relation(total: whole("matched"), parts: [name("known"), name("matched and unknown")]))
    guard question.answers.count > 1 else { return }
    for (answer, count) in zip(question.answers, tally.answers) {
      let isShown = study.outcomes.contains { $0.question.id == question.id && $0.answers == [answer] }
      add(name(answer), count, isShown ? .open : .notPublished)
    }
    relations.append(Relation(total: name("known"), parts: question.answers.map(name)))
  }

  private mutating func add(_ outcome: Outcome, _ place: OutcomeStudy.Place) {
    guard let tally = study.tallies[outcome.question.id]?[place] else { return }
    let name = { (part: String) in Self.name(outcome.question.id, part, place) }
    let figure = Self.name(outcome.id, "figure", place)
    switch outcome.form {
    case .share(let answers):
      let parts = outcome.answers.map(name)
      if parts.count > 1 {
        add(Self.name(outcome.id, "count", place), answers.reduce(0) { $0 + tally.answers[$1] })
        relations.append(Relation(total: Self.name(outcome.id, "count", place), parts: parts))
      }
      figures.append(
        .percentage(figure, of: outcome.countName(place), among: .count(name("known")), places: places))
    case .ratio(let scale, _):
      let ratio = (study.sums[outcome.id]?[place]?.ratio ?? 0) * scale
      averages.append(
        AverageFigure(
          figure, sum: Int((ratio * Double(tally.known) * 1000).rounded()), over: name("known"),
          form: .parts(of: 1000, places: 1), parts: parts(of: outcome, place)))
    case .events:
      add(Self.name(outcome.id, "count", place), Int(study.sums[outcome.id]?[place]?.above ?? 0))
      figures.append(
        .rate(
          figure, of: Self.name(outcome.id, "count", place), per: 100, of: .count(name("known")), places: 2))
    }
  }

  private func parts(of outcome: Outcome, _ place: OutcomeStudy.Place) -> [String] {
    guard place.area == OutcomeStudy.all else { return [] }
    return study.places
      .filter {
        $0.group == place.group && $0.area != OutcomeStudy.all && study.tallies[outcome.question.id]?[$0] != nil
      }
      .map { Self.name(outcome.id, "figure", $0) }
  }

  /// All areas together are the sum of each.
  private mutating func addAreas() {
    let prefix = OutcomeStudy.all + "|"
    let authorities = study.areas.filter { $0 != OutcomeStudy.all }
    for cell in cells where cell.name.hasPrefix(prefix) {
      let rest = cell.name.dropFirst(prefix.count)
      let parts = authorities.map { $0 + "|" + rest }.filter(names.contains)
      relations.append(Relation(total: cell.name, parts: parts))
    }
  }

  /// The publication.
  func publication(title: String) throws(DisclosureError) -> Publication {
    try Publication(title: title, cells: cells, relations: relations, figures: figures, averages: averages)
  }
}

extension Outcome {
  /// The answers that a share is of, in words; none of another figure.
  var answers: [String] {
    if case .share(let places) = form { places.map { question.answers[$0] } } else { [] }
  }

  /// The name of the count above the line.
  func countName(_ place: OutcomeStudy.Place) -> String {
    answers.count == 1
      ? OutcomeCounts.name(question.id, answers[0], place) : OutcomeCounts.name(id, "count", place)
  }
}

extension OutcomeStudy {
  /// The groups of areas that have children, in order.
  var places: [Place] {
    areas.flatMap { area in SocialCareGroup.allCases.map { Place(area: area, group: $0) } }
      .filter { groups[$0, default: 0] > 0 }
  }

  /// The populations that outcomes are told of.
  var populations: [OutcomePopulation] {
    OutcomePopulation.allCases.filter { population in outcomes.contains { $0.question.population == population } }
  }

  /// The bands of age of which a population has anyone in any area, in order.
  func bands(of population: OutcomePopulation) -> [String] {
    Self.bands.filter { band in matches[population]?.values.contains { $0[band] != nil } ?? false }
  }

  /// The questions, each once.
  var questions: [OutcomeQuestion] {
    var seen: Set<String> = []
    return outcomes.map(\.question).filter { seen.insert($0.id).inserted }
  }
}
