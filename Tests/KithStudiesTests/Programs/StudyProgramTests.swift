import Foundation
import KithTables
import KithTesting
import Testing

/// The commands of studies, on returns of invented children.
@Suite("kith study costs, inequality, trends, demand and areas", .serialized)
struct StudyProgramTests {
  /// Three invented authorities over four years, loaded once for all tests.
  private static let folder = FileManager.default.temporaryDirectory.path() + "kith-study-\(UUID().uuidString)"
  private static let store: String? = {
    let returns = folder + "/returns"
    let path = folder + "/children.duckdb"
    let made = try? KithProgram.run(
      ["synth", "--las", "3", "--years", "4", "--last", "2025", "--children", "150", "--out", returns])
    let loaded = try? KithProgram.run(["load", "--each", returns, "--unchecked", "--store", path])
    return made?.code == 0 && loaded?.code == 0 ? path : nil
  }()

  private func study(_ arguments: [String]) throws -> (code: Int32, text: String) {
    let store = try #require(Self.store)
    return try KithProgram.run(["study"] + arguments + (arguments.contains("--lait-data") ? [] : ["--store", store]))
  }

  private func write(_ text: String, _ name: String) throws -> String {
    let path = Self.folder + "/" + name
    try Data(text.utf8).write(to: URL(filePath: path))
    return path
  }

