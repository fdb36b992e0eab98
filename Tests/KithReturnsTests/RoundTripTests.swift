import Foundation
import KithTesting
import Testing

@testable import KithReturns

@Suite("Tables to XML and back")
struct RoundTripTests {
  private let header = """
    CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB
    A1,F,01/02/2010,WBRI,UN1,0,
    A2,M,03/04/2012,MWBC,UN1,,

    """
  private let episodes = #"""
    CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN
    A1,01/05/2025,S,C2,N1,U6,PR1,02/06/2025,X1,CARPL,ZZ1 1ZZ,ZZ1 2ZZ,SC1
    A1,02/06/2025,P,C2,N1,U6,PR1,,,,ZZ1 1ZZ,"ZZ1 <2> & ""3""",SC1
    A2,01/05/2025,S,V2,N5,K2,PR4,,,,ZZ1 1ZZ,ZZ1 2ZZ,SC2

    """#
  private let ad1 = """
    CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR
    A2,03/04/2012,,,0,1,F1,L0

    """

  @Test("tables written as XML and read again are the same bytes")
  func csvToXMLAndBack() throws {
    let folder = FileManager.default.temporaryDirectory.path() + "/kith-round-trip-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder + "/csv", withIntermediateDirectories: true)
    for (name, text) in [("h", header), ("e", episodes), ("a", ad1)] {
      try text.write(toFile: "\(folder)/csv/\(name).csv", atomically: true, encoding: .utf8)
    }
    let tables = try Submission.read([folder + "/csv"]).tables
    let document = LookedAfterXMLDocument(tables)
    #expect(document.leftOut.isEmpty)
    try document.xml.write(toFile: folder + "/return.xml", atomically: true, encoding: .utf8)
    let again = try Submission.read([folder + "/return.xml"])
    #expect(again.problems.isEmpty)
    #expect(again.tables[.headers]?.csv == header)
    #expect(again.tables[.episodes]?.csv == episodes)
    #expect(again.tables[.ad1s]?.csv == ad1)
    #expect(LookedAfterXMLDocument(again.tables).xml == document.xml)
  }

  // This test needs a whole return of the shared folder, and is skipped where it is absent.
  @Test(
    "a whole return in XML, written as XML again, stays the same from then on", .enabled(if: SharedFolder.isPresent))
  func wholeReturn() throws {
    let folder = FileManager.default.temporaryDirectory.path() + "/kith-round-trip-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let first = try Submission.read([SharedFolder.path("cases/ssda903_returns/E_xml/return.xml")])
    let xml = LookedAfterXMLDocument(first.tables).xml
    try xml.write(toFile: folder + "/return.xml", atomically: true, encoding: .utf8)
    let second = try Submission.read([folder + "/return.xml"])
    #expect(LookedAfterXMLDocument(second.tables).xml == xml)
    for table in first.tables.keys { #expect(second.tables[table]?.csv == first.tables[table]?.csv, "\(table)") }
  }

  @Test("a document type is refused")
  func documentType() throws {
    let bomb = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"c\">]><EXPSSDA903><CHILD>&b;</CHILD></EXPSSDA903>"
    #expect(throws: ReadError(.documentType, "return.xml")) {
      try LookedAfterXMLReader.read(Array(bomb.utf8), file: "return.xml")
    }
  }
}
