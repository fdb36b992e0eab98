import KithDisclosure
import KithPlaces
import KithRelease
import KithTables
import Testing

@Suite("A release")
struct ReleasePackageTests {
  @Test("1 to 5 is c, zero is 0, a percentage under a half is k, nothing to divide by is z and what is missing x")
  func symbols() throws {
    var figures = Figures()
    figures.count("cla_31mar_count", 900)
    figures.percentage("few_pct", 3, of: 900)
    figures.percentage("none_pct", 0, of: 900)
    figures.percentage("some_pct", 20, of: 8_000)
    figures.percentage("empty_pct", 0, of: 0)
    figures.none("missing_pct", .percentage, "the table was not submitted")
    figures.rate("cla_31mar_rate", 900, of: 51_234)
    let package = try figures.released()
    let shown = try Shown(package)
    #expect(shown("301", "cla_31mar_count") == "900")
    #expect(shown("301", "few_pct") == "c" && shown("301", "few_pct_number") == "c")
    #expect(shown("301", "none_pct") == "0" && shown("301", "none_pct_number") == "0")
    #expect(shown("301", "some_pct") == "k")
    #expect(shown("301", "empty_pct") == "z")
    #expect(shown("301", "missing_pct") == "x" && shown("301", "missing_pct_number") == "x")
    #expect(shown("301", "cla_31mar_rate") == "176")
    #expect(package.audit.notices.contains("x  missing_pct: the table was not submitted (Barking and Dagenham, 2025)"))
    #expect(package.audit.notice == "Provisional, from your return, not official statistics")
  }

  @Test("the CIN Census's percentages and rates have one decimal, and no k")
  func decimals() throws {
    var figures = Figures()
    figures.percentage("some_pct", 20, of: 8_000)
    figures.rate("ref_rate", 2_500, of: 51_234)
    let shown = try Shown(figures.released(.childrenInNeed))
    #expect(shown("301", "some_pct") == "0.3")
    #expect(shown("301", "ref_rate") == "488.0")
  }

  @Test("a count that stands in several measures is one column and one cell")
  func linked() throws {
    var figures = Figures()
    figures.count("plans", 40)
    figures.count("repeat_count", 4)
    figures.percentage("repeat_pct", 4, of: 40)
    figures.rate("plans_rate", 40, of: 20_000)
    let package = try figures.released()
    let header = try Shown(package).table.header
    #expect(header.suffix(4) == ["plans", "repeat_count", "repeat_pct", "plans_rate"])
    #expect(package.audit.withheld.map(\.count) == ["Barking and Dagenham, 2025, repeat_count"])
  }

  @Test("nearly all of a total is withheld with the few who are not among them")
  func complement() throws {
    var figures = Figures()
    figures.count("cla_31mar_count", 100)
    figures.percentage("health_pct", 97, of: 100)
    let shown = try Shown(figures.released())
    #expect([shown("301", "cla_31mar_count"), shown("301", "health_pct_number")].contains("c"))
    #expect(shown("301", "health_pct") == "c")
  }

  @Test("a total less its parts leaves nobody")
  func parts() throws {
    var figures = Figures()
    figures.split("cla_31mar_count", by: "sex", ["F": 40, "M": 57, "U": 3])
    let shown = try Shown(figures.released())
    let cells = ["Total", "Male", "Female", "Unknown"].map { shown("301", "cla_31mar_count", $0) }
    #expect(cells.last == "c" && cells.count { $0 == "c" } >= 2)
  }

  @Test("a breakdown of which some children are left out protects those")
  func leftOut() throws {
    var figures = Figures()
    figures.count("cla_31mar_count", 100)
    figures.count("cla_31mar_count", 40, .sex("F"))
    figures.count("cla_31mar_count", 58, .sex("M"))
    let shown = try Shown(figures.released())
    #expect(["Total", "Male", "Female"].contains { shown("301", "cla_31mar_count", $0) == "c" })
  }

