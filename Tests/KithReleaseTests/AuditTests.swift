import Foundation
import KithAggregates
import KithDisclosure
import KithPlaces
import KithRelease
import KithTables
import KithTesting
import Testing

@Suite("The audit and the pair of a release")
struct AuditTests {
  /// Figures of a region of authorities, made of a seed, with shares and breakdowns that hang together.
  private struct Region {
    var figures = Figures()
    /// The true counts, by the audit's names.
    var truth: [String: Int] = [:]
    let frame = ReleaseFrame.small([.northEast: ["390", "391", "392"], .southWest: ["800"]])
    static let names = [
      "390": "Gateshead", "391": "Newcastle upon Tyne", "392": "North Tyneside", "800": "Bath and North East Somerset",
    ]

    init(seed: UInt64) {
      var chance = SplitMix64(seed: seed)
      for code in ["390", "391", "392", "800"] {
        figures.authority = code
        let women = chance.number(0...40)
        let men = chance.chance(300) ? chance.number(0...6) : chance.number(0...40)
        let (someWomen, someMen) = (chance.number(0...women), chance.number(0...men))
        figures.split("n", by: "sex", ["F": women, "M": men])
        figures.percentage("some_pct", someWomen + someMen, of: women + men)
        figures.percentage("some_pct", someWomen, of: women, .sex("F"))
        figures.percentage("some_pct", someMen, of: men, .sex("M"))
        figures.rate("n_rate", women + men, of: 9_871)
        let name = Self.names[code] ?? ""
        truth["\(name), 2025, n"] = women + men
        truth["\(name), 2025, n, Sex: Female"] = women
        truth["\(name), 2025, n, Sex: Male"] = men
        truth["\(name), 2025, some_pct_number"] = someWomen + someMen
        truth["\(name), 2025, some_pct_number, Sex: Female"] = someWomen
        truth["\(name), 2025, some_pct_number, Sex: Male"] = someMen
      }
    }
  }

  @Test(
    "every withheld count of 1 to 5 can still be any of 1 to 5, and every other one two things at least",
    arguments: 1...8 as ClosedRange<UInt64>)
  func intervals(seed: UInt64) throws {
    let region = Region(seed: seed)
    for policy in [DisclosurePolicy.childrenLookedAfter, .childrenInNeed] {
      let package: ReleasePackage
      do { package = try region.figures.released(policy, frame: region.frame) } catch let error as ReleaseError {
        #expect(error.kind == .refused)
        continue
      }
      #expect(package.audit.safe)
      let withheld = Dictionary(uniqueKeysWithValues: package.audit.withheld.map { ($0.count, $0) })
      for (name, count) in region.truth where (1...5).contains(count) {
        let range = try #require(withheld[name], "\(name)")
        #expect(range.from <= 1 && range.to ?? .max >= 5, "\(name)")
      }
      for item in package.audit.withheld {
        #expect(item.to != item.from && item.verdict == "safe", "\(item.count)")
        if let count = region.truth[item.count] { #expect(item.from <= count && item.to ?? .max >= count) }
      }
      try expectNoDifference(package)
    }
  }

  /// An attack of our own: of a total and its groups, and of a region and its authorities, one alone is never withheld.
  private func expectNoDifference(_ package: ReleasePackage) throws {
    let shown = try Shown(package)
    for column in ["n", "some_pct_number"] {
      for area in ["390", "391", "392", "800"] {
        let cells = ["Total", "Female", "Male"].map { shown(area, column, $0) }
        #expect(cells.count { $0 == "c" } != 1, "\(area) \(column)")
      }
    }
  }

  @Test("the audit says what it was made of, and the hashes are the files'")
  func document() throws {
    var figures = Figures()
    figures.split("n", by: "sex", ["F": 57, "M": 3])
    let package = try figures.released()
    #expect(
      package.files.map(\.name) == [
        "a_release.csv", "a_release.meta.csv", "a_release.audit.txt", "a_release.audit.json",
      ])
    let text = package.files[2].text
    #expect(
      text.hasPrefix(
        "Disclosure audit: A release\nProvisional, from your return, not official statistics\nPolicy: Department"))
    #expect(text.contains("region counts to the nearest 10, national counts to the nearest 10, half up"))
    #expect(text.contains("SHA-256 of a_release.csv: \(package.audit.files[0].sha256)"))
    #expect(package.audit.files.allSatisfy { $0.sha256.count == 64 })
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(package.files[3].text.utf8)) as? [String: Any])
    #expect(
      Set(object.keys) == [
        "title", "notice", "policy", "roundedTo", "percentagesFrom", "synthetic", "files", "countsAudited", "safe",
        "withheld", "notices",
      ])
    let withheld = try #require(object["withheld"] as? [[String: Any]])
    #expect(
      withheld.count == 2
        && withheld.allSatisfy { Set($0.keys).isSubset(of: ["count", "from", "to", "method", "verdict"]) })
    // Which of the two is small is not said.
    #expect(!text.contains("ownSake") && !text.contains("toProtect"))
  }

  @Test("the same figures make the same bytes")
  func same() throws {
    let region = Region(seed: 3)
    let (first, second) = (
      try region.figures.released(frame: region.frame), try region.figures.released(frame: region.frame)
    )
    #expect(first.files.map(\.text) == second.files.map(\.text))
  }

  @Test("the pair, read again by the reader of EES files, is what was released")
  func readAgain() throws {
    let region = Region(seed: 5)
    let package = try region.figures.released(frame: region.frame)
    let folder = try ScratchFolder()
    for file in package.files { try folder.write(file.text, file.name) }
    let data = try EESData(path: folder.path + "/a_release.csv")
    #expect(data.table.notes == [])
    let shown = try Shown(package)
    for column in ["n", "some_pct_number", "some_pct"] {
      for group in ["Total", "Female", "Male"] {
        let measure = try #require(data.measure(indicator: column, filters: ["breakdown": group]))
        for (place, area) in data.table.areas.enumerated() {
          let name = area.name(in: .england)
          let code = if case .authority(let code) = area { code.description } else { name }
          #expect(
            data.table.cell(measure, period: 0, place: place).text == shown(code, column, group), "\(code) \(column)")
        }
        #expect(measure.decimals == 0 && measure.unit == (column == "some_pct" ? "%" : ""))
      }
    }
    #expect(try EESScreening(path: folder.path + "/a_release.csv").findings == [])
  }

  @Test("a council's rounding and threshold, and the secure room's, are kept")
  func otherPolicies() throws {
    var figures = Figures()
    figures.split("n", by: "sex", ["F": 57, "M": 13, "U": 7])
    figures.percentage("share_pct", 33, of: 77)
    let council = try Shown(figures.released(.council(threshold: 5, roundedTo: 5)))
    #expect(["Total", "Female", "Male", "Unknown"].map { council("301", "n", $0) } == ["75", "55", "15", "5"])
    #expect(council("301", "share_pct") == "46.7")
    let room = try figures.released(.secureRoom())
    #expect(try Shown(room)("301", "n", "Unknown") == "c")
    #expect(room.audit.percentagesFrom == "rounded counts" && room.audit.roundedTo["authority"] == 10)
    for item in room.audit.withheld where item.count.hasSuffix("Unknown") {
      #expect(item.from <= 1 && item.to ?? .max >= 9)
    }
  }
}
