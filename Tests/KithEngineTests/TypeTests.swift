import KithEngine
import KithTables
import Testing

@Suite("Values of each type, read from a result")
struct TypeTests {
  let connection: Connection

  init() throws { connection = try inMemory() }

  @Test(
    "A whole number of any width is read as 64 bits",
    arguments: [
      ("TINYINT", "-128", -128), ("SMALLINT", "-32768", -32768), ("INTEGER", "-2147483648", -2_147_483_648),
      ("BIGINT", "-9223372036854775808", Int64.min), ("UTINYINT", "255", 255), ("USMALLINT", "65535", 65535),
      ("UINTEGER", "4294967295", 4_294_967_295), ("UBIGINT", "9223372036854775807", Int64.max),
      ("HUGEINT", "-5", -5), ("DECIMAL(4,0)", "-7", -7), ("DECIMAL(30,0)", "12", 12),
    ])
  func wholeNumbers(type: String, written: String, expected: Int64) throws {
    let result = try connection.query(
      "SELECT CAST(v AS \(raw: type)) AS n FROM (VALUES (\(literal: written)), (NULL), ('1')) AS t(v)")
    #expect(try result.integers("n").values == [expected, nil, 1])
    #expect(try result.doubles("n").values == [Double(expected), nil, 1])
  }

  @Test("A sum of whole numbers is a whole number")
  func sums() throws {
    #expect(try connection.query("SELECT sum(i) AS n FROM range(10) AS r(i)").integers("n")[0] == 45)
  }

  @Test("A number over 64 bits is an error that says what to do")
  func tooWide() throws {
    let result = try connection.query(
      "SELECT 18446744073709551615::UBIGINT AS n, 170141183460469231731687303715884105727 AS h")
    #expect(throws: EngineError.self) { try result.integers("n") }
    #expect(throws: EngineError.self) { try result.integers("h") }
    #expect(try result.doubles("n")[0] == 0x1p64)
    #expect(try result.decimals("n")[0]?.description == "18446744073709551615")
  }

  @Test("Doubles and floats keep their value")
  func doubles() throws {
    let result = try connection.query(
      "SELECT * FROM (VALUES (0.1::DOUBLE, 0.5::FLOAT), (NULL, NULL), ('-inf'::DOUBLE, 1e10::FLOAT)) AS t(d, f)")
    #expect(try result.doubles("d").values == [0.1, nil, -.infinity])
    #expect(try result.doubles("f").values == [0.5, nil, 1e10])
  }

  @Test(
    "A decimal is exact, with its places, at every width",
    arguments: [
      ("DECIMAL(4,1)", "-12.5"), ("DECIMAL(9,2)", "0.05"), ("DECIMAL(18,3)", "123456789012345.678"),
      ("DECIMAL(38,10)", "-1234567890123456789012345678.0123456789"), ("INTEGER", "42"),
    ])
  func decimals(type: String, written: String) throws {
    let result = try connection.query(
      "SELECT CAST(v AS \(raw: type)) AS d FROM (VALUES (\(literal: written)), (NULL)) AS t(v)")
    let column = try result.decimals("d")
    #expect(column[0]?.description == written)
    #expect(column[1] == nil)
    #expect(try result.doubles("d")[0] == Double(written))
  }

  @Test("Days are days, before 1970 and after 2038 too")
  func days() throws {
    let result = try connection.query(
      "SELECT v::DATE AS d FROM (VALUES ('1900-02-28'), ('1970-01-01'), (NULL), ('2099-12-31')) AS t(v)")
    #expect(try result.days("d").values == [Day(28, 2, 1900), Day(1, 1, 1970), nil, Day(31, 12, 2099)])
  }

  @Test(
    "A moment is read to the microsecond whatever its unit",
    arguments: ["TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS", "TIMESTAMPTZ"])
  func timestamps(type: String) throws {
    try connection.execute("SET TimeZone = 'UTC'")
    let result = try connection.query(
      "SELECT v::\(raw: type) AS t FROM (VALUES ('1969-12-31 23:00:00'), (NULL), ('2024-03-31 12:00:01')) AS t(v)")
    let column = try result.timestamps("t")
    #expect(column[0] == Timestamp(microseconds: -3_600_000_000))
    #expect(column[0]?.day == Day(31, 12, 1969))
    #expect(column[1] == nil)
    #expect(column[2]?.day == Day(31, 3, 2024))
  }

