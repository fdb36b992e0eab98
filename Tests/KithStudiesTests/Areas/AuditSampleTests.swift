import KithStudies
import Testing

@Suite("Audit samples")
struct AuditSampleTests {
  private let cases =
    (0..<70).map { AuditSample.Case(name: "N\($0)", stratum: "N1") }
    + (0..<28).map { AuditSample.Case(name: "N\($0)", stratum: "N2") }
    + (0..<2).map { AuditSample.Case(name: "N\($0)", stratum: "N3") }

  @Test("cases are drawn in proportion, at least one of each stratum, none twice")
  func proportional() throws {
    let sample = try AuditSample(cases, size: 10, seed: 4)
    #expect(sample.drawn.count == 10 && Set(sample.drawn).count == 10)
    #expect(sample.strata.map(\.drawn) == [6, 3, 1] || sample.strata.map(\.drawn) == [7, 2, 1])
    #expect(sample.strata.map(\.cases) == [70, 28, 2])
  }

  @Test("the same seed draws the same, whatever the order of the cases")
  func seeded() throws {
    let sample = try AuditSample(cases, size: 12, seed: 4)
    #expect(try AuditSample(cases.reversed(), size: 12, seed: 4).drawn == sample.drawn)
    #expect(try AuditSample(cases, size: 12, seed: 5).drawn != sample.drawn)
  }

  @Test("more than there are draws all, fewer than strata draws so many, and none is an error")
  func sizes() throws {
    #expect(try AuditSample(cases, size: 500, seed: 1).drawn.count == 100)
    #expect(try AuditSample(cases, size: 2, seed: 1).drawn.count == 2)
    #expect(reason { try AuditSample([], size: 2, seed: 1) } == .tooLittle)
    #expect(reason { try AuditSample(self.cases, size: 0, seed: 1) } == .tooLittle)
  }
}
