import KithStudies
import KithTesting
import Testing

@Suite("Competing events", .enabled(if: SharedFolder.isPresent))
struct CompetingOracleTests {
  struct Known: Decodable {
    struct Curve: Decodable {
      let pstate: [[Double]]
      let std_err: [[Double]]
      let n_risk: [Int]
    }
    struct Estimate: Decodable {
      let est: [[Double]]
      let `var`: [[Double]]
    }
    struct Tests: Decodable {
      let stat: [Double]
      let p: [Double]
    }
    struct Model: Decodable {
      let coef: [Double]
      let se: [Double]
      let loglik: Double?
    }
    let times: [Double]
    let aalen_johansen: Curve
    let cmprsk_cuminc: Estimate
    let grays_test_by_sex: Tests
    let fine_gray_pcm: Model
    let cause_specific_cox_pcm: Model
  }

  static func mgus() throws -> (Spells, NumberTable) {
    let table = try NumberTable("survival/mgus2_competing.csv")
    return (try Spells(stops: table["etime"], outcomes: table.outcomes("ev")), table)
  }

  @Test("Aalen-Johansen with both variances is R survival's and cmprsk's")
  func aalenJohansen() throws {
    let known = try expected("survival/competing_mgus2.json", as: Known.self)
    let incidence = CumulativeIncidence(try Self.mgus().0)
    for (index, time) in known.times.enumerated() {
      let place = try #require(incidence.place(at: time))
      let shares = [incidence.free[place]] + incidence.incidence.map { $0[place] }
      #expect(areNear(shares, known.aalen_johansen.pstate[index]))
      let errors = [incidence.standardErrorOfFree[place]] + incidence.standardErrors.map { $0[place] }
      #expect(areNear(errors, known.aalen_johansen.std_err[index]))
      for kind in 1...2 {
        #expect(isNear(incidence.incidence(of: kind, at: time), known.cmprsk_cuminc.est[kind - 1][index]))
        #expect(
          isNear(incidence.aalenVariance(of: kind)[place], known.cmprsk_cuminc.var[kind - 1][index], absolute: 1e-12))
      }
    }
  }

  @Test("the whole curve is R survival's")
  func wholeCurve() throws {
    let known = try NumberTable("survival/competing_mgus2_curve.csv")
    let incidence = CumulativeIncidence(try Self.mgus().0)
    #expect(incidence.times == known["time"])
    #expect(incidence.table.atRisk.map(Double.init) == known["n_risk"])
    #expect(areNear(incidence.free, known["p_event_free"]))
    #expect(areNear(incidence.incidence[0], known["p_pcm"]) && areNear(incidence.incidence[1], known["p_death"]))
  }

  struct Naive: Decodable {
    let times: [Double]
    let one_minus_km: [Double]
  }

  @Test("one less Kaplan-Meier says 26 % where 11 % is true")
  func naive() throws {
    let known = try expected("survival/competing_mgus2_naive_1minusKM.json", as: Naive.self)
    let spells = try Self.mgus().0
    let curve = KaplanMeier(spells.only(1))
    #expect(areNear(known.times.map { 1 - curve.survival(at: $0) }, known.one_minus_km))
    #expect(CumulativeIncidence(spells).incidence(of: 1, at: 300) < 0.11)
  }

  @Test("Gray's test is cmprsk's")
  func gray() throws {
    let known = try expected("survival/competing_mgus2.json", as: Known.self)
    let (spells, table) = try Self.mgus()
    for kind in 1...2 {
      let test = try GrayTest(spells, groups: table.whole("sex"), kind: kind).test
      #expect(isNear(test.chiSquare, known.grays_test_by_sex.stat[kind - 1]))
      #expect(isNear(test.p, known.grays_test_by_sex.p[kind - 1]))
    }
  }

  @Test("the model of Fine and Gray is cmprsk's")
  func fineGray() async throws {
    let known = try expected("survival/competing_mgus2.json", as: Known.self).fine_gray_pcm
    let (spells, table) = try Self.mgus()
    let model = try await FineGrayModel.fit(spells, names: ["age", "sex"], columns: [table["age"], table["sex"]])
    #expect(areNear(model.coefficients, known.coef))
    #expect(areNear(model.standardErrors, known.se))
    #expect(isNear(model.logLikelihood, try #require(known.loglik)))
  }

  @Test("the cause-specific Cox model is R survival's")
  func causeSpecific() async throws {
    let known = try expected("survival/competing_mgus2.json", as: Known.self).cause_specific_cox_pcm
    let (spells, table) = try Self.mgus()
    let model = try await CoxModel.fit(spells.only(1), names: ["age", "sex"], columns: [table["age"], table["sex"]])
    #expect(areNear(model.coefficients, known.coef) && areNear(model.standardErrors, known.se))
  }

  struct ByAge: Decodable {
    let ages: [Int]
    let aalen_johansen_contact: [Double]
    let std_err: [Double]
    let life_table_from_rates: [Double]
    let naive_ever_over_n: [Double]
    let events: [Int]
    let person_years: [Double]
  }

  @Test("incidence by age with late entry is as expected, and the naive share is too low")
  func byAge() throws {
    let known = try expected("survival/first_contact_by_age.json", as: ByAge.self)
    let table = try NumberTable("survival/first_contact_by_age.csv")
    let (entry, exit) = (table["entry_age"], table["exit_age"])
    // Who had a first contact, moved away or died before observation began is not among those at risk.
    let unseen = entry.indices.filter { table["contact_before_entry"][$0] == 0 && entry[$0] < exit[$0] }
    let spells = try Spells(
      starts: unseen.map { entry[$0] }, stops: unseen.map { exit[$0] },
      outcomes: unseen.map { table.outcomes("event")[$0] })
    let found = AgeIncidence(spells)
    #expect(found.ages == known.ages)
    #expect(areNear(found.share, known.aalen_johansen_contact))
    #expect(areNear(found.standardError, known.std_err))
    #expect(areNear(found.lifeTable, known.life_table_from_rates))
    #expect(found.events == known.events)
    #expect(areNear(found.personYears, known.person_years))
    #expect(found.share[17] > known.naive_ever_over_n[17])
  }
}
