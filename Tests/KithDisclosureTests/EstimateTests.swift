import KithDisclosure
import Testing

@Suite("Estimates that rest on many records")
struct EstimateTests {
  @Test(
    "an estimate on fewer records than a secure room asks is none", arguments: [(0, false), (9, false), (10, true)])
  func threshold(_ records: Int, _ isShown: Bool) {
    let source = PublicationSource(title: "A model")
    let found = Disclosure.estimate(1.5, restingOn: records, source: source)
    #expect((found != nil) == isShown)
    #expect(found?.basis.notice == (isShown ? Release.notice : nil))
  }
}
