public import KithPlaces
public import KithTables

/// How many children of 0 to 17 live in each authority in the middle of a year.
///
/// A rate of the collection year to 31 March 2025 uses mid-2024.
public struct ChildPopulation: Sendable {
  /// No numbers: rates are not available.
  public static let none = ChildPopulation([:])

  private let counts: [Key: Int]

  struct Key: Hashable {
    let authority: String
    let returnYear: Int
  }

  init(_ counts: [Key: Int]) { self.counts = counts }

  /// The number for a collection year, by the calendar year in which it ends; nil where it is not known.
  public func count(in authority: String, returnYear: Int) -> Int? {
    counts[Key(authority: authority, returnYear: returnYear)]
  }

  /// The numbers of a collection year as comma-separated text, `authority,year,population`.
  public func table(ofYear year: Int) -> String {
    let rows = counts.filter { $0.key.returnYear == year }.map { "\($0.key.authority),\(year),\($0.value)\n" }.sorted()
    return "authority,year,population\n" + rows.joined()
  }

  /// Reads a file of Kith's own (`authority,year,population`, by collection year) or ONS's estimates as Explore Education
  /// Statistics gives them (`time_period`, `old_la_code`, `population_estimate`, by calendar year). Nil for other columns.
  ///
  /// A file that breaks ONS's down by age group has one group, of 0 to 17.
  public init?(_ table: SeparatedText, register: AuthorityRegister = .england) {
    func column(_ name: String) -> Int? { table.header.firstIndex(of: name) }
    if let authority = column("authority"), let year = column("year"), let people = column("population") {
      self.init(table.records, authority, year, people, yearsAhead: 0) { _ in true }
    } else if let authority = column("old_la_code"), let year = column("time_period"),
      let people = column("population_estimate")
    {
      let group = column("age_group")
      self.init(table.records, authority, year, people, yearsAhead: 1) { record in
        group.map { record[$0].lowercased().contains("0 to 17") } ?? true
      }
    } else {
      return nil
    }
  }

  private init(
    _ records: [[String]], _ authority: Int, _ year: Int, _ people: Int, yearsAhead: Int, isWanted: ([String]) -> Bool
  ) {
    var counts: [Key: Int] = [:]
    let width = max(authority, year, people)
    for record in records where record.count > width && isWanted(record) {
      guard let year = Int(record[year]), let people = Double(record[people]), people > 0, !record[authority].isEmpty
      else { continue }
      counts[Key(authority: record[authority], returnYear: year + yearsAhead)] = Int(people)
    }
    self.init(counts)
  }
}
