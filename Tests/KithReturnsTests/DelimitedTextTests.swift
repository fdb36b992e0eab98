import Testing

@testable import KithReturns

@Suite("Delimited text")
struct DelimitedTextTests {
  private func read(_ text: String) -> DelimitedText {
    DelimitedReader.read(Array(text.utf8), from: 0, delimiter: UInt8(ascii: ","))
  }

  private func rows(_ text: DelimitedText) -> [[String]] {
    (0..<text.rowCount).map { row in
      text.header.indices.map { column in
        let span = text.spans[row * text.header.count + column]
        return String(decoding: text.bytes[Int(span.start)..<Int(span.start + span.length)], as: UTF8.self)
      }
    }
  }

  @Test("a quote that is never closed loses no row")
  func openQuote() {
    let text = read("A,B\n1,\"2\n3,4\n5,6\n7,8\n")
    #expect(rows(text) == [["1", "\"2"], ["3", "4"], ["5", "6"], ["7", "8"]])
    #expect(text.problems.map(\.kind) == [.openQuote])
    #expect(text.problems.map(\.line) == [2])
  }

  @Test("a quote that swallows the next line's cells is given back")
  func swallowedLines() {
    let text = read("A,B\n1,\"2\n3,\"4\n5,6\n")
    #expect(rows(text) == [["1", "\"2"], ["3", "\"4"], ["5", "6"]])
    #expect(text.problems.map(\.kind) == [.openQuote, .openQuote])
  }

  @Test("quoted cells hold delimiters, doubled quotes and line ends")
  func quoted() {
    let text = read("A,B\r\n\"x,y\",\"say \"\"yes\"\"\"\r\n\"two\nlines\",z\r\nlast,row")
    #expect(rows(text) == [["x,y", "say \"yes\""], ["two\nlines", "z"], ["last", "row"]])
    #expect(text.lines == [2, 3, 5])
    #expect(text.problems.isEmpty)
  }

  @Test("ragged rows are kept, filled or cut, and named")
  func ragged() {
    let text = read("A,B\n1\n1,2,3\n,\n")
    #expect(rows(text) == [["1", ""], ["1", "2"], ["", ""]])
    #expect(text.problems.map(\.kind) == [.tooFewCells, .tooManyCells])
    #expect(text.problems.map(\.row) == [0, 1])
  }

  @Test("a blank line between rows is named; blank lines at the end are not")
  func blankLines() {
    let text = read("A,B\n1,2\n\n3,4\n\n\n")
    #expect(rows(text) == [["1", "2"], ["3", "4"]])
    #expect(text.problems.map(\.line) == [3])
    #expect(text.lines == [2, 4])
  }

  @Test("a line of a million commas is one ragged row")
  func commas() {
    let text = read("A,B\n" + String(repeating: ",", count: 1_000_000) + "\n1,2\n")
    #expect(rows(text) == [["", ""], ["1", "2"]])
    #expect(text.problems.map(\.kind) == [.tooManyCells])
  }
}
