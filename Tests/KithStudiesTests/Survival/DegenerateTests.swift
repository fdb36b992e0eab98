import KithStudies
import KithTesting
import Testing

@Suite("Spells of which little can be said")
struct DegenerateTests {
  private func isFinite(_ study: ReturnStudy) -> Bool {
    study.curves.flatMap(\.points).allSatisfy { point in
      ([point.share, point.standardError] + [point.lower, point.upper].compactMap { $0 }).allSatisfy(\.isFinite)
    }
  }

  @Test("without events every share is 0, that is said, and no model is made")
  func noEvents() async throws {
    let spells = try Spells(stops: [3, 5, 8], outcomes: [0, 0, 0])
    let study = try ReturnStudy(spells, groups: (["a", "b"], [0, 1, 1]), at: [4, 10])
    #expect(study.curves[0].points.map(\.share) == [0, 0] && isFinite(study))
    #expect(study.statements.count == 3 && study.tests.isEmpty)
    await #expect(throws: StudyError.self) {
      try await CoxModel.fit(spells, names: ["x"], columns: [[1, 2, 3]])
    }
  }

  @Test("one child who comes back gives a share of 1, without an interval")
  func oneChild() throws {
    let study = try ReturnStudy(try Spells(stops: [7], outcomes: [1]), groups: nil, at: [6, 7, 8])
    #expect(study.curves[0].points.map(\.share) == [0, 1, 1] && isFinite(study))
    #expect(study.curves[0].points[2].upper == nil)
    #expect(study.curves[0].points[1].objections == ["belowThreshold"])
    let curve = KaplanMeier(try Spells(stops: [7], outcomes: [1]))
    #expect(curve.standardError(0) == 0 && curve.interval(0) == nil)
  }

  @Test("nobody followed is an error, and a spell that stops before it starts tells no value")
  func nobody() throws {
    #expect(throws: StudyError.self) { try ReturnStudy(try Spells(stops: [], outcomes: []), groups: nil, at: [1]) }
    #expect(throws: StudyError(.column, "A spell stops before it starts: row 2.")) {
      try Spells(starts: [0, 99], stops: [1, 98], outcomes: [0, 1])
    }
    #expect(throws: StudyError.self) { try Spells(stops: [.nan], outcomes: [0]) }
  }

  @Test("spells of no length count nowhere, and that is said")
  func noLength() async throws {
    let some = try Spells(starts: [0, 0, 1], stops: [4, 6, 7], outcomes: [1, 0, 1])
    let more = try Spells(starts: [0, 4, 0, 1], stops: [4, 4, 6, 7], outcomes: [1, 1, 0, 1])
    #expect(KaplanMeier(some).survival == KaplanMeier(more).survival)
    #expect(CumulativeIncidence(some).standardErrors == CumulativeIncidence(more).standardErrors)
    let study = try ReturnStudy(more, groups: nil, at: [5])
    #expect(study.statements == ["1 spells of no length count nowhere."])
  }

  @Test("covariates that say the same, or nothing, are named")
  func collinear() async throws {
    let spells = try Spells(stops: [1, 2, 3, 4, 5, 6], outcomes: [1, 1, 0, 1, 1, 0])
    let x = [1.0, 0, 2, 5, 3, 1]
    for second in [x.map { 3 * $0 - 1 }, x.map { _ in 4 }] {
      let error = await #expect(throws: StudyError.self) {
        try await CoxModel.fit(spells, names: ["first", "second"], columns: [x, second])
      }
      #expect(error?.reason == .collinear && error?.description.contains("second") == true)
    }
  }

  @Test("a covariate that parts those with the event from the others has no bound, and is named")
  func parted() async throws {
    let spells = try Spells(stops: [1, 2, 3, 9, 9, 9], outcomes: [1, 1, 1, 0, 0, 0])
    let error = await #expect(throws: StudyError.self) {
      try await CoxModel.fit(spells, names: ["early"], columns: [[1, 1, 1, 0, 0, 0]])
    }
    #expect(error?.reason == .unsettled)
    let rows = try PersonPeriods(spells, breaks: [0, 9], names: ["early"], columns: [[1, 1, 1, 0, 0, 0]])
    #expect(throws: StudyError.self) { try DiscreteTimeModel.fit(rows) }
  }

  @Test("all events on one day, with everyone gone, give numbers")
  func oneDay() throws {
    let spells = try Spells(stops: [5, 5, 5, 5], outcomes: [1, 2, 1, 1])
    let study = try ReturnStudy(spells, groups: (["a", "b"], [0, 0, 1, 1]), at: [4, 5, 6])
    #expect(study.curves[0].points.map(\.share) == [0, 0.75, 0.75] && isFinite(study))
    let variance = CumulativeIncidence(spells).aalenVariance(of: 1)
    #expect(variance.allSatisfy { $0.isFinite })
  }
}

