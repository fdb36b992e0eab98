import Foundation
import KithMeasures
import KithPlaces
import KithStore

/// The official measures of a store's returns that a user asks for.
struct StoreFigures {
  let years: [Int]
  let measures: [String]
  let breakdowns: [Breakdown]
  let options: MeasureOptions
  let population: String?
  /// The authorities' codes; empty for all, with regions and England.
  let authorities: [String]

  init(
    years: [CollectionSpan], _ choice: MeasureChoice, options: MeasureOptions, population: String?
  ) throws {
    self.years = years.each
    measures = choice.measure
    breakdowns = choice.by
    self.options = options
    self.population = population
    authorities = try choice.la.map(Self.code)
  }

  /// The figures, those of the authorities that were asked for and of nothing else where some were.
  func figures(of store: Store) throws -> [MeasureFigure] {
    let wanted = try Measure.wanted(measures, options)
    let all = try MeasureYears(years, options: options, children: try children())
      .figures(of: store, wanted, by: breakdowns)
    guard !authorities.isEmpty else { return all }
    return all.filter { figure in
      if case .authority(let code) = figure.place.area { authorities.contains(code) } else { false }
    }
  }

  /// The children of areas that the user gave; none where no file was given.
  func children() throws -> ChildPopulation { try population.map(ChildPopulation.init(file:)) ?? .none }

  /// The three digits of an authority that a user named.
  static func code(_ text: String) throws -> String {
    if text.count == 3, text.allSatisfy(\.isNumber) { return text }
    return try AuthorityRegister.england.find(text).code.description
  }
}