  @Test("Booleans are true, false or nil")
  func booleans() throws {
    let result = try connection.query(
      "SELECT CASE i % 3 WHEN 0 THEN true WHEN 1 THEN false END AS b FROM range(20) AS r(i) ORDER BY i")
    #expect(try result.booleans("b").values == (0..<20).map { $0 % 3 == 2 ? nil : $0 % 3 == 0 })
  }

  @Test(
    "Text keeps its letters, long or short, empty or nil, in each of Arrow's layouts",
    arguments: [
      "", "SET arrow_large_buffer_size = true",
      "SET produce_arrow_string_view = true; SET arrow_output_version = '1.4'",
    ])
  func text(setting: String) throws {
    if !setting.isEmpty { try connection.execute("\(raw: setting)") }
    let long = String(repeating: "Kingston upon Thames ", count: 20)
    let result = try connection.query(
      "SELECT * FROM (VALUES ('Bexley'), (''), (NULL), ('Sir Fôn – ✓'), (\(long))) AS t(name)")
    let column = try result.text("name")
    #expect(column.values == ["Bexley", "", nil, "Sir Fôn – ✓", long])
    #expect(column.withUTF8(of: 0) { $0.count } == 6)
    #expect(column.withUTF8(of: 2) { $0.count } == nil)
  }

  @Test("Words of a list are text")
  func dictionary() throws {
    try connection.execute("CREATE TYPE placement AS ENUM ('U1', 'K2')")
    let result = try connection.query("SELECT v::placement AS p FROM (VALUES ('K2'), (NULL), ('U1')) AS t(v)")
    #expect(try result.text("p").values == ["K2", nil, "U1"])
    #expect(try result.text("p").coded.codes == [0, -1, 1])
    #expect(throws: EngineError.self) { try result.integers("p") }
  }

  @Test("Coded text numbers each distinct word once, by its bytes, however many there are")
  func coded() throws {
    let result = try connection.query(
      """
      SELECT CASE WHEN i % 10 = 9 THEN NULL WHEN i % 10 = 8 THEN '' ELSE 'Area ' || (i % 1000) END AS t,
        CASE WHEN i % 2 = 0 THEN chr(233) ELSE 'e' || chr(769) END AS accent
      FROM range(50000) AS r(i) ORDER BY i
      """)
    let text = try result.text("t")
    let coded = text.coded
    #expect(coded.words.count == 801)
    #expect(Set(coded.words).count == 801)
    #expect(coded.codes.map { $0 == CodedText.missing ? nil : coded.words[Int($0)] } == text.values)
    #expect(try result.text("accent").coded.words.count == 2)
  }

  @Test("Bytes are bytes")
  func bytes() throws {
    let result = try connection.query("SELECT * FROM (VALUES ('\\x00\\xFF'::BLOB), (NULL)) AS t(b)")
    #expect(try result.bytes("b").values == [[0, 255], nil])
  }

  @Test("Lists hold values of one type, and may be nil, empty or nested")
  func lists() throws {
    let result = try connection.query(
      """
      SELECT * FROM (VALUES ([1, NULL, 3], ['a'], [[1], []]), (NULL, [], NULL), ([], ['b', NULL], [])) AS t(n, t, l)
      """)
    #expect(try result.lists("n", of: IntegerChunk.self).values == [[1, nil, 3], nil, []])
    #expect(try result.lists("t", of: TextChunk.self).values == [["a"], [], ["b", nil]])
    #expect(try result.lists("l", of: ListChunk<IntegerChunk>.self).values == [[[1], []], nil, []])
    let pair = try connection.query("SELECT [1, 2]::INTEGER[2] AS a UNION ALL SELECT NULL UNION ALL SELECT [3, 4]")
    #expect(try pair.lists("a", of: IntegerChunk.self).values == [[1, 2], nil, [3, 4]])
  }

  @Test("A column of nothing is nil as any type")
  func nothing() throws {
    let result = try connection.query("SELECT NULL AS n")
    #expect(try result.integers("n").values == [nil])
  }
}
