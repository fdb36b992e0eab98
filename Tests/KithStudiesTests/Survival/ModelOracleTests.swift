import KithStatistics
import KithStudies
import KithTesting
import Testing

@Suite("Models of survival", .enabled(if: SharedFolder.isPresent))
struct ModelOracleTests {
  struct Known: Decodable {
    struct Model: Decodable {
      let names: [String]
      let coef: [Double]
      let se: [Double]
      let exp_coef: [Double]
      let ci_lower: [Double]
      let ci_upper: [Double]
      let p: [Double]
      let loglik: [Double]
      let lrt: Double
      let wald: Double
      let score: Double
    }
    struct Proportional: Decodable {
      let chisq: [Double]
      let p: [Double]
    }
    struct Base: Decodable {
      let time: [Double]
      let cumhaz: [Double]
    }
    let efron: Model
    let breslow: Model
    let exact: Model
    let concordance: [Double]
    let cox_zph_km: Proportional
    let robust_se: [Double]
    let basehaz_uncentered: Base
  }

  private func model(_ ties: Ties) async throws -> (CoxModel, Known) {
    let known = try expected("survival/cox_rossi.json", as: Known.self)
    let (spells, table) = try SurvivalOracleTests.rossi()
    let names = known.efron.names
    return (try await CoxModel.fit(spells, names: names, columns: names.map { table[$0] }, ties: ties), known)
  }

  @Test("Cox models are R survival's", arguments: Ties.allCases)
  func cox(_ ties: Ties) async throws {
    let (model, results) = try await model(ties)
    let known = ties == .efron ? results.efron : ties == .breslow ? results.breslow : results.exact
    #expect(areNear(model.coefficients, known.coef))
    #expect(areNear(model.standardErrors, known.se))
    for place in known.names.indices {
      let (ratio, interval) = model.hazardRatio(place, standardError: model.standardErrors[place])
      #expect(isNear(ratio, known.exp_coef[place]))
      #expect(isNear(interval.lower, known.ci_lower[place]) && isNear(interval.upper, known.ci_upper[place]))
      #expect(isNear(model.p(place, standardError: model.standardErrors[place]), known.p[place]))
    }
    #expect(areNear([model.nullLogLikelihood, model.logLikelihood], known.loglik))
    #expect(isNear(model.likelihoodRatioTest.chiSquare, known.lrt))
    // R prints Wald's test to two places.
    #expect(isNear(model.waldTest.chiSquare, known.wald, absolute: 0.005))
    #expect(isNear(model.scoreTest.chiSquare, known.score))
  }

  @Test("robust errors, baseline hazard, concordance and the test of proportional hazards are R survival's")
  func beyond() async throws {
    let (model, known) = try await model(.efron)
    #expect(areNear(try await model.robustStandardErrors(), known.robust_se))
    let base = await model.baselineHazard()
    #expect(base.map(\.time) == known.basehaz_uncentered.time)
    #expect(areNear(base.map(\.hazard), known.basehaz_uncentered.cumhaz))
    let concordance = try model.concordance()
    #expect(isNear(concordance.share, known.concordance[0]))
    #expect(isNear(concordance.standardError, known.concordance[1]))
    let tests = try await model.proportionality()
    #expect(areNear((tests.byCovariate + [tests.overall]).map(\.chiSquare), known.cox_zph_km.chisq))
    #expect(areNear((tests.byCovariate + [tests.overall]).map(\.p), known.cox_zph_km.p))
  }

  struct Discrete: Decodable {
    struct Model: Decodable {
      let coef: [Double]
      let se: [Double]
      let deviance: Double
    }
    let n_person_weeks: Int
    let period_breaks: [Double]
    let logit: Model
    let cloglog: Model
  }