  /// The object that a command prints, whose shape docs/json.md gives.
  private func object(_ arguments: [String]) throws -> [String: Any] {
    let (code, text) = try study(arguments + ["--json"])
    #expect(code == 0, "\(text)")
    let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(Set(object.keys) == ["command", "notice", "notes", "synthetic", "tables"])
    #expect(object["command"] as? String == "study \(arguments[0])")
    for table in try #require(object["tables"] as? [[String: Any]]) {
      #expect(Set(table.keys) == ["name", "columns", "rows"])
      let columns = Set(try #require(table["columns"] as? [String]))
      for row in try #require(table["rows"] as? [[String: Any]]) {
        #expect(Set(row.keys).isSubset(of: columns))
        #expect(!row.values.contains { ($0 as? Double)?.isNaN == true || $0 is NSNull })
      }
    }
    return object
  }

  private func rows(_ name: String, of object: [String: Any]) throws -> [[String: Any]] {
    let tables = try #require(object["tables"] as? [[String: Any]])
    let table = try #require(tables.first { ($0["name"] as? String)?.hasPrefix(name) == true }, "\(name)")
    return try #require(table["rows"] as? [[String: Any]])
  }

  @Test("costs reconcile to the days, carry the example's and the synthetic mark, and list no child unless asked")
  func costs() throws {
    let found = try object(["costs", "--year", "2025", "--example"])
    #expect(found["synthetic"] as? Bool == true)
    #expect((found["notice"] as? String)?.hasPrefix("Not for release") == true)
    #expect((found["notes"] as? [String])?.contains { $0.hasPrefix("EXAMPLE UNIT COSTS") } == true)
    let days = try rows("Days looked after", of: found)
    #expect(days[0]["days"] as? Int == days[1]["days"] as? Int && days[2]["days"] as? Int == 0)
    #expect((days[0]["days"] as? Int ?? 0) > 1_000 && days[3]["days"] as? Int == 0)
    #expect(!"\(found)".contains("SYN0"))
    let pounds = try rows("Cost by process", of: found).compactMap { $0["pounds"] as? Double }.reduce(0, +)
    let byArea = try rows("Cost by authority", of: found).compactMap { $0["pounds"] as? Double }.reduce(0, +)
    #expect(abs(pounds - byArea) < 20)
  }

  @Test("days without a fee are shown, prices move with the index, and spending is set beside the ledger")
  func ownPrices() throws {
    let card = try write(
      "process,placement,provider,authority,unit,unit_cost,price_year,source\nplacement,U4,,,week,700,2020,invented\n",
      "card.csv")
    let index = try write("year,index\n2020,100\n2025,120\n", "index.csv")
    let spending = try write("service,placements,expenditure\nfostering,U1 U4,900000\n", "spending.csv")
    let plain = try object(["costs", "--year", "2025", "--unit-costs", card, "--spending", spending])
    let later = try object(["costs", "--year", "2025", "--unit-costs", card, "--index", index, "--prices", "2025"])
    let before = try #require(try rows("Cost by authority", of: plain).first?["pounds"] as? Double)
    let after = try #require(try rows("Cost by authority", of: later).first?["pounds"] as? Double)
    #expect(abs(after / before - 1.2) < 0.001)
    #expect((try rows("Days looked after", of: plain)[3]["days"] as? Int ?? 0) > 0)
    let service = try #require(try rows("Spending by service", of: plain).first)
    let (spent, ledger) = (service["spent"] as? Double ?? 0, service["ledger"] as? Double ?? 0)
    #expect(abs(spent - ledger - (service["unexplained"] as? Double ?? 0)) <= 1)
  }

  @Test("a child's cost is listed only for a reason, which the log keeps")
  func children() throws {
    #expect(try study(["costs", "--year", "2025", "--example", "--children"]).code != 0)
    let found = try object(["costs", "--year", "2025", "--example", "--children", "--reason", "a review"])
    #expect(try !rows("Cost by child", of: found).isEmpty)
    #expect(try KithProgram.run(["store", "log", "--store", try #require(Self.store)]).text.contains("costs of 2025"))
  }

  @Test("gradients place the children that a list places, say who was not, and keep unaccompanied children apart")
  func inequality() throws {
    let areas = (1...10).map { "E0\($0),\($0)\n" }.joined()
    let people = (1...10).map { "E0\($0),1000\n" }.joined()
    let imd = try write("lsoa,decile\n" + areas, "imd.csv")
    let population = try write("lsoa,population\n" + people, "population.csv")
    let cases = try study([
      "audit-sample", "--year", "2025", "--la", "010", "--size", "60", "--reason", "a test", "--csv",
    ])
    let names = cases.text.split(separator: "\n").filter { $0.hasPrefix("\"Cases, by child") && $0.contains(",case,") }
      .compactMap { $0.split(separator: ",").last?.split(separator: " ").first }
    #expect(names.count > 20)
    let homes = names.enumerated().map { "010,\($1),E0\(1 + min(9, $0 * $0 / 300))\n" }.joined()
    let list = try write("authority,child,lsoa\n" + homes, "homes.csv")
    let ethnic = try write(
      "group,codes,population\nWhite,WBRI WIRI WOTH WIRT WROM,8000\nBlack,BCRB BAFR BOTH,1000\n", "ethnic.csv")
    let found = try object([
      "inequality", "--year", "2025", "--la", "010", "--population", population, "--imd", imd, "--homes", list,
      "--ethnicity", ethnic,
    ])
    let placed = try rows("Children in need at 31 March: who could be placed", of: found)
    #expect((placed[0]["children"] as? Int ?? 0) > 0 && (placed[1]["children"] as? Int ?? 0) > 0)
    #expect(try rows("Children in need at 31 March: rate per 10,000", of: found).count == 10)
    #expect(try rows("Children looked after at 31 March: ethnic groups", of: found).count == 2)
    #expect(try study(["inequality", "--year", "2025", "--population", population, "--imd", imd]).code != 0)
    let figures = Self.folder + "/synthetic_deciles.csv"
    let written = try study([
      "inequality", "--year", "2025", "--la", "010", "--population", population, "--imd", imd, "--homes", list,
      "--figures", figures,
    ])
    #expect(written.code == 0)
    let release = try KithProgram.run([
      "release", "--figures", figures, "--policy", "dfe-cin", "--title", "In need by decile", "--out",
      Self.folder + "/deciles",
    ])
    #expect(release.code == 0, "\(release.text.prefix(500))")
  }

  @Test("children looked after are placed by the home they came from, and unaccompanied ones stand apart")
  func homes() throws {
    _ = try #require(Self.store)
    let episodes = try FileManager.default.subpathsOfDirectory(atPath: Self.folder + "/returns")
      .filter { $0.hasSuffix("synthetic_episodes.csv") }
    var postcodes: Set<String> = []
    for file in episodes {
      let table = try SeparatedText([UInt8](Data(contentsOf: URL(filePath: Self.folder + "/returns/" + file))))
      let home = try #require(table.column("HOME_POST"))
      postcodes.formUnion(table.records.map { $0[home] }.filter { !$0.isEmpty })
    }
    let places = postcodes.sorted().enumerated().map { "\($1),E0\($0 % 10 + 1)\n" }.joined()
    let file = try write("pcds,lsoa21cd\n" + places, "postcodes.csv")
    let imd = try write("lsoa,decile\n" + (1...10).map { "E0\($0),\($0)\n" }.joined(), "imd2.csv")
    let areas = (1...10).map { "E0\($0),0\($0 % 2 + 10),900\n" }.joined()
    let population = try write("lsoa,authority,population\n" + areas, "population2.csv")
    let one = try object([
      "inequality", "--year", "2025", "--la", "010", "--population", population, "--imd", imd, "--postcodes", file,
    ])
    let ofOne = try rows("Children looked after at 31 March: rate", of: one)
    #expect(ofOne.compactMap { $0["population"] as? Int }.reduce(0, +) == 5 * 900)
    let found = try object([
      "inequality", "--year", "2025", "--population", population, "--imd", imd, "--postcodes", file,
    ])
    let placed = try rows("Children looked after at 31 March: who could be placed", of: found)
    let rates = try rows("Children looked after at 31 March: rate", of: found)
    #expect((placed[0]["children"] as? Int ?? 0) > 10)
    #expect(rates.compactMap { $0["children"] as? Int }.reduce(0, +) == placed[0]["children"] as? Int)
    #expect((placed[2]["children"] as? Int ?? 0) > 0)
    let measure = try KithProgram.run([
      "measures", "--store", try #require(Self.store), "--year", "2025", "--measure", "cla_31mar_count", "--csv",
    ])
    let counted = measure.text.split(separator: "\n").dropFirst().compactMap { line -> Int? in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      return cells[1] == "all" ? nil : Int(cells[8])
    }
    #expect(counted.reduce(0, +) == placed.compactMap { $0["children"] as? Int }.reduce(0, +))
  }

  @Test("charts are of the months that the returns cover, and a rebased one has two means")
  func trends() throws {
    let found = try object(["trends", "--la", "010", "--count", "referrals", "--rebase", "2023-04"])
    let points = try rows("XmR chart: referrals", of: found)
    #expect(points.count == 48 && points[0]["period"] as? String == "2021-04")
    #expect(points[47]["period"] as? String == "2025-03")
    #expect(points[0]["mean"] as? Double != points[47]["mean"] as? Double)
    #expect(try study(["trends", "--la", "999", "--count", "referrals"]).code == 2)
  }

  @Test("a forecast stands beside its back-test, the same for the same seed")
  func demand() throws {
    let arguments = ["demand", "--la", "010", "--years", "2", "--runs", "60"]
    let found = try object(arguments)
    let tests = try rows("How such forecasts did", of: found)
    #expect(tests.count == 2 && tests.allSatisfy { $0["so"] is String })
    let total = try rows("Authority 010: children looked after", of: found)
    #expect(total.count == 3 && total[0]["method"] as? String == "counted")
    for (line, test) in zip(total.dropFirst(), tests) {
      let isUsed = test["so"] as? String == "the simulation is used"
      #expect(line["method"] as? String == (isUsed ? "simulation" : "no change"))
    }
    #expect(try study(arguments).text == study(arguments).text)
    let scenario = try object(arguments + ["--entrants", "0"])
    #expect(try rows("Authority 010: children looked after", of: scenario).count == 5)
  }

  @Test("areas and evaluation say what they are, and what they rest on")
  func areas() throws {
    let figures = SharedFolder.projectFolder + "Fixtures/compare"
    let missing = try study([
      "areas", "--lait-data", figures, "--outcome", "ExampleStarts", "--among", "Nothing", "--covariate",
      "ExampleRepeat",
    ])
    #expect(missing.code == 2 && missing.text.contains("has no measure Nothing"))
    let trend = try study(["trends", "--lait-data", figures, "--la", "Camden", "--measure", "ExampleRepeat"])
    #expect(trend.code == 0 || trend.text.contains("Not enough points"))
  }

  // Needs LAIT's real figures, which the project does not hold.
  @Test(
    "on LAIT's figures, deprivation goes with entries between authorities, and the page says what that is not",
    .enabled(if: SharedFolder.isPresent))
  func lait() throws {
    for name in ["bds_long_0.parquet", "lait_data_dictionary.csv", "sn_may_2025.csv"] {
      let link = URL(filePath: Self.folder + "/lait/" + name)
      try FileManager.default.createDirectory(at: link.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(
        at: link, withDestinationURL: URL(filePath: SharedFolder.path("cases/aggregates/lait/" + name)))
    }
    let people = SharedFolder.path("cases/aggregates/ees/ons_mid-year_population_estimates_2012_to_2024.csv")
    let found = try object([
      "areas", "--lait-data", Self.folder + "/lait", "--outcome", "LACnum_Start", "--population", people, "--covariate",
      "ChildPov",
    ])
    #expect((found["notes"] as? [String]) == ["Association between areas; not about children, not cause."])
    #expect((found["notice"] as? String)?.hasPrefix("Worked out from published figures") == true)
    let between = try #require(try rows("Ratio of rates", of: found).first)
    #expect((between["lower"] as? Double ?? 0) > 1)
  }

  @Test("an audit sample asks for a reason")
  func auditSample() throws {
    #expect(try study(["audit-sample", "--year", "2025", "--la", "010"]).code != 0)
  }
}
