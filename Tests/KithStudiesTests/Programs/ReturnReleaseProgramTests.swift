import Foundation
import KithDisclosure
import KithTesting
import Testing

@testable import KithStudies

@Suite("Curves of return as they may be released")
struct ReturnReleaseProgramTests {
  /// Of a, 20 return at 5, 3 at 15, 12 at 25, and 40 are followed to 40; of b 18, 9, 11 and 30, and 7 end otherwise at 15.
  private static let spells: String = {
    let rows: [(count: Int, stop: Int, event: Int, group: String)] = [
      (20, 5, 1, "a"), (3, 15, 1, "a"), (12, 25, 1, "a"), (40, 40, 0, "a"), (18, 5, 1, "b"), (9, 15, 1, "b"),
      (7, 15, 2, "b"), (11, 25, 1, "b"), (30, 40, 0, "b"),
    ]
    return "stop,event,arm\n"
      + rows.map { row in String(repeating: "\(row.stop),\(row.event),\(row.group)\n", count: row.count) }.joined()
  }()

  private func release(_ times: [Double], _ policy: DisclosurePolicy) throws -> [StudyTable] {
    let folder = try ScratchFolder()
    try folder.write(Self.spells, "s.csv")
    let file = try SpellFile(folder.path + "/s.csv", SpellFile.Columns(group: "arm"))
    let study = try ReturnStudy(file.spells, groups: file.groups, at: times)
    return try ReturnRelease(study, of: file.spells, groups: file.groups).tables(title: "x", under: policy).tables
  }

  @Test("a step of too few is withheld with what would give it away, and the share by then with it")
  func withheld() throws {
    let table = try #require(try release([10, 20, 30], .departmentForEducation).first)
    let rows = Dictionary(grouping: table.rows) { $0[0] }
    let a = try #require(rows[.text("a")])
    #expect(a[0][3] == .count(20) && a[0][6] == .number(100 * 20.0 / 75, places: 1))
    #expect(a[1][3] == .text("c") && a[1][6] == .text("c") && a[1][7] == .none)
    // The 3 would follow from those followed before and after, or from the other group and all.
    #expect([a[1][2], a[1][4], a[1][5], a[0][2]].contains(.text("c")))
    let (b, all) = (try #require(rows[.text("b")]), try #require(rows[.text("all")]))
    #expect(b[1][3] == .text("c") || all[1][3] == .text("c"))
    // By 30 the share would tell 35, and with 20 and 12 the 3.
    #expect(a[2][6] == .text("c"))
  }

  @Test("of fewer times all is shown, as the curve has it")
  func shown() throws {
    let table = try #require(try release([30], .departmentForEducation).first)
    #expect(!table.rows.joined().contains(.text("c")))
    #expect(table.rows.map { $0[3] } == [.count(73), .count(35), .count(38)])
    // b: 18 of 75, then 9 of 57, then 11 of 41, the 7 who end otherwise taking their part.
    let free = [1, 57.0 / 75, 57.0 / 75 * 41 / 57]
    let share = free[0] * 18 / 75 + free[1] * 9 / 57 + free[2] * 11 / 41
    #expect(table.rows[2][6] == .number(100 * share, places: 1))
    let room = try #require(try release([30], .secureRoom()).first)
    #expect(room.rows.map { $0[3] } == [.count(70), .count(40), .count(40)])
  }

  @Test("the steps add up, of each group and of all")
  func steps() throws {
    let folder = try ScratchFolder()
    try folder.write(Self.spells, "s.csv")
    let file = try SpellFile(folder.path + "/s.csv", SpellFile.Columns(group: "arm"))
    let study = try ReturnStudy(file.spells, groups: file.groups, at: [10, 20, 50])
    let release = try ReturnRelease(study, of: file.spells, groups: file.groups)
    #expect(release.steps[0].map(\.people) == [38, 19, 93] && release.steps[0].map(\.followed) == [112, 93, 0])
    #expect(release.steps[2].map(\.other) == [0, 7, 0] && release.steps[1].map(\.returned) == [20, 3, 12])
    #expect(throws: StudyError.self) {
      let late = try Spells(starts: [0, 1], stops: [2, 3], outcomes: [1, 1])
      _ = try ReturnRelease(try ReturnStudy(late, groups: nil, at: [2]), of: late, groups: nil)
    }
  }

  @Test("the program prints what may be released, and writes steps that kith release --check reads")
  func program() throws {
    let folder = try ScratchFolder()
    try folder.write(Self.spells, "s.csv")
    let outputs = folder.path + "/steps.csv"
    let file = ["study", "return", "--spells", folder.path + "/s.csv", "--group", "arm", "--at", "10,20,30"]
    let (code, text) = try KithProgram.run(file + ["--policy", "srs", "--outputs", outputs, "--json"])
    #expect(code == 0, "\(text.prefix(300))")
    let found = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(Set(found.keys) == ["command", "notice", "notes", "synthetic", "tables"])
    #expect((found["notice"] as? String)?.contains("the audit has passed") == true)
    let check = try KithProgram.run(["release", "--check", outputs])
    #expect(check.code == 1 && check.text.contains("curve, a, by 20.0"))
    let few = try KithProgram.run(file.dropLast(2) + ["--at", "30", "--outputs", outputs, "--replace"])
    #expect(few.code == 0 && few.text.contains("Not for release"))
    #expect(try KithProgram.run(["release", "--check", outputs]).code == 0)
    #expect(try KithProgram.run(file + ["--outputs", outputs]).code == 2)
  }
}