  @Test("discrete-time models are R glm's", arguments: DiscreteTimeModel.Link.allCases)
  func discreteTime(_ link: DiscreteTimeModel.Link) throws {
    let results = try expected("survival/discrete_time_rossi.json", as: Discrete.self)
    let known = link == .logit ? results.logit : results.cloglog
    let (spells, table) = try SurvivalOracleTests.rossi()
    let names = ["fin", "age", "prio"]
    let rows = try PersonPeriods(spells, breaks: results.period_breaks, names: names, columns: names.map { table[$0] })
    #expect(rows.units == results.n_person_weeks)
    let model = try DiscreteTimeModel.fit(rows, link)
    #expect(areNear(model.coefficients, known.coef))
    #expect(areNear(model.standardErrors, known.se))
    #expect(isNear(model.deviance, known.deviance))
  }

  struct Recurrent: Decodable {
    struct Model: Decodable {
      let coef: [Double]
      let robust_se: [Double]
      let naive_se: [Double]
    }
    struct Mean: Decodable {
      let strata: [String]
      let time: [Double]
      let mean_cum: [Double]
      let std_err: [Double]
    }
    let andersen_gill: Model
    let pwp_total_time: Model
    let pwp_gap_time: Model
    let mcf: Mean
  }

  @Test("models of recurrent events are R survival's")
  func recurrent() async throws {
    let known = try expected("survival/recurrent_cgd.json", as: Recurrent.self)
    let table = try NumberTable("survival/cgd_recurrent.csv")
    let columns = [table["treat"], table["age"]]
    let total = try Spells(starts: table["tstart"], stops: table["tstop"], outcomes: table.outcomes("status"))
    let gap = try Spells(
      stops: zip(table["tstart"], table["tstop"]).map { $1 - $0 }, outcomes: table.outcomes("status"))
    let order = table.whole("enum")
    for (spells, strata, result) in [
      (total, nil, known.andersen_gill), (total, order, known.pwp_total_time), (gap, order, known.pwp_gap_time),
    ] {
      let model = try await CoxModel.fit(spells, names: ["treat", "age"], columns: columns, strata: strata)
      #expect(areNear(model.coefficients, result.coef))
      #expect(areNear(model.standardErrors, result.naive_se))
      #expect(areNear(try await model.robustStandardErrors(clusters: table.whole("id")), result.robust_se))
    }
  }

  @Test("the mean cumulative function is R survival's")
  func mean() throws {
    let known = try expected("survival/recurrent_cgd.json", as: Recurrent.self).mcf
    let table = try NumberTable("survival/cgd_recurrent.csv")
    let spells = try Spells(starts: table["tstart"], stops: table["tstop"], outcomes: table.outcomes("status"))
    for index in known.time.indices {
      let group = known.strata[index] == "treat=1" ? 1.0 : 0
      let members = table["treat"].indices.filter { table["treat"][$0] == group }
      let function = try MeanCumulativeFunction(spells.at(members), children: members.map { table.whole("id")[$0] })
      #expect(isNear(function.mean(at: known.time[index]), known.mean_cum[index]))
      #expect(isNear(function.standardError(at: known.time[index]), known.std_err[index]))
    }
  }

  struct Multistate: Decodable {
    let times: [Double]
    let P: [[Double]]
  }

  @Test("chances of being in each state are etm's")
  func multistate() throws {
    let known = try expected("survival/multistate_sir_cont.json", as: Multistate.self)
    let table = try NumberTable("survival/sir_cont_multistate.csv")
    var last: [Double: Double] = [:]
    var stays: [StateProbabilities.Stay] = []
    for row in table["id"].indices {
      let (id, time) = (table["id"][row], table["time"][row])
      let to = table["to"][row]
      stays.append(
        .init(from: table.whole("from")[row], to: to.isNaN ? nil : Int(to), start: last[id] ?? 0, stop: time))
      last[id] = time
    }
    let found = try StateProbabilities(stays, states: 3, at: known.times)
    for index in known.times.indices {
      #expect(areNear(found.matrices[index].prefix(2).flatMap { $0 }, known.P[index]))
    }
  }
}
