import KithEngine
import KithTesting
import Testing

@Suite("Published tables, read through the engine", .enabled(if: SharedFolder.isPresent, "needs the folder ../shared"))
struct PublishedTableTests {
  private let lait = SharedFolder.path("cases/aggregates/lait")

  @Test("The whole of LAIT is read from its Parquet file")
  func parquet() throws {
    let result = try inMemory().query("SELECT * FROM \(parquet: lait + "/bds_long_0.parquet")")
    #expect(result.rowCount == 641_070)
    let measures = try result.text("Short Desc").coded
    #expect(measures.words.count == 434)
    #expect(measures.codes.count == 641_070)
    #expect(try result.text("LA and Regions").contains("Bexley"))
  }

  @Test("A workbook is read with the extension excel")
  func workbook() throws {
    let connection = try inMemory()
    try connection.load(.excel)
    let result = try connection.query(
      "SELECT * FROM read_xlsx(\(literal: lait + "/la_code_list.xlsx"), all_varchar = true)")
    #expect(result.rowCount > 150)
  }
}
