import KithTables
import KithTesting
import Testing

@testable import KithReturns

@Suite("Files that ask for too much")
struct HostileFileTests {
  private let header = "CHILD,SEX,DOB,DUC\n"

  private func error(_ bytes: [UInt8]) -> ReadError? {
    do {
      _ = try Submission.read(bytes, name: "file")
      return nil
    } catch { return error }
  }

  @Test("a file in which each line's quotes run on to the file's end is read in time in proportion to its size")
  func quotes() throws {
    let lines = 20_000
    let text = header + String(repeating: "x\",\"\n", count: lines)
    let submission = try Submission.read(Array(text.utf8), name: "uasc.csv")
    #expect(submission.tables[.uascs]?.rowCount == lines)
  }

  @Test("a file with more columns than any table is left aside, not held in memory cell by cell")
  func columns() {
    let text =
      header.dropLast() + String(repeating: ",x", count: 100_000) + "\n" + String(repeating: "A1\n", count: 100_000)
    #expect(error(Array(text.utf8))?.reason == .unknownHeader)
  }

  @Test("an identifier that an XML file writes once and asks for in every row is not copied without end")
  func copies() {
    let id = String(repeating: "x", count: 1_000_000)
    let rows = String(repeating: "<EPISODE/>", count: 3_000)
    let error = error(
      Array("<EXPSSDA903><CHILD><HEADER><CHILDID>\(id)</CHILDID></HEADER>\(rows)</CHILD></EXPSSDA903>".utf8))
    #expect(error?.reason == .tooLarge)
  }

  @Test("a code with zero bytes before it is not the code")
  func zeros() throws {
    let text = header + "A1,M,01/01/2009,\nA2,\0M,01/01/2009,\n"
    let padding = String(repeating: "A3,M,01/01/2009,\n", count: 40)
    let submission = try Submission.read(
      Array((header + padding + text.dropFirst(header.count)).utf8), name: "uasc.csv")
    let collection = LookedAfterReturn(year: 2026, authority: nil, tables: submission.tables)
    #expect(collection.uascs.sex[40] == .male)
    #expect(collection.uascs.sex[41].isUnknown)
  }

  @Test("XML rows outside a child's element are kept, and what stands there twice is said")
  func outside() throws {
    let xml = """
      <EXPSSDA903><EPISODE><DECOM>01/05/2025</DECOM></EPISODE>
      <HEADER><CHILDID>A1</CHILDID><CHILDID>A2</CHILDID></HEADER>
      <CHILD><HEADER><CHILDID>A3</CHILDID></HEADER><EPISODE/></CHILD><EPISODE/></EXPSSDA903>
      """
    let submission = try Submission.read(Array(xml.utf8), name: "file.xml")
    let episodes = try #require(submission.tables[.episodes])
    #expect((0..<episodes.rowCount).map { episodes.text(.child, row: $0) } == ["A1", "A3", nil])
    #expect(submission.tables[.headers]?.rowCount == 2)
    #expect(submission.problems.map(\.kind) == [.repeatedElement])
  }
}
