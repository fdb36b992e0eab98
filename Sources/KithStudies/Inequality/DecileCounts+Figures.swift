public import KithDisclosure
import KithStatistics

extension DecileCounts {
  /// The raw rates of authorities by decile, as `kith release --figures` reads them; none where several authorities' people are not told
  /// apart.
  public static func figureFile(
    _ counts: [DecileCounts], _ areas: SmallAreas, year: Int, isSynthetic: Bool
  ) throws(StudyError) -> Internal<String> {
    let authorities = Set(counts.flatMap(\.byAuthority.keys)).sorted()
    guard authorities.count == 1 || areas.namesAuthorities else {
      throw StudyError(
        .column,
        "Rates of several authorities need the authority of each small area in the file of people; add the column.")
    }
    let lines = counts.flatMap { counts in authorities.flatMap { counts.lines($0, areas, year) } }
    return Disclosure.internalUse(FigureLine.text(lines, isSynthetic: isSynthetic))
  }

  private func lines(_ authority: String, _ areas: SmallAreas, _ year: Int) -> [FigureLine] {
    guard byAuthority[authority] != nil else { return [] }
    let strata = strata(areas, authority: authority)
    func line(_ group: (String, String)?, _ own: [Stratum]) -> FigureLine {
      FigureLine(
        year: year, authority: authority,
        measure: "decile_\(level.rawValue.map { $0 == "-" ? "_" : String($0) }.joined())_rate",
        label: "\(level.title), placed in a small area", group: group, unit: "rate per 10,000",
        numerator: Int(own.reduce(0) { $0 + $1.events }),
        denominator: Int(own.reduce(0) { $0 + $1.population }.rounded()))
    }
    return [line(nil, strata)]
      + strata.enumerated().map { line(("IMD decile", "\($0.offset + 1)"), [$0.element]) }
  }
}
