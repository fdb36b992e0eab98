public import KithDisclosure
import KithStatistics

/// Tables of which every figure has passed an audit.
public struct ReleasedTables: Sendable {
  /// The tables.
  public let tables: [StudyTable]
  /// The policy by which small counts were withheld.
  public let policy: String
  /// The proof, to keep with the tables.
  public let audit: [String]
}

extension StudyTable.Cell {
  /// A figure as it may be shown: a number, or the symbol that stands in its place.
  init(_ figure: Releasable<ShownFigure>?) {
    guard let shown = figure?.value else { self = .none; return }
    guard let number = shown.number else { self = .text(shown.symbol?.rawValue ?? ""); return }
    self = shown.kind == .count ? .count(Int(number)) : .number(number, places: shown.places)
  }

  fileprivate var wholeNumber: Int? { if case .count(let count) = self { count } else { nil } }
}

/// The tables of a study of outcomes, raw or as they may be released.
struct OutcomeTables {
  private let study: OutcomeStudy
  private let count: (String) -> StudyTable.Cell
  private let figure: (String) -> StudyTable.Cell
  private let isRaw: Bool

  /// Raw figures.
  init(raw study: OutcomeStudy) throws(DisclosureError) {
    let counts = OutcomeCounts(study, under: .internalUse)
    let byName = Dictionary(uniqueKeysWithValues: counts.cells.map { ($0.name, $0.count) })
    var figures: [String: StudyTable.Cell] = [:]
    for figure in counts.figures {
      guard case .count(let whole) = figure.denominator, let base = byName[whole], base > 0 else { continue }
      let number = Double(figure.multiplier) * Double(byName[figure.numerator] ?? 0) / Double(base)
      figures[figure.name] = .number(number, places: figure.places)
    }
    for average in counts.averages {
      guard let base = byName[average.count], base > 0 else { continue }
      figures[average.name] = .number(Double(average.sum) / 1000 / Double(base), places: 1)
    }
    self.study = study
    count = { name in byName[name].map { .count($0) } ?? .none }
    figure = { figures[$0] ?? .text("z") }
    isRaw = true
  }

  /// What may be released.
  init(_ study: OutcomeStudy, _ release: Release) {
    self.study = study
    count = { StudyTable.Cell(release.count($0)) }
    figure = { StudyTable.Cell(release.figure($0)) }
    isRaw = false
  }

  var tables: [StudyTable] { [results, matches] + (isRaw ? [bounds, differences] : []) + [files, findings] }

  private var results: StudyTable {
    let rows = study.outcomes.flatMap { outcome in
      study.places.compactMap { place -> [StudyTable.Cell]? in
        let name = { (part: String) in OutcomeCounts.name(outcome.question.id, part, place) }
        let whole = { (part: String) in OutcomeCounts.name(outcome.question.population.rawValue, part, place) }
        guard study.tallies[outcome.question.id]?[place] != nil else { return nil }
        let interval = interval(outcome, place)
        return [
          .text(place.area), .text(place.group.rawValue), .text(outcome.measure), .text(outcome.title),
          .text(outcome.unit), figure(OutcomeCounts.name(outcome.id, "figure", place)),
          .maybe(interval?.lower, places: 1), .maybe(interval?.upper, places: 1), count(name("known")),
          count(name("unknown")), count(whole("children")), figure(whole("match %")),
        ]
      }
    }
    return StudyTable(
      "Outcomes, each beside its match rate",
      columns: [
        "area", "group", "measure", "outcome", "unit", "value", "lower", "upper", "known", "unknown", "children",
        "match_rate",
      ], rows: rows)
  }

  /// The interval of a share, from counts that are shown; of raw sums too.
  private func interval(_ outcome: Outcome, _ place: OutcomeStudy.Place) -> Interval? {
    switch outcome.form {
    case .share:
      let known = OutcomeCounts.name(outcome.question.id, "known", place)
      guard let events = count(outcome.countName(place)).wholeNumber, let total = count(known).wholeNumber, total > 0,
        events <= total
      else { return nil }
      return Interval.wilson(events: Double(events), of: Double(total)).multiplied(by: 100)
    case .ratio(let scale, _): return isRaw ? study.sums[outcome.id]?[place]?.interval?.multiplied(by: scale) : nil
    case .events: return isRaw ? study.sums[outcome.id]?[place]?.interval?.multiplied(by: 100) : nil
    }
  }

  private var matches: StudyTable {
    let rows = study.populations.flatMap { population in
      study.places.flatMap { place -> [[StudyTable.Cell]] in
        let bands = study.matches[population]?[place] ?? [:]
        let present = study.bands(of: population)
        return ([""] + (present.count > 1 ? present : [])).filter { _ in !bands.isEmpty }.map { band in
          let part = band.isEmpty ? "" : band + " "
          let name = { (end: String) in OutcomeCounts.name(population.rawValue, part + end, place) }
          return [
            .text(population.rawValue), .text(place.area), .text(place.group.rawValue),
            .text(band.isEmpty ? (present.count == 1 ? present[0] : "all ages") : band), count(name("children")),
            count(name("matched")), figure(name("match %")),
          ]
        }
      }
    }
    return StudyTable(
      "Match rates by age on 31 March and group",
      columns: ["population", "area", "group", "age", "children", "matched", "match_rate"], rows: rows)
  }

