import Foundation
import KithTables
import KithTesting
import Testing

@testable import KithReturns

@Suite("The CIN Census, linked")
struct InNeedReturnTests {
  private func table(_ name: TableName, _ fields: [Field], _ rows: [[String?]]) -> (TableName, RawTable) {
    var builder = RawTableBuilder()
    for (place, row) in rows.enumerated() { builder.append(row, line: place + 2) }
    return (name, builder.table(name, file: "\(name).csv", fields: fields))
  }

  private func census(
    _ tables: [(TableName, RawTable)], lastYear: [(TableName, RawTable)]? = nil
  ) -> InNeedReturn {
    InNeedReturn(
      year: 2026, authority: nil, tables: Dictionary(uniqueKeysWithValues: tables),
      lastYear: lastYear.map { Dictionary(uniqueKeysWithValues: $0) })
  }

  private let details: [Field] = [.childIdentifier, .detailsNumber, .referred]

  @Test("a row walks to its time in need, to its child, and to the rows beside it, in the order of days")
  func walking() throws {
    let census = census([
      table(.childIdentifiers, [.childIdentifier, .birthDate], [["A", "2015-01-01"], ["B", nil]]),
      table(.cinDetails, details, [["A", "1", "2025-05-01"], ["B", "1", "2025-06-01"], ["A", "2", "2025-04-01"]]),
      table(
        .assessments, [.childIdentifier, .detailsNumber, .assessmentStart],
        [["A", "2", "2025-04-09"], ["A", "1", "2025-05-09"], ["A", "1", "2025-05-02"], ["B", "1", nil]]),
    ])
    let first = Assessment(census, row: 2)
    #expect(first.details.row == 0)
    #expect(first.child.birthDate == .day(1, 1, 2015))
    #expect(first.next?.row == 1)
    #expect(first.next?.next == nil)
    #expect(first.previous == nil)
    #expect(first.child.details.map(\.row) == [2, 0])
    #expect(CINDetails(census, row: 0).assessments.map(\.row) == [2, 1])
    #expect(CINDetails(census, row: 0).previous?.row == 2)
    #expect(CINDetails(census, row: 0).plans.isEmpty)
    #expect(Assessment(census, row: 3).child.assessments.map(\.row) == [3])
  }

  @Test("a row whose identifiers lead to none gets a blank one to stand in, and is a finding where the table was given")
  func orphans() throws {
    let tables = [
      table(.cinDetails, details, [["A", "1", "2025-05-01"]]),
      table(
        .assessments, [.childIdentifier, .detailsNumber, .assessmentStart],
        [["A", "2", "2025-04-09"], ["C", "1", nil], [nil, "1", nil]]),
    ]
    let hierarchy = InNeedHierarchy(Dictionary(uniqueKeysWithValues: tables))
    #expect(hierarchy.problems.map(\.row) == [0, 1, 2])
    #expect(hierarchy.problems.allSatisfy { $0.kind == .noParent && $0.table == .assessments })
    let census = census(tables)
    #expect(census.raw(.cinDetails).rowCount == 4)
    #expect(!census.raw(.childIdentifiers).isSubmitted)
    #expect(Assessment(census, row: 0).child.details.count == 2)
    #expect(Assessment(census, row: 2).child.number != Assessment(census, row: 1).child.number)
  }

  @Test("where children share an identifier, the order of the flat tables tells whose each row is")
  func sharedIdentifiers() throws {
    let tables = [
      table(.childIdentifiers, [.childIdentifier], [["A"], ["B"], ["A"], [nil]]),
      table(
        .cinDetails, details,
        [["A", "1", nil], ["A", "2", nil], ["B", "1", nil], ["A", "1", nil], [nil, "1", nil]]),
      table(
        .assessments, [.childIdentifier, .detailsNumber, .assessmentNumber],
        [["A", "1", "1"], ["A", "1", "2"], ["A", "1", "1"], [nil, "1", "1"]]),
    ]
    let hierarchy = InNeedHierarchy(Dictionary(uniqueKeysWithValues: tables))
    #expect(hierarchy.problems.isEmpty)
    #expect(hierarchy.tables[.cinDetails]?.parents == [0, 0, 1, 2, 3])
    #expect(hierarchy.tables[.assessments]?.parents == [0, 0, 3, 4])
  }

