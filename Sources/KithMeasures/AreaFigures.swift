import KithPlaces
import KithReturns

/// The figures of a tally, of each authority and of the areas that they make up.
struct AreaFigures {
  let tally: MeasureTally
  let run: MeasureRun
  let known: Availability

  /// The figures, those of authorities first.
  var all: [MeasureFigure] {
    let categories = tally.breakdown == nil ? ["Total"] : tally.categories
    return tally.measures.indices.flatMap { measure in
      categories.flatMap { category in
        areas(tally.measures[measure].collection.rawValue).map { figure(measure, $0, category) }
      }
    }
  }

  private func areas(_ collection: String) -> [MeasureArea] {
    let held = known.authorities
    let regions = Set(held.compactMap { AuthorityCode(parsing: $0).flatMap { AuthorityRegister.england[$0]?.region } })
      .filter { !expected(in: $0).isEmpty && expected(in: $0).allSatisfy(held.contains) }
    let country = AuthorityRegister.england.authorities(inYear: run.year.ends).map(\.code.description)
    return held.map(MeasureArea.authority) + regions.map(MeasureArea.region).sorted()
      + (country.allSatisfy(held.contains) ? [.england] : held.count > 1 ? [.held] : [])
  }

  private func expected(in region: Region) -> [String] {
    AuthorityRegister.england.authorities(inYear: run.year.ends).filter { $0.region == region }
      .map(\.code.description)
  }

  private func figure(_ measure: Int, _ area: MeasureArea, _ category: String) -> MeasureFigure {
    MeasureFigure(
      tally.measures[measure], year: run.year.ends, MeasurePlace(area, tally.breakdown, category),
      state(measure, area, category))
  }

  private func state(_ measure: Int, _ area: MeasureArea, _ category: String) -> MeasureFigure.State {
    let authorities: [String] =
      switch area {
      case .authority(let code): [code]
      case .region(let region): expected(in: region)
      case .england, .held: known.authorities
      }
    let definition = tally.measures[measure]
    let missing = authorities.compactMap { known.reason(definition, authority: $0) }
    if let reason = missing.first {
      return .unavailable(
        authorities.count == 1
          ? reason : "\(missing.count) of \(authorities.count) authorities have no figure: \(reason)")
    }
    let parts = authorities.map { tally.parts(measure, authority: $0, category: category) }
      .reduce(MeasureTally.Parts(), +)
    if definition.figure.isRate { return rate(parts.above, authorities) }
    guard definition.figure.base != nil else { return .parts(parts.above, over: nil) }
    return parts.below == 0 ? .notApplicable : .parts(parts.above, over: parts.below)
  }

  private func rate(_ above: Double, _ authorities: [String]) -> MeasureFigure.State {
    let people = authorities.compactMap { run.children.count(in: $0, returnYear: run.year.ends) }.reduce(0, +)
    return people == 0 ? .notApplicable : .parts(above, over: people)
  }
}