@Suite("What holds of any spells")
struct SpellPropertyTests {
  private func random(_ seed: UInt64, late: Bool = true) throws -> (Spells, [[Double]], [Int]) {
    var dice = SplitMix64(seed: seed)
    let count = 150
    let starts = (0..<count).map { _ in late && dice.chance(400) ? Double(dice.number(1...10)) : 0 }
    let stops = starts.map { $0 + Double(dice.number(1...20)) }
    let outcomes = (0..<count).map { _ in UInt8(dice.number(0...2)) }
    let columns = (0..<2).map { _ in (0..<count).map { _ in Double(dice.number(0...9)) } }
    let groups = (0..<count).map { _ in dice.number(0...2) }
    return (
      late
        ? try Spells(starts: starts, stops: stops, outcomes: outcomes) : try Spells(stops: stops, outcomes: outcomes),
      columns, groups
    )
  }

  @Test("the shares with each kind of event and with none are one, with errors that are numbers", arguments: 1...10)
  func sharesSum(_ seed: UInt64) throws {
    let incidence = CumulativeIncidence(try random(seed).0)
    for place in incidence.times.indices {
      let sum = incidence.free[place] + incidence.incidence.reduce(0) { $0 + $1[place] }
      #expect(isNear(sum, 1, absolute: 1e-12))
      #expect(incidence.standardErrors.allSatisfy { $0[place].isFinite && $0[place] >= 0 })
    }
  }

  @Test("the jackknife's errors are what adding a hair of each spell gives", arguments: 1...2)
  func jackknife(_ seed: UInt64) throws {
    // Weighing one spell k times among k copies of all others moves the share by its influence over k.
    let (spells, _, _) = try random(seed)
    let copies = 60
    let time = 12.0
    let all = Array(0..<spells.count)
    let base = CumulativeIncidence(spells).incidence(of: 1, at: time)
    let many = Array(repeating: all, count: copies).flatMap { $0 }
    let squares = all.reduce(0.0) { sum, spell in
      let moved = CumulativeIncidence(spells.at(many + [spell])).incidence(of: 1, at: time) - base
      return sum + moved * moved * Double(copies) * Double(copies)
    }
    let error = CumulativeIncidence(spells).standardError(of: 1, at: time)
    #expect(isNear(squares.squareRoot(), error, relative: 0.03))
  }

  @Test("cutting spells in two, or shuffling them, changes no estimate and no model", arguments: 1...4)
  func cutting(_ seed: UInt64) async throws {
    let (spells, columns, groups) = try random(seed)
    var dice = SplitMix64(seed: seed + 100)
    var (starts, stops, outcomes) = ([Double](), [Double](), [UInt8]())
    var from: [Int] = []
    for spell in dice.shuffled(Array(0..<spells.count)) {
      let (start, stop) = (spells.starts?[spell] ?? 0, spells.stops[spell])
      let middle = start + Double(dice.number(0...Int(stop - start)))
      if middle > start, middle < stop {
        starts += [start, middle]
        stops += [middle, stop]
        outcomes += [0, spells.outcomes[spell]]
        from += [spell, spell]
      } else {
        (starts, stops, outcomes) = (starts + [start], stops + [stop], outcomes + [spells.outcomes[spell]])
        from.append(spell)
      }
    }
    let cut = try Spells(starts: starts, stops: stops, outcomes: outcomes)
    let times = [3.0, 9, 15, 25]
    let (whole, parts) = (CumulativeIncidence(spells), CumulativeIncidence(cut))
    #expect(areNear(times.map { whole.incidence(of: 2, at: $0) }, times.map { parts.incidence(of: 2, at: $0) }))
    for ties in [Ties.efron, .breslow] {
      let a = try await CoxModel.fit(spells.only(1), names: ["x", "y"], columns: columns, strata: groups, ties: ties)
      let b = try await CoxModel.fit(
        cut.only(1), names: ["x", "y"], columns: columns.map { column in from.map { column[$0] } },
        strata: from.map { groups[$0] }, ties: ties)
      #expect(areNear(a.coefficients, b.coefficients) && areNear(a.standardErrors, b.standardErrors))
      let robust = try await b.robustStandardErrors(clusters: from)
      #expect(areNear(try await a.robustStandardErrors(), robust))
    }
  }

  @Test("with a group as the only covariate the score test is the log-rank test, where no events are tied")
  func scoreIsLogRank() async throws {
    var dice = SplitMix64(seed: 5)
    let stops = dice.shuffled((1...80).map(Double.init))
    let groups = stops.map { _ in dice.number(0...1) }
    let spells = try Spells(stops: stops, outcomes: stops.map { _ in UInt8(dice.number(0...1)) })
    let model = try await CoxModel.fit(spells, names: ["group"], columns: [groups.map(Double.init)])
    let test = try #require(try LogRank(spells, groups: groups).test)
    #expect(isNear(model.scoreTest.chiSquare, test.chiSquare))
  }

  @Test("spells that are counted and spells that are sorted have the same times")
  func sorting() throws {
    var dice = SplitMix64(seed: 9)
    let stops = (0..<500).map { _ in Double(dice.number(0...60)) }
    let outcomes = stops.map { _ in UInt8(dice.number(0...1)) }
    let whole = KaplanMeier(try Spells(stops: stops, outcomes: outcomes))
    let parts = KaplanMeier(try Spells(stops: stops.map { $0 / 7 }, outcomes: outcomes))
    #expect(whole.times.map { $0 / 7 } == parts.times && whole.survival == parts.survival)
  }
}
