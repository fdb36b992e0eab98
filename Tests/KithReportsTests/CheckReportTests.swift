import Foundation
import KithReturns
import KithRules
import Testing

@testable import KithReports

@Suite("Reports of a check")
struct CheckReportTests {
  /// A small return with faults in three children: A1 twice, A2 and A3 once.
  private func report(
    header: String = "A1,M,01/01/2030,WBRI,UN1,,\nA2,M,01/02/2010,WBRI,UN1,,\nA3,X,01/02/2010,WBRI,UN1,,\n"
  ) async throws -> CheckReport<LookedAfterReturn> {
    let folder = FileManager.default.temporaryDirectory.path() + "kith-report-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try ("CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n" + header).write(
      toFile: folder + "/header.csv", atomically: true, encoding: .utf8)
    try """
    CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN
    A1,01/05/2025,S,C2,N1,U6,PR1,,,,ZZ1 1ZZ,ZZ1 2ZZ,SC1
    A2,01/05/2025,S,C2,N1,U6,PR1,01/05/2025,X1,CARPL,ZZ1 1ZZ,ZZ1 2ZZ,SC1
    A3,01/05/2025,S,C2,N1,U6,PR1,,,,ZZ1 1ZZ,ZZ1 2ZZ,SC1

    """.write(toFile: folder + "/episodes.csv", atomically: true, encoding: .utf8)
    let submission = try Submission.read([folder])
    let collection = LookedAfterReturn(year: 2026, authority: nil, tables: submission.tables)
    let all = try #require(LookedAfterRules.book(for: 2026))
    let book = all.only(["101", "301", "302", "355", "502"])
    return CheckReport(
      collectionName: "ssda903", submission: submission, collection: collection, authority: "301", book: book,
      check: await book.check(collection))
  }

  @Test("the JSON holds the fixed shape")
  func json() async throws {
    let json = try await report().json
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(
      Set(object.keys) == ["collection", "year", "authority", "ruleBook", "inputs", "findings", "notRun", "counts"])
    #expect(object["collection"] as? String == "ssda903")
    #expect(object["year"] as? Int == 2026)
    let findings = try #require(object["findings"] as? [[String: Any]])
    let linked = try #require(findings.first { $0["rule"] as? String == "302" })
    #expect(Set(linked.keys) == ["rule", "severity", "table", "row", "fields", "place", "linked"])
    #expect(linked["table"] as? String == "Episodes")
    #expect(linked["row"] as? Int == 0)
    #expect((linked["place"] as? [String: Any])?["line"] as? Int == 2)
    let other = try #require((linked["linked"] as? [[String: Any]])?.first)
    #expect(other["table"] as? String == "Header")
    #expect(Set(other.keys) == ["table", "row", "fields"])
    let notRun = try #require(object["notRun"] as? [[String: Any]])
    #expect(notRun.map { $0["rule"] as? String } == ["502"])
    #expect(object["counts"] as? [String: Int] == ["findings": 4, "rules": 4, "children": 3, "rows": 4])
  }

  @Test("neither the text nor the JSON shows a child's identifier or a value")
  func noIdentifiers() async throws {
    let report = try await report()
    for text in [report.text, try report.json] {
      for secret in ["A1", "A2", "A3", "01/05/2025", "ZZ1"] { #expect(!text.contains(secret), "\(secret)") }
    }
  }

  @Test("the first fix is the rule that leaves most children without a finding")
  func firstFixes() async throws {
    let lines = try await report().lines()
    #expect(FirstFixes(lines).fixes.map(\.rule) == ["101", "355", "301", "302"])
    #expect(FirstFixes(lines).fixes.map(\.childrenCleared) == [1, 1, 0, 1])
  }

  @Test("an accepted explanation is shown beside the finding and takes nothing away")
  func notes() async throws {
    let report = try await report()
    var notes = Notes()
    notes[FindingKey(rule: "355", table: "Episodes", child: "A2", date: "01/05/2025")] = "left the same day, seen"
    let lines = report.lines(FindingContext(notes: notes))
    #expect(lines.count == 4)
    #expect(lines.filter { !$0.note.isEmpty }.map(\.rule) == ["355"])
  }

  @Test("a script in a field of the return is inert in the page")
  func scripts() async throws {
    let report = try await report(header: "<script>alert(1)</script>,X,01/01/2010,WBRI,UN1,,\n")
    let lines = report.lines()
    #expect(lines.contains { $0.child.contains("SCRIPT") })
    #expect(!report.html(lines, lastRun: nil).lowercased().contains("<script"))
    let page = try #require(report.childPage("<script>alert(1)</script>", lines))
    #expect(!page.lowercased().contains("<script"))
  }

  @Test("a folder of reports is whole, the same for the same return, and never replaced unasked")
  func folder() async throws {
    let report = try await report()
    let path = FileManager.default.temporaryDirectory.path() + "kith-folder-\(UUID().uuidString)"
    defer { for name in [path, path + "2"] { try? FileManager.default.removeItem(atPath: name) } }
    for name in [path, path + "2"] {
      try ReportFolder(name, replace: false).write(report, FindingContext(), due: "12/06/2026", timings: [:])
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    #expect(names == ["chase", "findings.csv", "findings.json", "report.html", "report.xlsx", "run.json"])
    for name in names where name != "chase" {
      let (a, b) = (
        FileManager.default.contents(atPath: path + "/" + name),
        FileManager.default.contents(atPath: path + "2/" + name)
      )
      #expect(a == b, "\(name)")
    }
    #expect(throws: ReportFolder.Failure.self) { try ReportFolder(path, replace: false) }
    let run = try LastRun(path)
    #expect(run.comparison(with: report.lines()).new == 0)
    #expect(run.comparison(with: report.lines()).still == 4)
  }

  @Test("a cell that a spreadsheet would take for a formula is made inert")
  func formulas() {
    #expect(CSVText(["a"], rows: [["=1+2"], ["-5"], ["+44 x"]]).text == "a\n'=1+2\n-5\n'+44 x\n")
  }
}
