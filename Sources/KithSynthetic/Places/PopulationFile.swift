import KithReturns

/// How many children under 18 live in each authority's area, for rates: a row for each authority and collection year.
///
/// A rate of the year to 31 March 2025 is of the children of mid-2024, as in the Department for Education's statistics.
public struct PopulationFile: Sendable {
  /// The file's name.
  public static let name = SyntheticFiles.population
  /// The file.
  public let text: String

  /// The file of some authorities and years.
  public init(_ authorities: some Sequence<SyntheticAuthority>, years: ClosedRange<Int>) {
    text = authorities.reduce(into: "authority,year,population\n") { text, authority in
      for year in years { text += "\(authority.code),\(year),\(authority.population(forRatesOf: year))\n" }
    }
  }
}

extension SyntheticAuthority {
  /// The children who live there in the middle of the year before the one in which a collection ends: they follow
  /// England's, as the nearest published year has them.
  public func population(forRatesOf year: Int) -> Int {
    let counts = Places.englandPopulations
    let year = min(max(year - 1, Places.firstPopulationYear), Places.firstPopulationYear + counts.count - 1)
    let england = Double(counts[year - Places.firstPopulationYear])
    return Int((Double(population) * england / Double(Places.englandPopulation)).rounded())
  }
}
