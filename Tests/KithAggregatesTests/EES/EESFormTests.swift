import Foundation
import KithAggregates
import KithDisclosure
import KithPlaces
import Testing

@Suite("Ways to write an EES file")
struct EESFormTests {
  /// Reads a file with these bytes.
  private func read(_ text: String, prefix: [UInt8] = []) throws -> EESData {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".csv")
    try Data(prefix + Array(text.utf8)).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try EESData(path: file.path())
  }

  private let plain = """
    time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,sex,children_count
    202425,Academic year,National,E92000001,England,,,,,,Total,100
    202425,Academic year,Regional,E92000001,England,E13000001,Inner London,,,,Total,c
    202425,Academic year,Local authority,E92000001,England,E12000007,London,202,E09000007,Camden,Total,low
    202425,Academic year,Local authority,E92000001,England,E12000003,Yorkshire and The Humber,,E08000016,Barnsley,Total,7
    202425,Academic year,Ward,E92000001,England,,,,,,Total,1
    202425,Academic year,Local authority,E92000001,England,,,z,z,Not available,Total,1
    202324,Academic year,National,E92000001,England,,,,,,Total,~

    """

  @Test("a byte-order mark, CRLF and another order of columns change nothing")
  func forms() throws {
    let lines = plain.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let reversed = lines.map { $0.reversed().joined(separator: ",") }.joined(separator: "\n")
    let expected = try read(plain)
    #expect(expected.rowCount == 7)
    for other in [
      try read(plain, prefix: [0xEF, 0xBB, 0xBF]), try read(plain.replacing("\n", with: "\r\n")), try read(reversed),
    ] {
      #expect(other.table.measures.map(\.name) == expected.table.measures.map(\.name))
      #expect(other.table.notes == expected.table.notes)
      #expect(other.table.areas == expected.table.areas)
    }
  }

  @Test("periods are shown as years, symbols stay, and what cannot be placed is noted")
  func content() throws {
    let data = try read(plain)
    let measure = try #require(data.measure(indicator: "children_count"))
    #expect(measure.name == "children count")
    #expect(data.table.periods(of: measure).map(\.label) == ["2023/24", "2024/25"])
    let texts = data.table.areas.indices.map { data.table.cell(measure, period: 1, place: $0) }.map(\.text)
    #expect(texts == ["100", "c", "low", "7"])
    #expect(
      data.table.areas == [.england, .region(.innerLondon)]
        + [202, 370].compactMap(AuthorityCode.init).map(Area.authority))
    #expect(
      data.table.notes == [
        "1 rows of the level \"Ward\" are passed over.",
        "1 rows of the place \"Not available\" are passed over: it is not in the register.",
      ])
  }

  @Test("a figure given twice is noted, and the first is used")
  func duplicates() throws {
    let data = try read(plain + "202425,Academic year,National,E92000001,England,,,,,,Total,999\n")
    #expect(data.table.notes.contains("1 figures are given twice for one place and period; the first is used."))
  }

  @Test("a name that is not the authority's is noted")
  func names() throws {
    let data = try read(plain.replacing("Barnsley", with: "Barnsly"))
    #expect(data.table.notes.contains("370 is called Barnsly here and Barnsley in the register."))
  }

  @Test(
    "what is not such a file is an error that says what to do",
    arguments: [
      ("", "the file is empty; download or save it again."),
      ("time_period,geographic_level,x\n", "the file has a header and no rows; download it again."),
      ("a,b\n1,2\n", "this is not an Explore Education Statistics file: it needs time_period and geographic_level."),
      ("a,\"b\n1,2\n", "a quote opened on line 1 is never closed; close it, or download the file again."),
      ("PK\u{3}\u{4}", "this is a workbook or zip; save it as CSV UTF-8 and name that file."),
    ])
  func errors(text: String, problem: String) throws {
    let error = #expect(throws: AggregatesError.self) { try read(text) }
    #expect(error?.problem == problem)
  }

  @Test("text that is not UTF-8 is an error, and so is UTF-16")
  func encodings() {
    #expect(throws: AggregatesError.self) {
      try read("", prefix: Array("time_period,geographic_level,Caf".utf8) + [0xE9])
    }
    #expect(throws: AggregatesError.self) { try read("a,b\n", prefix: [0xFF, 0xFE]) }
  }

  @Test("a line of a million commas is read, and noted")
  func commas() throws {
    let data = try read(plain + String(repeating: ",", count: 1_000_000) + "\n")
    #expect(data.table.notes.contains { $0.contains("1 lines have more or fewer values") })
  }

  @Test("a file that is not there, or is a folder, is an error")
  func missing() {
    #expect(throws: AggregatesError.self) { try EESData(path: "/nowhere/at/all.csv") }
    #expect(throws: AggregatesError.self) { try EESData(path: FileManager.default.temporaryDirectory.path()) }
  }
}
