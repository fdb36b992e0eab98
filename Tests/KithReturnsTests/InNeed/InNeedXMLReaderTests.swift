import Foundation
import KithTables
import KithTesting
import Testing

@testable import KithReturns

@Suite("Reading the CIN Census from XML")
struct InNeedXMLReaderTests {
  private func read(_ children: String, header: String = header, message: String = "Message") throws -> (
    [TableName: RawTable], [ReadingProblem]
  ) {
    let xml = "<\(message)>\n\(header)\n<Children>\n\(children)\n</Children>\n</\(message)>"
    return try InNeedXMLReader.read(Array(xml.utf8), file: "census.xml")
  }

  private static let header =
    "<Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year><ReferenceDate>2026-03-31</ReferenceDate>"
    + "</CollectionDetails><Source><LEA>301</LEA></Source></Header>"

  private static let characteristics =
    "<ChildCharacteristics><Ethnicity>WBRI</Ethnicity><Disabilities><Disability>MOB</Disability>"
    + "<Disability>LD</Disability></Disabilities></ChildCharacteristics>"

  private func child(_ inner: String) -> String {
    "<Child><ChildIdentifiers><LAchildID>A</LAchildID></ChildIdentifiers>\(Self.characteristics)\(inner)</Child>"
  }

  private func kinds(_ problems: [ReadingProblem]) -> [String] {
    problems.map { "\($0.kind.rawValue) \($0.path ?? "") \($0.line ?? 0)" }
  }

  @Test("rows know the rows in which they stand, and carry the identifiers that flat tables repeat")
  func hierarchy() throws {
    let episode =
      "<CINdetails><CINreferralDate>2025-05-01</CINreferralDate><Assessments><FactorsIdentifiedAtAssessment>"
      + "<AssessmentFactors>1A</AssessmentFactors><AssessmentFactors>3B</AssessmentFactors>"
      + "</FactorsIdentifiedAtAssessment></Assessments><ReferralNFA>0</ReferralNFA></CINdetails>"
    let (tables, problems) = try read(child(episode + episode) + child(episode))
    #expect(problems.isEmpty)
    #expect(tables[.childIdentifiers]?.rowCount == 2)
    #expect(tables[.cinDetails]?.parents == [0, 0, 1])
    #expect(tables[.assessments]?.parents == [0, 1, 2])
    #expect(tables[.identifiedFactors]?.parents == [0, 0, 1, 1, 2, 2])
    #expect(tables[.disabilities]?.parents == [0, 0, 1, 1])
    let factors = try #require(tables[.identifiedFactors])
    let keys: [Field] = [.childIdentifier, .detailsNumber, .assessmentNumber, .factor]
    #expect(keys.map { factors.text($0, row: 2) } == ["A", "2", "1", "1A"])
  }

