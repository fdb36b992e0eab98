import KithEngine
import KithReturns
import KithStore
import KithTables

/// Which figures the returns in the store can give, and why not the others.
struct Availability {
  /// The authorities that have a return of either collection in the year or in the two before.
  let authorities: [String]
  private let run: MeasureRun
  private let years: [Key: Set<Int>]
  private let fields: [Key: [FieldRead: String]]

  private struct Key: Hashable {
    let collection: String
    let authority: String
  }

  init(_ run: MeasureRun) throws {
    self.run = run
    let held = try run.store.connection.query("SELECT collection, authority, year FROM submission_as_of")
    var years: [Key: Set<Int>] = [:]
    var recent: Set<String> = []
    let (kinds, codes) = (try held.text("collection").values, try held.text("authority").values)
    for (row, year) in try held.integers("year").values.enumerated() {
      let (code, year) = (codes[row] ?? "", Int(year ?? 0))
      years[Key(collection: kinds[row] ?? "", authority: code), default: []].insert(year)
      if year > run.year.ends - 3 { recent.insert(code) }
    }
    self.years = years
    authorities = recent.sorted()
    fields = try Self.fields(run)
  }

  private static func fields(_ run: MeasureRun) throws -> [Key: [FieldRead: String]] {
    let found = try run.store.connection.query(
      """
      SELECT s.collection, s.authority, f.table_name, f.field, f.state
      FROM submission_field AS f JOIN submission_as_of AS s ON s.id = f.submission
      WHERE s.year = \(run.year.ends) AND f.state IN ('not submitted', 'not collected', 'not in the extract')
      """)
    let texts = try ["collection", "authority", "table_name", "field", "state"].map { try found.text($0).values }
    var fields: [Key: [FieldRead: String]] = [:]
    for row in 0..<found.rowCount {
      let cells = texts.map { $0[row] ?? "" }
      let read = FieldRead(TableName(tables[cells[2]] ?? cells[2]), Field(cells[3]))
      fields[Key(collection: cells[0], authority: cells[1]), default: [:]][read] = cells[4]
    }
    return fields
  }

  /// The guidance's names of tables, by the store's.
  private static let tables = Dictionary(
    uniqueKeysWithValues: StoredTable.all.map { ($0.name, $0.schema.name.description) })

  /// Why an authority has no figure; nil where it has one.
  func reason(_ measure: Measure, authority: String) -> String? {
    let year = run.year
    if let reason = Self.notCollected(measure, in: year) { return reason }
    let key = Key(collection: measure.collection.rawValue, authority: authority)
    let held = years[key] ?? []
    for before in 0..<measure.yearsNeeded where !held.contains(year.ends - before) {
      let wanted = CollectionYear(year.ends - before).title
      return before == 0
        ? "the store has no \(measure.collection.title) of \(wanted)"
        : "it needs the \(measure.collection.title) of \(wanted), which the store does not have"
    }
    if let read = measure.needs.first(where: { fields[key]?[$0] != nil }), let state = fields[key]?[read] {
      return "\(read.field) of \(read.table) was \(state)"
    }
    let leftOut = measure.population.reads.first { fields[key]?[$0] == "not in the extract" }
    if let leftOut { return "\(leftOut.field) of \(leftOut.table) was not in the extract" }
    return peopleMissing(measure, authority) ?? Self.calendarMissing(measure, in: year)
  }

  /// Why no return of a year gives a measure; nil where a return may.
  static func neverGiven(_ measure: Measure, in year: CollectionYear) -> String? {
    notCollected(measure, in: year) ?? calendarMissing(measure, in: year)
  }

  private static func notCollected(_ measure: Measure, in year: CollectionYear) -> String? {
    guard let first = measure.firstYear, year.ends < first else { return nil }
    return "not collected before \(CollectionYear(first).title)"
  }

  private func peopleMissing(_ measure: Measure, _ authority: String) -> String? {
    guard measure.figure.isRate, run.children.count(in: authority, returnYear: run.year.ends) == nil else { return nil }
    return "no population of 0 to 17 in mid-\(run.year.ends - 1) was given"
  }

  private static func calendarMissing(_ measure: Measure, in year: CollectionYear) -> String? {
    guard measure.figure.counted.columns.contains("working_days"), WorkingDayStep.step(for: year) == nil else {
      return nil
    }
    return "the bank holidays of \(year.ends - 2) to \(year.ends) are not all known"
  }
}

extension CollectionKind {
  var title: String { self == .inNeed ? "CIN Census" : "SSDA903 return" }
}