  private var files: StudyTable {
    StudyTable(
      "Files", columns: ["file", "kind"] + (isRaw ? ["rows", "of_children_of_the_store", "used"] : []),
      rows: study.sources.map { source in
        [.text(source.file), .text(source.kind.title)]
          + (isRaw ? [.count(source.rows), .count(source.matched), .count(source.used)] : [])
      })
  }

  /// Findings of few rows could be of few children, so that only raw tables have their numbers.
  private var findings: StudyTable {
    StudyTable(
      "What was found in the files", columns: ["file", "finding"] + (isRaw ? ["rows", "first_line"] : []),
      rows: study.findings.map { finding in
        let line: StudyTable.Cell = finding.firstLine > 0 ? .count(finding.firstLine) : .none
        return [.text(finding.file), .text(finding.finding)] + (isRaw ? [.count(finding.rows), line] : [])
      })
  }
}

extension OutcomeTables {
  /// How far shares could be off if all who are unknown had, or none had, the outcome (Manski 1989): what can be said without assuming that
  /// the unknown are like the known.
  private var bounds: StudyTable {
    let rows = study.outcomes.flatMap { outcome in
      study.places.compactMap { place -> [StudyTable.Cell]? in
        guard case .share(let answers) = outcome.form, let tally = study.tallies[outcome.question.id]?[place],
          tally.children > 0
        else { return nil }
        let having = answers.reduce(0) { $0 + tally.answers[$1] }
        let share = { (count: Int) in StudyTable.Cell.number(100 * Double(count) / Double(tally.children), places: 1) }
        return [
          .text(place.area), .text(place.group.rawValue), .text(outcome.title), share(having),
          share(having + tally.unknown),
        ]
      }
    }
    return StudyTable(
      "Shares if none, or all, of the unknown had the outcome",
      columns: ["area", "group", "outcome", "least", "greatest"], rows: rows)
  }

  /// How groups differ from children in need: of shares by Newcombe's method 10 (*Statistics in Medicine* 17, 1998), of the rest by adding
  /// the squares of both intervals' halves.
  private var differences: StudyTable {
    let rows = study.outcomes.flatMap { outcome in
      study.places.filter { $0.group != .need }.compactMap { place -> [StudyTable.Cell]? in
        let need = OutcomeStudy.Place(area: place.area, group: .need)
        guard let (value, own) = estimate(outcome, place), let (base, other) = estimate(outcome, need) else {
          return nil
        }
        let difference = value - base
        let below = ((value - own.lower) * (value - own.lower) + (other.upper - base) * (other.upper - base))
          .squareRoot()
        let above = ((own.upper - value) * (own.upper - value) + (base - other.lower) * (base - other.lower))
          .squareRoot()
        return [
          .text(place.area), .text(place.group.rawValue), .text(outcome.title), .number(difference, places: 1),
          .number(difference - below, places: 1), .number(difference + above, places: 1),
        ]
      }
    }
    return StudyTable(
      "Differences from children in need", columns: ["area", "group", "outcome", "difference", "lower", "upper"],
      rows: rows)
  }

  private func estimate(_ outcome: Outcome, _ place: OutcomeStudy.Place) -> (Double, Interval)? {
    guard let tally = study.tallies[outcome.question.id]?[place], tally.known > 0,
      let interval = interval(outcome, place)
    else { return nil }
    switch outcome.form {
    case .share(let answers):
      return (100 * Double(answers.reduce(0) { $0 + tally.answers[$1] }) / Double(tally.known), interval)
    case .ratio(let scale, _): return study.sums[outcome.id]?[place]?.ratio.map { ($0 * scale, interval) }
    case .events: return study.sums[outcome.id]?[place]?.ratio.map { ($0 * 100, interval) }
    }
  }
}

extension OutcomeStudy {
  /// From how many counts on an audit is done as if none were rounded, for rounding makes it slow.
  private static var mostCountsWithRounding: Int { 1_000 }

  /// The title of what is released.
  private var title: String { "Outcomes by social care group, 31 March \(year)" }

  /// The tables as they were counted, for the authority's own staff.
  public func rawTables() throws(DisclosureError) -> Internal<[StudyTable]> {
    Disclosure.internalUse(try OutcomeTables(raw: self).tables)
  }

  /// The tables as they may be released: what the policy withholds, and what protects it, is withheld; nothing where an audit does not pass.
  public func releasedTables(under policy: DisclosurePolicy) throws(DisclosureError) -> ReleasedTables {
    let release = try release(under: policy)
    return ReleasedTables(
      tables: OutcomeTables(self, release).tables, policy: policy.name, audit: release.report.lines)
  }

  /// The counts and figures as a policy lets them be shown.
  func release(under policy: DisclosurePolicy) throws(DisclosureError) -> Release {
    let publication = try OutcomeCounts(self, under: policy).publication(title: title)
    // Exact counts part a large publication into problems that are attacked apart; what is safe so is safe where they are rounded.
    let isLarge = publication.cells.count > Self.mostCountsWithRounding
    return try Disclosure.release(
      publication, under: isLarge ? policy.withoutProtectionByRounding : policy, effort: .fast)
  }
}
