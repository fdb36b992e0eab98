import Foundation
import KithEngine
import KithPlaces
import KithTables
import KithTesting
import Testing

@testable import KithReference

@Suite("Files of Ofsted's list")
struct ProviderFileTests {
  /// A workbook of one sheet, written by the engine's own extension.
  private func withWorkbook<Outcome>(
    _ rows: SQL, hasHeading: Bool = false, _ body: (String) throws -> Outcome
  ) throws -> Outcome {
    try withFile("empty", "") { path in
      let connection = try Engine(.duckDB()).connect()
      try connection.load(.excel)
      let file = path + ".xlsx"
      try connection.execute("COPY (\(sql: rows)) TO \(literal: file) (FORMAT xlsx, HEADER \(raw: String(hasHeading)))")
      return try body(file)
    }
  }

  @Test("numbers, texts and dates of a workbook are read below a title and past an empty row")
  func workbook() throws {
    let rows: SQL = """
      SELECT * FROM (VALUES ('List at 31 March', NULL, NULL), ('URN', 'Deregistration date', 'Placement code'),
        ('SC1', '-', 'K2, K1'), (NULL, NULL, NULL), ('1234567', '31/05/2025', 'U1')) AS rows(a, b, c)
      """
    let read = try withWorkbook(rows) { try ProviderFile($0).providers() }
    #expect(
      read == [
        Provider(urn: "SC1", placementCodes: ["K2", "K1"]),
        Provider(urn: "1234567", placementCodes: ["U1"], closed: Day(31, 5, 2025)),
      ])
  }

  @Test("numeric cells and real dates read as the texts and days that they are")
  func numericCells() throws {
    let rows: SQL = """
      SELECT * FROM (VALUES (1234567, DATE '2025-05-31'), (1234568, NULL)) AS rows("URN", "Deregistration date")
      """
    let read = try withWorkbook(rows, hasHeading: true) { try ProviderFile($0).providers() }
    #expect(read == [Provider(urn: "1234567", closed: Day(31, 5, 2025)), Provider(urn: "1234568")])
  }

  @Test(
    "the workbooks of the shared returns read as the validator reads them",
    .enabled(if: SharedFolder.isPresent), arguments: ["A", "B", "D", "E_xml"])
  func sharedWorkbooks(name: String) throws {
    let folder = SharedFolder.path("cases/ssda903_returns/\(name)")
    let read = try ProviderFile(folder + "/providers.xlsx").providers()
    let expected = try ProviderFile(folder + "/expected/provider_lookup.csv").providers()
    #expect(read.count == expected.count)
    for (ours, theirs) in zip(read, expected) {
      #expect(ours.urn == theirs.urn)
      #expect(ours.authorityName == theirs.authorityName)
      #expect(ours.placementCodes == theirs.placementCodes)
      #expect(ours.providerCodes == theirs.providerCodes)
      #expect(ours.closed == theirs.closed)
      #expect(ours.postcode == theirs.postcode)
    }
  }

  @Test("several files make one list")
  func severalFiles() throws {
    let homes = "URN,Provider Placement Code,Provider Code\nSC1,K2,PR4\n"
    let others = "URN,Placement code,Placement provider code\nSC2,U1,PR1\n"
    let list = try withFile("homes.csv", homes) { first in
      try withFile("others.csv", others) { second in try ProviderFile.list(of: [first, second]) }
    }
    #expect(list["SC1"].map(\.placementCodes) == [["K2"]])
    #expect(list["SC2"].map(\.providerCodes) == [["PR1"]])
  }

  @Test(
    "a file that is no list says what to give instead", arguments: ["CHILD,SEX\nA,1\n", "PK and no workbook", "URN\n"])
  func wrongFiles(text: String) throws {
    try withFile("providers.csv", text) { path in
      _ = #expect(throws: ReferenceError.self) { try ProviderFile(path).providers() }
    }
  }
}