  @Test("a region and England are there only when all their authorities are, and are rounded half up to 10")
  func regions() throws {
    let frame = ReleaseFrame.small([.northEast: ["390", "391"], .southWest: ["800"]])
    var figures = Figures()
    for (code, count) in [("390", 106), ("391", 119), ("800", 94)] {
      figures.authority = code
      figures.count("cla_31mar_count", count)
      figures.percentage("share_pct", count / 2, of: count)
      figures.rate("cla_31mar_rate", count, of: count * 100)
    }
    let shown = try Shown(figures.released(frame: frame))
    #expect(shown("North East", "cla_31mar_count") == "230")
    #expect(shown("England", "cla_31mar_count") == "320")
    #expect(shown("North East", "cla_31mar_rate") == "100")
    #expect(shown("England", "share_pct") == "50")
    figures = Figures()
    figures.authority = "390"
    figures.count("cla_31mar_count", 106)
    let part = try Shown(figures.released(frame: frame))
    #expect(part("North East", "cla_31mar_count") == nil && part("England", "cla_31mar_count") == nil)
    #expect(part("390", "cla_31mar_count") == "106")
  }

  @Test("a region with one authority is withheld with it")
  func singleAuthority() throws {
    let frame = ReleaseFrame.small([.northEast: ["390"], .southWest: ["800", "801"]])
    var figures = Figures()
    for (code, count) in [("390", 4), ("800", 94), ("801", 50)] {
      figures.authority = code
      figures.count("cla_31mar_count", count)
    }
    let package = try figures.released(frame: frame)
    let shown = try Shown(package)
    #expect(shown("390", "cla_31mar_count") == "c" && shown("North East", "cla_31mar_count") == "c")
    let ranges = package.audit.withheld.filter { $0.count.hasPrefix("North East") || $0.count.hasPrefix("Gateshead") }
    #expect(ranges.count == 2 && ranges.allSatisfy { $0.from <= 1 && $0.to ?? .max >= 5 })
  }

  @Test("a missing authority's figure leaves its region's missing, and says so")
  func missingPart() throws {
    let frame = ReleaseFrame.small([.northEast: ["390", "391"]])
    var figures = Figures()
    figures.authority = "390"
    figures.count("cla_31mar_count", 106)
    figures.percentage("share_pct", 53, of: 106)
    figures.authority = "391"
    figures.count("cla_31mar_count", 119)
    figures.none("share_pct", .percentage, "no return")
    let shown = try Shown(figures.released(frame: frame))
    #expect(shown("North East", "cla_31mar_count") == "230")
    #expect(shown("North East", "share_pct") == "x" && shown("391", "share_pct") == "x")
  }

  @Test("measures that sum to another protect each other, by the official links")
  func links() throws {
    var figures = Figures()
    figures.count("cease_adopted_count", 30)
    figures.percentage("cease_adopt_unopposed_pct", 27, of: 30)
    figures.percentage("cease_adopt_consent_disp_pct", 3, of: 30)
    let shown = try Shown(figures.released())
    #expect(shown("301", "cease_adopt_consent_disp_pct_number") == "c")
    #expect(shown("301", "cease_adopt_unopposed_pct_number") == "c" || shown("301", "cease_adopted_count") == "c")
  }

  @Test("a mean is withheld with the children behind it, and so is each group's beside it")
  func means() throws {
    var figures = Figures()
    figures.mean("score", 420, of: 30)
    figures.mean("score", 380, of: 27, .sex("F"))
    figures.mean("score", 40, of: 3, .sex("M"))
    figures.mean("rare", 40, of: 4)
    let shown = try Shown(figures.released())
    #expect(shown("301", "score") == "14.0")
    #expect(shown("301", "score", "Female") == "c" && shown("301", "score", "Male") == "c")
    #expect(shown("301", "rare") == "c" && shown("301", "rare_base") == "c")
  }

  @Test("an authority's care leavers of whom nothing is known are shown under DfE's rule for care, and no other")
  func unknownCareLeavers() throws {
    var figures = Figures()
    figures.percentage("cl_unknown", 3, of: 60, label: "Care leavers aged 19 to 21: information not known")
    figures.percentage("cl_home", 4, of: 60, label: "Care leavers aged 19 to 21 at home")
    #expect(try Shown(figures.released())("301", "cl_unknown_number") == "3")
    #expect(try Shown(figures.released())("301", "cl_home_number") == "c")
    #expect(try Shown(figures.released(.childrenInNeed))("301", "cl_unknown_number") == "c")
  }

  @Test("a policy for the authority's own staff releases nothing")
  func internalUse() throws {
    var figures = Figures()
    figures.count("cla_31mar_count", 100)
    let error = #expect(throws: ReleaseError.self) { try figures.released(.internalUse) }
    #expect(error?.kind == .refused)
  }

