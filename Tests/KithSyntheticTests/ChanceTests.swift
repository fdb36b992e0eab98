import Testing

@testable import KithSynthetic

@Suite("The stream of chance")
struct ChanceTests {
  @Test("A seed decides the stream")
  func sameSeed() {
    var (a, b, c) = (Chance(seed: 7, 1), Chance(seed: 7, 1), Chance(seed: 7, 2))
    let first = (0..<5).map { _ in a.next() }
    #expect(first == (0..<5).map { _ in b.next() })
    #expect(first != (0..<5).map { _ in c.next() })
  }
}
