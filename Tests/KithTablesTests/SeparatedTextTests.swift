import KithTables
import Testing

@Suite("Comma-separated text")
struct SeparatedTextTests {
  private func read(_ text: String, prefix: [UInt8] = []) throws(SeparatedText.Problem) -> SeparatedText {
    try SeparatedText(prefix + Array(text.utf8))
  }

  @Test("quotes hold commas, quotes and line ends of every kind")
  func quotes() throws {
    let table = try read("a,b\r\n\"x,\"\"y\"\"\",\"one\r\r\ntwo\"\r\n")
    #expect(table.header == ["a", "b"])
    #expect(table.records == [["x,\"y\"", "one\r\r\ntwo"]])
  }

  @Test("a byte-order mark, CRLF, blank lines and a last line without an end change nothing")
  func forms() throws {
    for table in [
      try read("a,b\n1,2\n"), try read("a,b\r\n1,2"), try read("a,b\n1,2\n", prefix: [0xEF, 0xBB, 0xBF]),
      try read("\na,b\n\n1,2\n\n"),
    ] {
      #expect(table.header == ["a", "b"])
      #expect(table.records == [["1", "2"]])
    }
  }

  @Test("a short record is filled, a long one keeps all, and both are named by line")
  func ragged() throws {
    let table = try read("a,b\n1\n1,2,3\n\"x\ny\",2\n4,5\n")
    #expect(table.records == [["1", ""], ["1", "2", "3"], ["x\ny", "2"], ["4", "5"]])
    #expect(table.raggedLines == [2, 3])
    #expect(table.lines == [2, 3, 4, 6])
  }

  @Test("what cannot be read says why")
  func problems() {
    #expect(throws: SeparatedText.Problem.empty) { try read("") }
    #expect(throws: SeparatedText.Problem.utf16) { try read("", prefix: [0xFF, 0xFE, 0x61, 0]) }
    #expect(throws: SeparatedText.Problem.openQuote(line: 3)) { try read("a\nb\n\"c\nd\n") }
  }

  @Test("columns are found by name, whatever the case")
  func columns() throws {
    let table = try read("LA num, Name \n1,2\n")
    #expect(table.column("la NUM") == 0)
    #expect(table.column("Name") == 1)
    #expect(table.column("other") == nil)
    #expect("  x y\r\n".trimmed == "x y")
  }
}
