import Foundation
import KithReturns
import KithRules
import Testing

@testable import KithReports

@Suite("Reports of a check across returns")
struct AcrossReportTests {
  private let care = [
    "header.csv": "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nA1,M,01/06/2015,WBRI,UN1,,\nA2,M,01/06/2015,WBRI,UN1,,\n",
    "episodes.csv": """
    CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN
    A1,01/05/2025,S,C2,N1,U6,PR1,,,,ZZ1 1ZZ,ZZ1 2ZZ,SC1
    A2,01/05/2025,S,C2,N1,U6,PR1,,,,ZZ1 1ZZ,ZZ1 2ZZ,SC1

    """,
  ]
  private let need = [
    "ChildIdentifiers.csv": """
    LAchildID,UPN,FormerUPN,UPNunknown,PersonBirthDate,ExpectedPersonBirthDate,Sex,PersonDeathDate
    A1,,,UN1,2015-06-02,,M,

    """,
    "CINdetails.csv": """
    LAchildID,CINdetailsID,CINreferralDate,ReferralSource,PrimaryNeedCode,CINclosureDate,ReasonForClosure,DateOfInitialCPC,ReferralNFA
    A1,1,2025-04-01,1A,N1,,,,false

    """,
  ]
  private let lastYear = [
    "prev/CINdetails.csv": """
    LAchildID,CINdetailsID,CINreferralDate,ReferralSource,PrimaryNeedCode,CINclosureDate,ReasonForClosure,DateOfInitialCPC,ReferralNFA
    A1,1,2024-05-01,1A,N1,2024-06-01,RC8,,false
    A9,1,2025-02-01,1A,N1,,,,false
    A9,2,2025-02-05,1A,N1,,,,false

    """
  ]

  private struct Reports {
    let own: [CheckJSON.Document]
    let across: CheckReport<BothReturns>
  }

  private func reports(_ files: [String: String]) async throws -> Reports {
    let folder = FileManager.default.temporaryDirectory.path() + "kith-across-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder + "/prev", withIntermediateDirectories: true)
    for (name, text) in files { try Data(text.utf8).write(to: URL(filePath: folder + "/" + name)) }
    let submissions = try Submission.readAll([folder])
    var care = LookedAfterReturn.Source()
    var need = InNeedReturn.Source()
    for submission in submissions {
      switch submission.collection {
      case .lookedAfter: care = .init(tables: submission.tables, lastYear: submission.lastYear)
      case .inNeed: need = .init(tables: submission.tables, lastYear: submission.lastYear)
      }
    }
    let both = BothReturns(year: 2026, lookedAfter: care, inNeed: need)
    var own: [CheckJSON.Document] = []
    for submission in submissions {
      switch submission.collection {
      case .lookedAfter:
        let book = try #require(LookedAfterRules.book(for: 2026)).only(["501", "562"])
        own.append(try await report("ssda903", submission, both.lookedAfter, book).document)
      case .inNeed:
        let book = try #require(InNeedRules.book(for: 2026)).only(["8500", "1103"])
        own.append(try await report("cin", submission, both.inNeed, book).document)
      }
    }
    let book = try #require(AcrossReturns.book(for: 2026)).only(["X101", "X201", "X205"])
    return Reports(own: own, across: try await report("across", .joining(submissions), both, book))
  }

  private func report<Collection: SubmittedReturn>(
    _ name: String, _ submission: Submission, _ collection: Collection, _ book: RuleBook<Collection>
  ) async throws -> CheckReport<Collection> {
    CheckReport(
      collectionName: name, submission: submission, collection: collection, authority: "301", book: book,
      check: await book.check(collection))
  }

  private func object(_ json: CheckJSON) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(json.text.utf8)) as? [String: Any])
  }

  @Test("with both returns each input, finding, linked row and rule that did not run says its collection")
  func both() async throws {
    let reports = try await reports(care.merging(need) { a, _ in a })
    let object = try object(CheckJSON(reports.own, across: reports.across.document))
    #expect(
      Set(object.keys) == ["collection", "year", "authority", "ruleBook", "inputs", "findings", "notRun", "counts"])
    #expect(object["collection"] as? String == "both")
    for key in ["inputs", "findings", "notRun"] {
      let items = try #require(object[key] as? [[String: Any]])
      #expect(
        !items.isEmpty && items.allSatisfy { ["ssda903", "cin"].contains($0["collection"] as? String) }, "\(key)")
    }
    #expect((object["inputs"] as? [Any])?.count == 4)
    let findings = try #require(object["findings"] as? [[String: Any]])
    let born = try #require(findings.first { $0["rule"] as? String == "X205" })
    #expect(born["collection"] as? String == "cin" && born["table"] as? String == "ChildIdentifiers")
    #expect((born["place"] as? [String: Any])?["file"] as? String == "ChildIdentifiers.csv")
    let linked = try #require((born["linked"] as? [[String: Any]])?.first)
    #expect(linked["collection"] as? String == "ssda903" && linked["table"] as? String == "Header")
    #expect(Set(linked.keys) == ["collection", "table", "row", "fields"])
    #expect(object["counts"] as? [String: Int] == ["findings": 2, "rules": 2, "children": 2, "rows": 3])
  }

  @Test("a finding on last year's rows is counted by last year's children, and a CIN Census alone keeps its name")
  func censusAlone() async throws {
    let reports = try await reports(need.merging(lastYear) { a, _ in a })
    #expect(reports.across.counts == CheckCounts(findings: 2, rules: 1, children: 1, rows: 2))
    let object = try object(CheckJSON(reports.own, across: reports.across.document))
    #expect(object["collection"] as? String == "cin")
    #expect((object["inputs"] as? [Any])?.count == 3)
    let findings = try #require(object["findings"] as? [[String: Any]])
    #expect(findings.map { $0["table"] as? String } == ["CINdetails_last", "CINdetails_last"])
  }

  @Test("lines, notes, text and page name the table with its collection, and the child as the row's return does")
  func people() async throws {
    let report = try await reports(care.merging(need) { a, _ in a }).across
    var notes = Notes()
    notes[FindingKey(rule: "X201", table: "SSDA903 Episodes", child: "A2", date: "01/05/2025")] = "seen"
    let lines = report.lines(FindingContext(notes: notes))
    #expect(lines.map(\.table) == ["SSDA903 Episodes", "CIN ChildIdentifiers"])
    #expect(lines.map(\.child) == ["A2", "A1"])
    #expect(lines.map(\.note) == ["seen", ""])
    #expect(report.text.hasPrefix("Compared the CIN Census and SSDA903 return of 301 for 2025/26"))
    for secret in ["A1", "A2", "01/05/2025"] { #expect(!report.text.contains(secret)) }
    #expect(report.html(lines, lastRun: nil).contains("CIN ChildIdentifiers"))
  }

  @Test("a folder of reports is written as of one return")
  func folder() async throws {
    let report = try await reports(care.merging(need) { a, _ in a }).across
    let path = FileManager.default.temporaryDirectory.path() + "kith-across-folder-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try ReportFolder(path, replace: false).write(report, FindingContext(), due: "", timings: [:])
    let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    #expect(names == ["chase", "findings.csv", "findings.json", "report.html", "report.xlsx", "run.json"])
    #expect(try LastRun(path).comparison(with: report.lines()).still == 2)
  }
}
