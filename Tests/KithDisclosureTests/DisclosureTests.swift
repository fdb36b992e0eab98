import KithDisclosure
import Testing

@Suite("Published cells and releasable values")
struct DisclosureTests {
  let source = PublicationSource(title: "An invented table")

  @Test(
    "a cell keeps its text, and its symbol or its number",
    arguments: [
      ("71", nil, 71.0), ("c", PublishedSymbol.confidential, nil), ("low", .low, nil), ("-", PublishedSymbol.none, nil),
      ("-8.5", nil, -8.5), ("9.3699999999999992", nil, 9.37), ("4.798E-2", nil, 0.04798), ("00:10", nil, nil),
      ("", .blank, nil), ("nan", nil, nil), ("0x1F", nil, nil), ("..", .dots, nil), ("NA", .notAvailableInLetters, nil),
    ] as [(String, PublishedSymbol?, Double?)])
  func cells(text: String, symbol: PublishedSymbol?, number: Double?) {
    let cell = PublishedCell(text: text)
    #expect(cell.text == text)
    #expect(cell.symbol == symbol)
    #expect(cell.number == number)
  }

  @Test("a published cell stays what it is when it becomes releasable")
  func published() {
    let figure = Disclosure.alreadyPublished(PublishedCell(text: "c"), source: source)
    #expect(figure.value.symbol == .confidential)
    #expect(figure.value.number == nil)
    #expect(figure.basis.source == source)
  }

  @Test("nothing is worked out from a withheld cell")
  func withheld() {
    let cells = [PublishedCell(text: "100"), PublishedCell(text: "c")]
    #expect(Disclosure.workedOut(from: cells, source: source) { $0[0] - $0[1] } == nil)
    let shown = [PublishedCell(text: "100"), PublishedCell(text: "60")]
    #expect(Disclosure.workedOut(from: shown, source: source) { $0[0] - $0[1] }?.value == 40)
  }

  @Test("an authority's own count says that it is not for release")
  func ownCounts() {
    let own = Disclosure.internalUse(3)
    #expect(own.value == 3)
    #expect(Internal<Int>.notice == "Not for release")
  }
}
