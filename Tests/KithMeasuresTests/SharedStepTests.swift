import KithEngine
import KithStore
import Testing

@testable import KithMeasures

@Suite("Steps that populations share")
struct SharedStepTests {
  @Test("A step's name stands for one query in a run, so that what was made may be used again")
  func queries() {
    let all = Population.allCases.flatMap { MeasureRun.steps(of: $0, CollectionYear(2025), MeasureOptions()) }
    let texts = Dictionary(grouping: all, by: \.name).mapValues { Set($0.map(\.query.text)) }
    #expect(all.count > texts.count)
    for (name, queries) in texts { #expect(queries.count == 1, "\(name)") }
  }
}