  @Test("figures that contradict themselves are an error that shows no number")
  func contradictions() throws {
    var above = Figures()
    above.percentage("share_pct", 31, of: 17)
    var twice = Figures()
    twice.count("n", 31)
    twice.count("n", 31)
    var nowhere = Figures()
    nowhere.authority = "999"
    nowhere.count("n", 31)
    var closed = Figures()
    closed.authority = "835"
    closed.count("n", 31)
    for figures in [above, twice, nowhere, closed] {
      let error = #expect(throws: ReleaseError.self) { try figures.released() }
      #expect(
        error?.kind == .unreadable && !(error?.description.contains("31") ?? true), "\(String(describing: error))")
    }
  }

  @Test("a pair that the platform would not take is not written")
  func screened() throws {
    var figures = Figures()
    figures.count("n", 31, label: "NULL")
    let error = #expect(throws: ReleaseError.self) { try figures.released() }
    #expect(error?.kind == .refused && error?.findings.count == 1)
  }

  @Test("a release of invented children says so in the names, the title, every row and every label's group")
  func synthetic() throws {
    let figures = ["011", "012"].map { code in
      ReleaseFigure(
        measure: "cla_31mar_count", label: "Children looked after", unit: .count, year: 2025, authority: code,
        state: .parts(88, over: nil))
    }
    let request = ReleaseRequest(
      title: "Looked after", policy: .childrenLookedAfter, isSynthetic: true,
      authorityNames: ["011": "Synthetic authority", "012": "Synthetic authority"])
    let package = try ReleasePackage(figures, request)
    #expect(package.files.allSatisfy { $0.name.hasPrefix("synthetic_looked_after") })
    #expect(package.audit.title == "Looked after (synthetic)" && package.audit.synthetic)
    let data = try Shown(package)
    #expect(data.table.records.allSatisfy { $0[data.table.column("synthetic") ?? 0] == "synthetic" })
    #expect(package.files[1].text.contains("Synthetic: nobody is real."))
    #expect(package.files[0].text.contains("x,Not available,012,x,Synthetic authority 012"))
    #expect(package.warnings.count == 1)
  }

  @Test("groups have the standard's names, and a name that two breakdowns have says which")
  func groupNames() throws {
    var figures = Figures()
    figures.split("n", by: "sex", ["F": 20, "M": 30, "U": 10])
    figures.split("n", by: "ethnicity", ["White": 40, "Not known": 20], total: false)
    figures.split("n", by: "legal_status", ["Unknown": 60], total: false)
    let shown = try Shown(figures.released())
    #expect(shown("301", "n", "Female") == "20")
    #expect(shown("301", "n", "Sex: Unknown") == "10" && shown("301", "n", "Ethnicity: Unknown") == "20")
    #expect(shown("301", "n", "Legal status: Unknown") == "60")
  }
}

@Suite("Figures that an audit has passed, one by one")
struct ReleasedFiguresTests {
  private func split() -> Figures {
    var figures = Figures()
    figures.split("care", by: "age", ["1 to 4": 4, "5 to 9": 20, "10 to 15": 34])
    return figures
  }

  @Test("a figure is what the pair shows, and one that was not asked for is none")
  func figures() throws {
    let all = split().all
    let request = ReleaseRequest(title: "A release", policy: .childrenLookedAfter)
    let found = try ReleasedFigures(all, request)
    let group = ReleaseGroup(breakdown: "age", category: "1 to 4")
    #expect(found.figure("care", year: 2025, authority: "301", group: group)?.value.description == "c")
    #expect(found.figure("care", year: 2024, authority: "301") == nil)
    #expect(found.audit.isSafe && found.withheld >= 2)
    #expect(throws: (any Error).self) {
      try ReleasedFigures(all, ReleaseRequest(title: "Raw", policy: .internalUse))
    }
  }

  @Test("a total that is kept is shown, and another group is withheld in its place")
  func kept() throws {
    var request = ReleaseRequest(title: "A release", policy: .childrenLookedAfter)
    request.kept = ["care"]
    let found = try ReleasedFigures(split().all, request)
    #expect(found.figure("care", year: 2025, authority: "301")?.value.description == "58")
    let shown = ["1 to 4", "5 to 9", "10 to 15"].map { category in
      found.figure("care", year: 2025, authority: "301", group: .init(breakdown: "age", category: category))?.value
        .description
    }
    #expect(shown.count { $0 == "c" } == 2 && found.audit.isSafe)
  }
}
