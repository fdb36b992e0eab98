import Foundation
import KithDisclosure
import KithPlaces
import KithRelease
import KithTesting
import Testing

@Suite("The last release")
struct EarlierReleaseTests {
  /// Writes a release to a folder, as the command does.
  private func write(_ package: ReleasePackage, _ folder: borrowing ScratchFolder, audit: Bool = true) throws {
    for file in package.files where audit || !file.name.contains("audit") { try folder.write(file.text, file.name) }
  }

  private func earlier(_ folder: borrowing ScratchFolder, revised: Bool = false) throws -> EarlierRelease {
    try EarlierRelease(folder: folder.path, isSynthetic: false, allowsRevision: revised)
  }

  @Test("a total that the last release showed is not withheld in vain: another part is")
  func shownBefore() throws {
    let folder = try ScratchFolder()
    var old = Figures()
    old.count("n", 60)
    try write(old.released(), folder)
    var new = Figures()
    new.split("n", by: "sex", ["F": 50, "M": 6, "U": 4])
    let shown = try Shown(new.released(earlier: earlier(folder)))
    #expect(["Male", "Unknown"].allSatisfy { shown("301", "n", $0) == "c" } || shown("301", "n", "Female") == "c")
    #expect(shown("301", "n", "Unknown") == "c")
  }

  @Test("all groups but one that the last release showed give that one away, and the release is refused")
  func difference() throws {
    let folder = try ScratchFolder()
    var old = Figures()
    old.count("n", 56, .sex("F"))
    old.count("n", 60)
    // The last release was made by hand, and left the other group out.
    try folder.write(
      """
      time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,breakdown_topic,breakdown,n
      2025,Reporting year,Local authority,E92000001,England,E13000002,Outer London,301,E09000002,Barking and Dagenham,Total,Total,60
      2025,Reporting year,Local authority,E92000001,England,E13000002,Outer London,301,E09000002,Barking and Dagenham,Sex,Female,56

      """, "old.csv")
    try folder.write(
      """
      col_name,col_type,label,indicator_grouping,indicator_unit,indicator_dp,filter_hint,filter_grouping_column
      n,Indicator,N,,,0,,

      """, "old.meta.csv")
    var new = Figures()
    new.split("n", by: "sex", ["F": 56, "M": 4])
    #expect(throws: Never.self) { try new.released() }
    let error = #expect(throws: ReleaseError.self) { try new.released(earlier: earlier(folder)) }
    #expect(error?.kind == .refused && error?.description.contains("Male") ?? false)
  }

  @Test("what the last release withheld is withheld again, though these figures alone would show it")
  func withheldBefore() throws {
    let folder = try ScratchFolder()
    var old = Figures()
    old.split("n", by: "sex", ["F": 56, "M": 4])
    let before = try old.released()
    try write(before, folder)
    let hidden = try Shown(before)("301", "n") == "c" ? "Total" : "Female"
    var new = Figures()
    new.count("n", 60)
    new.count("n", 56, .sex("F"))
    let shown = try Shown(new.released(earlier: earlier(folder)))
    #expect(shown("301", "n", hidden) == "c")
    #expect([shown("301", "n"), shown("301", "n", "Female")].contains("c"))
  }

  @Test("a total that was withheld is not given away by another breakdown")
  func otherBreakdown() throws {
    let folder = try ScratchFolder()
    let frame = ReleaseFrame.small([.northEast: ["301"]])
    var old = Figures()
    old.split("n", by: "sex", ["F": 57, "M": 3])
    try write(old.released(frame: frame), folder)
    var new = Figures()
    new.split("n", by: "age", ["1 to 4": 20, "5 to 9": 40])
    let before = try Shown(old.released(frame: frame))
    let package = try new.released(frame: frame, earlier: earlier(folder))
    let shown = try Shown(package)
    if before("301", "n") == "c" {
      #expect(shown("301", "n") == "c" && [shown("301", "n", "1 to 4"), shown("301", "n", "5 to 9")].contains("c"))
    } else {
      #expect(shown("301", "n") == before("301", "n"))
    }
    #expect(package.audit.notices.contains { $0.contains("Sex: Female") })
  }

  @Test("a revised count is refused unless it is said to be revised, and no number is shown")
  func revision() throws {
    let folder = try ScratchFolder()
    var old = Figures()
    old.count("n", 5_060)
    try write(old.released(), folder)
    var new = Figures()
    new.count("n", 5_061)
    let error = #expect(throws: ReleaseError.self) { try new.released(earlier: earlier(folder)) }
    #expect(error?.kind == .refused && !(error?.description.contains("506") ?? true))
    let package = try new.released(earlier: earlier(folder, revised: true))
    #expect(try Shown(package)("301", "n") == "5061")
    #expect(package.audit.notices == ["1 counts have been revised since the last release."])
  }

  @Test("another year's release says nothing of this year's counts")
  func otherYear() throws {
    let folder = try ScratchFolder()
    var old = Figures()
    old.year = 2024
    old.split("n", by: "sex", ["F": 56, "M": 4])
    try write(old.released(), folder)
    var new = Figures()
    new.split("n", by: "sex", ["F": 57, "M": 40])
    let package = try new.released(earlier: earlier(folder))
    #expect(package.audit.withheld == [] && package.audit.notices == [])
  }

  @Test("a percentage of a rounded region says what the region's count is nearer to")
  func percentages() throws {
    let folder = try ScratchFolder()
    let frame = ReleaseFrame.small([.northEast: ["390", "391"]])
    func figures(_ small: Int) -> Figures {
      var figures = Figures()
      for (code, number) in [("390", 300 - small), ("391", small)] {
        figures.authority = code
        figures.percentage("share_pct", number, of: 400)
      }
      return figures
    }
    try write(figures(40).released(.childrenInNeed, frame: frame), folder)
    // The last release gave authorities to the nearest 10 too, so that its percentage alone tells 300 from 297.
    let path = folder.path + "/a_release.audit.json"
    let audit = try String(contentsOfFile: path, encoding: .utf8)
    try folder.write(audit.replacing("\"authority\" : 1", with: "\"authority\" : 10"), "a_release.audit.json")
    var other = Figures()
    for (code, number) in [("390", 257), ("391", 40)] {
      other.authority = code
      other.percentage("share_pct", number, of: 400)
    }
    let error = #expect(throws: ReleaseError.self) {
      try other.released(.childrenInNeed, frame: frame, earlier: earlier(folder))
    }
    #expect(
      error?.description.contains("2025, share_pct_number and 1 more are not") ?? false, "\(String(describing: error))")
  }

  @Test("a folder without a release, or of synthetic figures, cannot be the last release")
  func unreadable() throws {
    let folder = try ScratchFolder()
    #expect(throws: ReleaseError.self) { try EarlierRelease(folder: folder.path, isSynthetic: false) }
    #expect(throws: ReleaseError.self) { try EarlierRelease(folder: folder.path + "/none", isSynthetic: false) }
    var figures = Figures()
    figures.count("n", 60)
    try write(figures.released(), folder)
    #expect(throws: ReleaseError.self) { try EarlierRelease(folder: folder.path, isSynthetic: true) }
    try folder.write("{}", "a_release.audit.json")
    #expect(throws: ReleaseError.self) { try EarlierRelease(folder: folder.path, isSynthetic: false) }
  }
}