  @Test("both layouts of reviews are read, and a block without any day is a row")
  func reviews() throws {
    let plan =
      "<CINdetails><ChildProtectionPlans><CPPstartDate>2025-05-01</CPPstartDate>"
      + "<Reviews><CPPreviewDate>2025-06-01</CPPreviewDate><CPPreviewDate>2025-07-01</CPPreviewDate></Reviews>"
      + "<Reviews><CPPreviewDate>2025-08-01</CPPreviewDate></Reviews><Reviews/></ChildProtectionPlans></CINdetails>"
    let (tables, problems) = try read(child(plan))
    #expect(problems.isEmpty)
    let reviews = try #require(tables[.reviews])
    #expect(
      (0..<reviews.rowCount).map { reviews.text(.reviewed, row: $0) } == [
        "2025-06-01", "2025-07-01", "2025-08-01", nil,
      ])
    #expect(reviews.parents == [0, 0, 0, 0])
  }

  @Test("a namespace changes nothing")
  func namespaces() throws {
    let plain = try read(child("")).0
    for message in ["Message xmlns=\"urn:x\"", "Message xmlns:a=\"urn:x\""] {
      let xml = "<\(message)>\(Self.header)<Children>\(child(""))</Children></Message>"
      let (tables, problems) = try InNeedXMLReader.read(Array(xml.utf8), file: "census.xml")
      #expect(problems.isEmpty)
      #expect(tables.mapValues(\.csv) == plain.mapValues(\.csv))
    }
    let prefixed = "<c:Message xmlns:c=\"urn:x\"><c:Children><c:Child/></c:Children></c:Message>"
    #expect(try InNeedXMLReader.read(Array(prefixed.utf8), file: "census.xml").0[.childIdentifiers]?.rowCount == 1)
    #expect(CollectionKind.ofXML(Array(prefixed.utf8)) == .inNeed)
  }

  @Test("faults are findings with their line and path, and stop nothing")
  func faults() throws {
    let inner = """

      <CINdetails>
      <CINreferralDate>01/05/2025</CINreferralDate>
      <ReferralNFA>0</ReferralNFA>
      <ReferralSource> 1A</ReferralSource>
      <ReferralNFA>1</ReferralNFA>
      <Weather><Sun>1</Sun></Weather>
      <CINclosureDate>2025-06-31</CINclosureDate>
      </CINdetails>
      """
    let (tables, problems) = try read(child(inner))
    let path = "Message/Children/Child/CINdetails/"
    #expect(
      kinds(problems) == [
        "unreadableDate \(path)CINreferralDate 6", "wrongOrder \(path)ReferralSource 8",
        "whiteSpace \(path)ReferralSource 8", "repeatedElement \(path)ReferralNFA 9",
        "unknownElement \(path)Weather 10",
        "wrongOrder \(path)CINclosureDate 11", "unreadableDate \(path)CINclosureDate 11",
      ])
    #expect(tables[.cinDetails]?.text(.noFurtherAction, row: 0) == "0")
    #expect(tables[.cinDetails]?.text(.closed, row: 0) == "2025-06-31")
  }

  @Test("a child without its groups still has its rows, blank, and the groups are asked for")
  func missingGroups() throws {
    let (tables, problems) = try read("<Child><CINdetails/></Child>", header: "")
    let child = "Message/Children/Child/"
    #expect(
      kinds(problems).map { $0.split(separator: " ").prefix(2).joined(separator: " ") } == [
        "missingElement \(child)ChildIdentifiers", "missingElement \(child)ChildCharacteristics",
        "missingElement Message/Header",
      ])
    #expect(tables[.childIdentifiers]?.rowCount == 1)
    #expect(tables[.childCharacteristics]?.rowCount == 1)
    #expect(tables[.cinDetails]?.parents == [0])
  }

  @Test("the identifier is known to rows that stand before it")
  func lateIdentifiers() throws {
    let (tables, problems) = try read(
      "<Child><CINdetails/><ChildIdentifiers><LAchildID>B</LAchildID></ChildIdentifiers>\(Self.characteristics)</Child>"
    )
    #expect(tables[.cinDetails]?.text(.childIdentifier, row: 0) == "B")
    #expect(problems.map(\.kind) == [.wrongOrder, .wrongOrder])
  }

  @Test("a document type and XML that is not well formed are refused, with the line")
  func refused() {
    let bomb = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"c\">]><Message>&b;</Message>"
    #expect(throws: ReadError(.documentType, "census.xml")) {
      try InNeedXMLReader.read(Array(bomb.utf8), file: "census.xml")
    }
    #expect(throws: ReadError(.damagedXML(line: 3), "census.xml")) {
      try InNeedXMLReader.read(Array("<Message>\n<Children>\n</Message>".utf8), file: "census.xml")
    }
  }

  @Test("true, 1 and TRUE are one answer; a zone after a day changes nothing")
  func spellings() throws {
    let details = ["true", "1", "TRUE", "false", "maybe"].map {
      "<CINdetails><CINreferralDate>2025-05-01Z</CINreferralDate><ReferralNFA>\($0)</ReferralNFA></CINdetails>"
    }
    let (tables, problems) = try read(child(details.joined()))
    #expect(problems.isEmpty)
    let rows = ChildInNeed(InNeedReturn(year: 2026, authority: nil, tables: tables), number: 0).details
    #expect(rows.map { $0.noFurtherAction.isOne(of: .yes) } == [true, true, true, false, false])
    #expect(rows.map { $0.noFurtherAction.isOne(of: .no) } == [false, false, false, true, false])
    #expect(rows.allSatisfy { $0.referred == .day(1, 5, 2025) })
  }

  @Test("the file says which year and whose it is")
  func facts() throws {
    #expect(CensusFacts(try read("").0).year == 2026)
    #expect(CensusFacts(try read("").0).authority == "301")
    let bare = "<Header><CollectionDetails><ReferenceDate>2020-03-31</ReferenceDate></CollectionDetails></Header>"
    #expect(CensusFacts(try read("", header: bare).0).year == 2020)
    #expect(CensusFacts(try read("", header: bare).0).authority == nil)
  }
}
