public import KithTables

/// Lower-layer super output areas: how deprived each is, and how many children live there.
public struct SmallAreas: Sendable {
  /// A small area.
  public struct Area: Hashable, Sendable {
    /// The decile of deprivation in England, 1 the most deprived.
    public let decile: Int
    /// The children of 0 to 17.
    public let population: Double
    /// The authority's three digits; blank where the file does not say it.
    public let authority: String
  }

  /// The areas by their codes.
  public let areas: [String: Area]
  /// Areas of the file of deprivation for which there is no population, and the other way about.
  public let unmatched: Int

  /// Brings together a file of deprivation (`lsoa,decile`) and one of people (`lsoa,population`, and `authority` where the
  /// store holds more than one), of the same vintage of areas. Columns may bear ONS's names, as `LSOA21CD`.
  public init(
    deprivation: SeparatedText, population: SeparatedText, names: (deprivation: String, population: String)
  ) throws(StudyError) {
    let deciles = try Self.numbers(deprivation, names.deprivation, "decile") { header in
      header == "decile" || header.contains("(imd) decile") || header == "imd_decile"
    }
    let people = try Self.numbers(population, names.population, "population") {
      $0 == "population" || $0 == "children" || $0 == "population_0_17"
    }
    guard deciles.values.allSatisfy({ (1...10).contains($0) && $0 == $0.rounded() }) else {
      throw StudyError(.column, "\(names.deprivation), decile: write 1, the most deprived, to 10.")
    }
    let authorities = try Self.authorities(population, names.population)
    var areas: [String: Area] = [:]
    for (code, decile) in deciles {
      guard let count = people[code] else { continue }
      areas[code] = Area(decile: Int(decile), population: count, authority: authorities[code] ?? "")
    }
    guard !areas.isEmpty else {
      throw StudyError(
        .unknown,
        "No area is in both files; give deprivation and population of the same vintage, both of 2011 or of 2021.")
    }
    self.areas = areas
    unmatched = Set(deciles.keys).symmetricDifference(people.keys).count
  }

  /// The children of each decile, 1 first, in an authority or in all.
  func population(byDecileOf authority: String? = nil) -> [Double] {
    var people = [Double](repeating: 0, count: 10)
    for area in areas.values where authority == nil || area.authority == authority || area.authority.isEmpty {
      people[area.decile - 1] += area.population
    }
    return people
  }

  /// The column of an area's code, by the names that files give it.
  static func codeColumn(_ table: SeparatedText) -> Int? {
    table.header.firstIndex { header in
      let name = header.trimmed.lowercased()
      return name == "lsoa" || name.hasPrefix("lsoa") && name.hasSuffix("cd") || name.hasPrefix("lsoa code")
        || name == "lsoa11" || name == "lsoa21"
    }
  }

  private static func numbers(
    _ table: SeparatedText, _ name: String, _ what: String, _ isIt: (String) -> Bool
  ) throws(StudyError) -> [String: Double] {
    guard let code = codeColumn(table), let place = table.header.firstIndex(where: { isIt($0.trimmed.lowercased()) })
    else { throw StudyError(.column, "\(name) has no columns lsoa and \(what); it needs both.") }
    var numbers: [String: Double] = [:]
    for (record, line) in zip(table.records, table.lines) {
      guard let number = Double(record[place].trimmed), number >= 0, number.isFinite else {
        throw StudyError(.column, "\(name), line \(line), \(what): write a number.")
      }
      guard numbers.updateValue(number, forKey: record[code].trimmed) == nil else {
        throw StudyError(.column, "\(name), line \(line): the area is there twice; keep one line for each.")
      }
    }
    return numbers
  }

  private static func authorities(_ table: SeparatedText, _ name: String) throws(StudyError) -> [String: String] {
    guard let code = codeColumn(table), let place = table.column("authority") else { return [:] }
    return Dictionary(
      table.records.map { ($0[code].trimmed, $0[place].trimmed) }, uniquingKeysWith: { first, _ in first })
  }
}
