import KithStatistics
import KithStudies
import KithTesting
import Testing

@Suite("Survival curves and tests", .enabled(if: SharedFolder.isPresent))
struct SurvivalOracleTests {
  struct Curve: Decodable {
    struct Quantiles: Decodable {
      let p: [Double]
      let time: [Double]
      let lower: [Double]
      let upper: [Double]
    }
    let time: [Double]
    let n_risk: [Int]
    let n_event: [Int]
    let n_censor: [Int]
    let surv: [Double]
    let std_err: [Double]
    let lower: [Double]
    let upper: [Double]
    let quantiles: Quantiles
  }

  struct Curves: Decodable {
    let plain: Curve
    let log: Curve
    let logLog: Curve
    let rmean52: [Double]

    enum CodingKeys: String, CodingKey {
      case plain, log, rmean52
      case logLog = "log-log"
    }
  }

  static func rossi() throws -> (Spells, NumberTable) {
    let table = try NumberTable("survival/rossi.csv")
    return (try Spells(stops: table["week"], outcomes: table.outcomes("arrest")), table)
  }

  @Test("Kaplan-Meier, its intervals on three scales, quantiles and mean are R survival's")
  func kaplanMeier() throws {
    let known = try expected("survival/km_rossi.json", as: Curves.self)
    let curve = KaplanMeier(try Self.rossi().0)
    for (scale, case_) in [(KaplanMeier.Scale.plain, known.plain), (.log, known.log), (.logLog, known.logLog)] {
      #expect(curve.times == case_.time)
      #expect(curve.table.atRisk == case_.n_risk)
      #expect(curve.table.allEvents == case_.n_event)
      #expect(curve.table.censored == case_.n_censor)
      #expect(areNear(curve.survival, case_.surv))
      #expect(areNear(curve.times.indices.map(curve.standardError), case_.std_err))
      #expect(areNear(curve.times.indices.map { curve.interval($0, scale)?.lower ?? -1 }, case_.lower))
      #expect(areNear(curve.times.indices.map { curve.interval($0, scale)?.upper ?? -1 }, case_.upper))
      for (index, p) in case_.quantiles.p.enumerated() {
        let found = curve.quantile(p, scale)
        #expect(found.time == case_.quantiles.time[index])
        #expect(found.lower == case_.quantiles.lower[index])
        #expect(found.upper == case_.quantiles.upper[index])
      }
    }
    let mean = curve.restrictedMean(to: 52)
    #expect(isNear(mean.mean, known.rmean52[0]) && isNear(mean.standardError, known.rmean52[1]))
  }

  struct ByGroup: Decodable {
    let strata: [String]
    let time: [Double]
    let n_risk: [Int]
    let surv: [Double]
    let std_err: [Double]
  }

  @Test("curves by group are R survival's")
  func byGroup() throws {
    let known = try expected("survival/km_rossi_by_fin.json", as: ByGroup.self)
    let (spells, table) = try Self.rossi()
    for index in known.time.indices {
      let group = known.strata[index] == "fin=1" ? 1.0 : 0
      let curve = KaplanMeier(spells.at(table["fin"].indices.filter { table["fin"][$0] == group }))
      let place = curve.times.lastIndex { $0 <= known.time[index] }
      #expect(isNear(curve.survival(at: known.time[index]), known.surv[index]))
      #expect(isNear(place.map(curve.standardError) ?? 0, known.std_err[index]))
      #expect(
        curve.table.atRisk[try #require(curve.times.firstIndex { $0 >= known.time[index] })] == known.n_risk[index])
    }
  }

  struct Hazard: Decodable {
    let time: [Double]
    let cumhaz: [Double]
    let std_chaz: [Double]
  }

  @Test("Nelson-Aalen is R survival's")
  func nelsonAalen() throws {
    let known = try expected("survival/nelson_aalen_rossi.json", as: Hazard.self)
    let hazard = NelsonAalen(try Self.rossi().0)
    #expect(hazard.table.times == known.time)
    #expect(areNear(hazard.hazard, known.cumhaz))
    #expect(areNear(hazard.standardError, known.std_chaz))
  }

  struct LogRanks: Decodable {
    struct Test: Decodable {
      let chisq: Double
      let p: Double
    }
    struct Full: Decodable {
      let chisq: Double
      let df: Int
      let p: Double
      let obs: [Double]
      let exp: [Double]
      let `var`: [[Double]]
    }
    let logrank: Full
    let peto_rho1: Test
  }

  @Test("the log-rank and Peto tests are R survival's")
  func logRank() throws {
    let known = try expected("survival/logrank_rossi_fin.json", as: LogRanks.self)
    let (spells, table) = try Self.rossi()
    let rank = try LogRank(spells, groups: table.whole("fin"))
    let test = try #require(rank.test)
    #expect(isNear(test.chiSquare, known.logrank.chisq) && isNear(test.p, known.logrank.p))
    #expect(test.degreesOfFreedom == known.logrank.df)
    #expect(rank.observed == known.logrank.obs)
    #expect(areNear(rank.expected, known.logrank.exp) && areNear(rank.variance, known.logrank.var))
    let peto = try #require(try LogRank(spells, groups: table.whole("fin"), rho: 1).test)
    #expect(isNear(peto.chiSquare, known.peto_rho1.chisq) && isNear(peto.p, known.peto_rho1.p))
  }

  struct Truncated: Decodable {
    let times: [Double]
    let n_risk: [Int]
    let surv: [Double]
    let std_err: [Double]
  }

  @Test("Kaplan-Meier with late entry is R survival's")
  func leftTruncation() throws {
    let known = try expected("survival/km_left_truncated.json", as: Truncated.self)
    let table = try NumberTable("survival/mgus2_left_truncated.csv")
    let spells = try Spells(
      starts: table["entry"], stops: table["etime"], outcomes: table.outcomes("ev").map { min($0, 1) })
    let curve = KaplanMeier(spells)
    for (index, time) in known.times.enumerated() {
      #expect(isNear(curve.survival(at: time), known.surv[index]))
      let place = try #require(curve.times.lastIndex { $0 <= time })
      #expect(isNear(curve.standardError(place), known.std_err[index]))
      #expect(curve.table.atRisk[try #require(curve.times.firstIndex { $0 >= time })] == known.n_risk[index])
    }
  }
}
