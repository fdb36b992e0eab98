import KithMeasures
import Testing

@Suite("Measures counted twice")
struct RecountTests {
  @Test("every measure has a recount, and every recount a measure")
  func complete() {
    #expect(Set(Measure.all().map(\.id)) == Set(Recount.all.keys))
  }

  @Test("the store and loops over children count the same, in total and by sex and age")
  func clean() throws { try expectAgreement(SyntheticCounts.clean.get()) }

  @Test("they count the same of returns with lost rows, blanks and wrong days")
  func spoiled() throws { try expectAgreement(SyntheticCounts.spoiled.get(), by: ["total", "sex"]) }

  @Test("each measure counts someone somewhere, above the line and below it")
  func powerful() throws {
    let sums = try [SyntheticCounts.clean.get().recounts, SyntheticCounts.spoiled.get().recounts].joined()
    let above = Set(sums.filter { $0.value.above > 0 }.map(\.key.measure))
    #expect(Set(Recount.all.keys).subtracting(above).sorted() == [])
  }

  private func expectAgreement(
    _ counts: SyntheticCounts, by breakdowns: Set<String> = ["total", "sex", "age"]
  ) throws {
    let recounts = counts.recounts.filter { breakdowns.contains($0.key.breakdown) }
    var compared = 0
    var asked: Set<RecountKey> = []
    for figure in counts.figures {
      guard case .authority(let code) = figure.place.area else { continue }
      let key = RecountKey(
        measure: figure.measure.id, authority: code, year: figure.year,
        breakdown: figure.place.breakdown?.rawValue ?? "total", category: figure.place.category)
      asked.insert(key)
      if case .unavailable = figure.state { continue }
      compared += 1
      let sum = recounts[key] ?? RecountSum()
      let people = counts.population.count(in: code, returnYear: figure.year)
      #expect(state(figure, sum, people) == figure.state, "\(key): the loops count \(sum)")
    }
    #expect(compared > 2_000)
    let rates = Set(Measure.all().filter { $0.figure.unit.hasPrefix("rate") }.map(\.id))
    let unasked = recounts.keys.filter {
      !asked.contains($0) && !($0.breakdown != "total" && rates.contains($0.measure))
    }
    #expect(unasked.map(\.description).sorted() == [])
  }

  private func state(_ figure: MeasureFigure, _ sum: RecountSum, _ people: Int?) -> MeasureFigure.State {
    switch figure.measure.figure {
    case .count, .children: .parts(sum.above, over: nil)
    case .rate: .parts(sum.above, over: people)
    case .percentage, .mean, .yearsAndMonths: sum.below == 0 ? .notApplicable : .parts(sum.above, over: sum.below)
    }
  }
}