  @Test("last year's child is the one with the identifier; children without one, or with another's, are not linked")
  func lastYear() throws {
    let fields: [Field] = [.childIdentifier, .personSex]
    let census = census(
      [table(.childIdentifiers, fields, [["C", "F"], ["A", "M"], ["a", "F"], [nil, "F"]])],
      lastYear: [table(.childIdentifiers, fields, [["A", "F"], ["B", "M"], [nil, "F"]])])
    let linked = (0..<4).map { ChildIdentifiers(census, row: $0).child.lastYear?.identifiers.first?.row }
    #expect(linked == [nil, 0, nil, nil])
    #expect(census.childCount == 6)
  }

  @Test("the year is the one to the file's reference date, else to 31 March")
  func year() throws {
    let stated = census([table(.censusHeader, [.referenceDate], [["2024-03-31"]])])
    #expect(stated.start == .day(1, 4, 2023))
    #expect(stated.end == .day(31, 3, 2024))
    let unstated = census([table(.censusHeader, [.referenceDate], [["soon"]])])
    #expect(unstated.end == .day(31, 3, 2026))
  }

  @Test("XML is written with its characters escaped, and without elements for blanks and empty groups")
  func writtenXML() {
    let (children, rows) = table(
      .childIdentifiers, [.childIdentifier, .upn], [["A&B<C>", nil], ["D\u{1}\r", "é"]])
    let (characteristics, ethnic) = table(
      .childCharacteristics, [.childIdentifier, .ethnicGroup], [["D\u{1}\r", "WBRI"]])
    let document = InNeedXMLDocument([children: rows, characteristics: ethnic])
    #expect(
      document.xml == """
        <?xml version="1.0" encoding="UTF-8"?>
        <Message>
          <Children>
            <Child>
              <ChildIdentifiers>
                <LAchildID>A&amp;B&lt;C&gt;</LAchildID>
              </ChildIdentifiers>
            </Child>
            <Child>
              <ChildIdentifiers>
                <LAchildID>D\u{FFFD}&#13;</LAchildID>
                <UPN>é</UPN>
              </ChildIdentifiers>
              <ChildCharacteristics>
                <Ethnicity>WBRI</Ethnicity>
              </ChildCharacteristics>
            </Child>
          </Children>
        </Message>

        """)
  }

  // This test needs a whole return of the shared folder, and is skipped where it is absent.
  @Test(
    "a whole return written as tables, and as XML again, stays the same", .enabled(if: SharedFolder.isPresent),
    arguments: ["A", "B"])
  func roundTrip(name: String) throws {
    let folder = FileManager.default.temporaryDirectory.path() + "/kith-cin-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder + "/csv", withIntermediateDirectories: true)
    let first = try Submission.read([SharedFolder.path("cases/cin_returns/\(name)/return.xml")], of: .inNeed)
    let xml = InNeedXMLDocument(first.tables).xml
    try xml.write(toFile: folder + "/again.xml", atomically: true, encoding: .utf8)
    let second = try Submission.read([folder + "/again.xml"], of: .inNeed)
    for table in first.tables.keys { #expect(second.tables[table]?.csv == first.tables[table]?.csv, "\(table)") }
    #expect(InNeedXMLDocument(second.tables).xml == xml)
    for (table, raw) in first.tables {
      try raw.csv.write(toFile: "\(folder)/csv/\(table).csv", atomically: true, encoding: .utf8)
    }
    let flat = try Submission.read([folder + "/csv"], of: .inNeed)
    for table in first.tables.keys { #expect(flat.tables[table]?.csv == first.tables[table]?.csv, "\(table)") }
  }

  // This test needs whole returns of the shared folder, and is skipped where it is absent.
  @Test("a folder with both returns reads both", .enabled(if: SharedFolder.isPresent))
  func bothReturns() throws {
    let both = try Submission.readAll([
      SharedFolder.path("cases/cin_returns/A/return.xml"), SharedFolder.path("cases/ssda903_returns/A"),
    ])
    #expect(both.map(\.collection) == [.lookedAfter, .inNeed])
    #expect(both.map(\.isXML) == [false, true])
    #expect(both[1].tables.count == 11)
  }
}
