public import KithDisclosure
import KithStatistics

/// How many of some spells come to an event by certain times, in all and by group; raw figures, not for release.
public struct ReturnStudy: Sendable {
  /// What a curve shows.
  public enum Estimate: String, Sendable, CaseIterable {
    /// The share that has had the first kind of event, the others keeping it from happening.
    case incidence
    /// One less Kaplan–Meier, the other kinds being taken as censored: too high where they are not few.
    case kaplanMeier = "kaplan-meier"
  }

  /// The share at one time.
  public struct Point: Codable, Hashable, Sendable {
    /// The time.
    public let time: Double
    /// How many were still followed at it.
    public let atRisk: Int
    /// How many had had the event by it.
    public let events: Int
    /// The share, as estimated.
    public let share: Double
    /// Its standard error.
    public let standardError: Double
    /// The lower end of its 95 % interval; none where the share is 0 or 1.
    public let lower: Double?
    /// The upper end.
    public let upper: Double?
    /// What a secure room's checks would have against this step of the curve; and `beyondFollowUp` where nobody was followed so long.
    public let objections: [String]
  }

  /// The curve of a group.
  public struct Curve: Codable, Hashable, Sendable {
    /// The group's name.
    public let group: String
    /// How many spells there were.
    public let spells: Int
    /// How many ended in each kind of event, by kind from the first.
    public let ends: [Int]
    /// How many ended in none.
    public let censored: Int
    /// The share at each time asked for.
    public let points: [Point]
  }

  /// A test that groups are alike.
  public struct Test: Codable, Hashable, Sendable {
    /// What it is.
    public let name: String
    /// The statistic.
    public let chiSquare: Double
    /// Its degrees of freedom.
    public let degreesOfFreedom: Int
    /// How often chance alone gives as much.
    public let p: Double
  }

  /// The curves: of all, and of each group.
  public let curves: [Curve]
  /// The tests between groups.
  public let tests: [Test]
  /// What cannot be said, and why.
  public let statements: [String]

  /// The curves of spells, at times in order.
  public init(
    _ spells: Spells, groups: (names: [String], of: [Int])?, at times: [Double], _ estimate: Estimate = .incidence,
    checks: OutputChecks = OutputChecks()
  ) throws(StudyError) {
    guard spells.count > spells.ofNoLength else {
      throw StudyError(.tooLittle, "Nobody was followed: there is no spell of any length.")
    }
    guard !times.isEmpty, times.allSatisfy({ $0 >= 0 && $0.isFinite }) else {
      throw StudyError(.column, "Say at what times the share is wanted, as 182,365.")
    }
    let times = times.sorted()
    var statements = spells.outcomes.contains(1) ? [] : ["No event of the first kind happened, so every share is 0."]
    if spells.ofNoLength > 0 { statements.append("\(spells.ofNoLength) spells of no length count nowhere.") }
    var curves = [CurveMaker(spells, times, estimate, checks).curve("all")]
    var tests: [Test] = []
    if let groups {
      for (number, name) in groups.names.enumerated() {
        let members = spells.at(groups.of.indices.filter { groups.of[$0] == number })
        curves.append(CurveMaker(members, times, estimate, checks).curve(name))
      }
      func tried(_ name: String, _ test: () throws(StudyError) -> SurvivalTest?) {
        do throws(StudyError) {
          if let test = try test() {
            tests.append(
              Test(name: name, chiSquare: test.chiSquare, degreesOfFreedom: test.degreesOfFreedom, p: test.p))
          } else {
            statements.append("No \(name) test: no two groups were at risk when an event came.")
          }
        } catch { statements.append("No \(name) test: \(error)") }
      }
      tried("Gray") { () throws(StudyError) in try GrayTest(spells, groups: groups.of).test }
      tried("log-rank") { () throws(StudyError) in try LogRank(spells.only(1), groups: groups.of).test }
    }
    self.curves = curves
    self.tests = tests
    self.statements = statements
  }
}

/// One curve, looked at at some times.
private struct CurveMaker {
  private let spells: Spells
  private let times: [Double]
  private let checks: OutputChecks
  private let table: RiskTable
  private let shares: [(share: Double, error: Double, interval: Interval?)]

  init(_ spells: Spells, _ times: [Double], _ estimate: ReturnStudy.Estimate, _ checks: OutputChecks) {
    self.spells = spells
    self.times = times
    self.checks = checks
    if estimate == .kaplanMeier {
      let curve = KaplanMeier(spells.only(1))
      table = curve.table
      shares = times.map { time in
        guard let place = lastPlace(in: curve.times, notAfter: time) else { return (0, 0, nil) }
        let interval = curve.survival[place] < 1 ? curve.interval(place, .logLog) : nil
        return (
          1 - curve.survival[place], curve.standardError(place),
          interval.map { Interval(lower: 1 - $0.upper, upper: 1 - $0.lower) }
        )
      }
    } else {
      let curve = CumulativeIncidence(spells)
      table = curve.table
      shares = times.map { time in
        let share = curve.incidence(of: 1, at: time)
        return (share, curve.standardError(of: 1, at: time), share < 1 ? curve.interval(of: 1, at: time) : nil)
      }
    }
  }

  func curve(_ group: String) -> ReturnStudy.Curve {
    let ends = (1...max(1, spells.kinds)).map { kind in spells.outcomes.count { $0 == kind } }
    var before = 0
    let points = times.indices.map { index in
      let events = eventsBy(times[index])
      defer { before = events }
      return point(index, events, step: events - before)
    }
    return ReturnStudy.Curve(
      group: group, spells: spells.count, ends: ends, censored: spells.count - spells.events, points: points)
  }

  private func eventsBy(_ time: Double) -> Int {
    guard let place = lastPlace(in: table.times, notAfter: time) else { return 0 }
    return table.events[0][...place].reduce(0, +)
  }

  private func point(_ index: Int, _ events: Int, step: Int) -> ReturnStudy.Point {
    let place = table.times.isEmpty ? nil : (lastPlace(in: table.times, notAfter: times[index].nextDown) ?? -1) + 1
    let atRisk = place.map { $0 < table.atRisk.count ? table.atRisk[$0] : 0 } ?? 0
    let found = checks.objections(toCount: atRisk).union(checks.objections(toCount: step))
    let share = shares[index]
    return ReturnStudy.Point(
      time: times[index], atRisk: atRisk, events: events, share: share.share, standardError: share.error,
      lower: share.interval?.lower, upper: share.interval?.upper,
      objections: found.map(\.rawValue).sorted() + (atRisk == 0 && share.share < 1 ? ["beyondFollowUp"] : []))
  }
}
