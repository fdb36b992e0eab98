public import KithDisclosure

/// Curves of return as they may be released: a table of how many returned, ended otherwise, were censored and were still followed at each
/// time, audited as one publication, with the share beside it.
///
/// A share by a time says how many have returned by it, near enough, so it is shown only where the counts of which that is the sum are; and
/// only where each step of the curve up to it rests on enough people, as a secure room asks of survival curves. It says so more exactly than
/// rounded counts do, so the audit gives its attacker every shown count unrounded.
public struct ReturnRelease: Sendable {
  /// How many of a group returned, ended otherwise and were censored in a step, and were followed beyond it.
  struct Step: Hashable, Sendable {
    var returned = 0
    var other = 0
    var censored = 0
    var followed = 0

    /// Those on whom the step rests.
    var people: Int { returned + other + censored }
  }

  private let study: ReturnStudy
  private let times: [Double]
  /// The steps of each group of the study's curves.
  let steps: [[Step]]

  /// The counts behind the curves of a study, which is of these spells and groups.
  public init(
    _ study: ReturnStudy, of spells: Spells, groups: (names: [String], of: [Int])?
  ) throws(StudyError) {
    guard spells.starts == nil else {
      throw StudyError(
        .tooLittle,
        "Curves of spells that come under observation late are not released: nobody is followed from the beginning.")
    }
    let times = study.curves.first?.points.map(\.time) ?? []
    let members =
      [Array(0..<spells.count)]
      + (groups.map { groups in
        groups.names.indices.map { number in groups.of.indices.filter { groups.of[$0] == number } }
      } ?? [])
    self.study = study
    self.times = times
    steps = members.map { Self.steps(spells, $0, times) }
  }

  private static func steps(_ spells: Spells, _ members: [Int], _ times: [Double]) -> [Step] {
    var steps = [Step](repeating: Step(), count: times.count)
    for spell in members {
      let place = times.firstIndex { spells.stops[spell] <= $0 } ?? times.count
      for earlier in 0..<place { steps[earlier].followed += 1 }
      guard place < times.count else { continue }
      switch spells.outcomes[spell] {
      case 0: steps[place].censored += 1
      case 1: steps[place].returned += 1
      default: steps[place].other += 1
      }
    }
    return steps
  }

  private func name(_ curve: Int, _ step: Int, _ part: String) -> String {
    "\(curve == 0 ? "all" : "group \(study.curves[curve].group)")|by \(times[step])|\(part)"
  }

  private func publication(_ title: String) throws(DisclosureError) -> Publication {
    var (cells, relations) = ([CountCell](), [Relation]())
    for (curve, steps) in steps.enumerated() {
      let spells = "\(curve == 0 ? "all" : "group \(study.curves[curve].group)")|spells"
      cells.append(CountCell(spells, count: study.curves[curve].spells))
      for (place, step) in steps.enumerated() {
        let parts = ["returned", "other", "censored", "followed"].map { name(curve, place, $0) }
        cells += zip(parts, [step.returned, step.other, step.censored, step.followed]).map { CountCell($0, count: $1) }
        relations.append(Relation(total: place == 0 ? spells : name(curve, place - 1, "followed"), parts: parts))
      }
    }
    if steps.count > 1 { relations += sums(of: cells.map(\.name)) }
    return try Publication(title: title, cells: cells, relations: relations)
  }

  /// The groups sum to all.
  private func sums(of names: [String]) -> [Relation] {
    names.filter { $0.hasPrefix("all|") }.map { all in
      Relation(total: all, parts: study.curves.dropFirst().map { "group \($0.group)" + all.dropFirst(3) })
    }
  }

  /// The tables as a policy lets them be shown; nothing where the audit does not pass.
  public func tables(title: String, under policy: DisclosurePolicy) throws(DisclosureError) -> ReleasedTables {
    let release = try Disclosure.release(
      try publication(title), under: policy.withoutProtectionByRounding, effort: .fast)
    let checks = OutputChecks(threshold: (policy.withheld?.upperBound ?? 0) + 1)
    let rows = study.curves.enumerated().flatMap { curve, drawn in
      var isKnown = true
      return drawn.points.enumerated().map { place, point -> [StudyTable.Cell] in
        let step = steps[curve][place]
        let counts = ["followed", "returned", "other", "censored"].map { part in
          StudyTable.Cell(release.count(name(curve, place, part)))
        }
        // A step in which nobody's time ended changes nothing, and tells nothing.
        let isEnough = step.people == 0 || checks.objections(toSteps: [step.people])[0].isEmpty
        isKnown = isKnown && isEnough && !counts[1].isText
        let isBeyond = point.objections.contains("beyondFollowUp")
        let shares = [point.share, point.lower, point.upper].map { value in
          isKnown && !isBeyond ? StudyTable.Cell.maybe(value.map { 100 * $0 }, places: 1) : .none
        }
        return [.text(drawn.group), .number(point.time, places: 0)] + counts
          + [isKnown || isBeyond ? shares[0] : .text("c"), shares[1], shares[2]]
      }
    }
    let columns = [
      "group", "by", "followed_beyond", "returned_since", "other_ends_since", "censored_since", "share", "lower",
      "upper",
    ]
    return ReleasedTables(
      tables: [StudyTable(title, columns: columns, rows: rows)], policy: policy.name, audit: release.report.lines)
  }
}

extension ReturnRelease {
  /// The curves as `kith release --check` reads outputs of a secure room: a line for each step in which anybody's
  /// time ended: the others do not move the curve.
  public var outputs: String {
    var text = "table,row,column,statistic,count,time,events,censored\n"
    for (curve, drawn) in study.curves.enumerated() {
      for (step, time) in zip(steps[curve], times) where step.people > 0 {
        let followed = step.followed + step.people
        text +=
          "curve,\(drawn.group.withoutCommas),by \(time),survival,\(followed),\(time),\(step.returned),"
          + "\(step.other + step.censored)\n"
      }
    }
    return text
  }
}

extension String {
  fileprivate var withoutCommas: String { replacing(",", with: ";").replacing("\"", with: "'") }
}
