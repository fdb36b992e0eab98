import Foundation
import KithEngine
import KithMeasures
import KithStore
import KithSynthetic
import KithTables
import KithTesting
import Testing

/// What scripts are tried on: which returns of children who do not exist, of which year, counted by which edges.
struct ScriptTrial: CustomTestStringConvertible, Hashable, Sendable {
  let seed: UInt64
  /// Whether rows are lost, cells blank and days wrong.
  let isSpoiled: Bool
  let year: Int
  /// Whether every edge is another than DfE's.
  var hasOtherEdges = false
  /// Whether days are moved to where definitions have their edges.
  var isAtEdges = false

  var testDescription: String {
    "\(isSpoiled ? "spoiled" : "clean") returns of \(year)\(hasOtherEdges ? ", other edges" : "")"
      + (isAtEdges ? ", days at edges" : "")
  }

  var options: MeasureOptions {
    var options = MeasureOptions()
    guard hasOtherEdges else { return options }
    options.referralWindow = isSpoiled ? .within365Days : .underTwelveMonths
    options.dayCount = .fromStart
    options.assessmentClock = .referral
    options.twoYears = .calendar
    options.temporaryPlacements = .counted
    options.questionnaireAges = .collected
    return options
  }

  static let all = [
    ScriptTrial(seed: 31, isSpoiled: false, year: 2025),
    ScriptTrial(seed: 32, isSpoiled: false, year: 2024, hasOtherEdges: true, isAtEdges: true),
    ScriptTrial(seed: 33, isSpoiled: true, year: 2025, isAtEdges: true),
    ScriptTrial(seed: 34, isSpoiled: true, year: 2023, hasOtherEdges: true),
  ]

  private static let extracts = all.map { trial in Result { try ScriptExtract(trial) } }

  /// The trial's tables and what Kith counts, made once for all scripts.
  var extract: ScriptExtract {
    get throws { try Self.extracts[Self.all.firstIndex(of: self) ?? 0].get() }
  }

  /// All measures in a language.
  func script(_ language: ScriptLanguage) -> MeasureScript {
    MeasureScript(language, Measure.all(options), year: year, options: options, version: "0")
  }
}

/// The tables that scripts read, written from a store, and what Kith counts in it.
///
/// One authority lacks a return of 2023, and one says in its header who is unaccompanied.
struct ScriptExtract: Sendable {
  /// The files of the tables, by name.
  let tables: [String: [UInt8]]
  /// The authorities' figures.
  let figures: [MeasureFigure]
  /// How many rows of each population they have in each group of each breakdown.
  let groups: [MeasureFigure]

  fileprivate init(_ trial: ScriptTrial) throws {
    let folder = try ScratchFolder()
    let synthesis = Synthesis(seed: trial.seed, years: SyntheticCounts.years, children: 100)
    let authorities = [0, 1, 76].map { synthesis.england.authorities[$0] }
    let store = try Store(folder.path + "/children.duckdb", for: .writing)
    for authority in authorities {
      let damage = trial.isSpoiled ? trial.seed : nil
      let writer = SyntheticWriter(authority: authority, folder: folder.path, damage: damage)
      _ = try writer.load(synthesis.history(of: authority), into: store)
    }
    if trial.isAtEdges { try EdgeDays(year: trial.year).move(in: store) }
    try Self.lose(authorities[1].code, in: store)
    try Self.state(authorities[2].code, in: store)
    let text = PopulationFile(authorities, years: SyntheticCounts.years).text
    let population = ChildPopulation(try SeparatedText(Array(text.utf8))) ?? .none
    let run = try MeasureRun(store, year: trial.year, options: trial.options, children: population)
    figures = try run.figures(Measure.all(trial.options)).filter(\.isOfAuthority)
    groups = try run.figures(Population.allCases.map(Measure.rows), by: Breakdown.allCases)
      .filter { $0.isOfAuthority && $0.place.breakdown != nil }
    _ = try store.writeTables(ScriptTable.all.map(\.part), upTo: trial.year, to: folder.path)
    var tables = ["synthetic_child_population.csv": Array(population.table(ofYear: trial.year).utf8)]
    for name in ScriptTable.all.map({ "synthetic_\($0.name).csv" }) {
      tables[name] = Array(try Data(contentsOf: URL(filePath: "\(folder.path)/\(name)")))
    }
    self.tables = tables
  }

  /// Writes the tables to a folder.
  func write(to folder: borrowing ScratchFolder) throws {
    for (name, bytes) in tables { try folder.write(bytes, name) }
  }

  private static func lose(_ authority: String, in store: Store) throws {
    try store.connection.execute(
      "UPDATE submission SET state = 'removed' WHERE authority = \(authority) AND year = 2023")
  }

  /// Of every second child the header says that the child is not unaccompanied.
  private static func state(_ authority: String, in store: Store) throws {
    let own: SQL = "SELECT id FROM submission WHERE authority = \(authority) AND collection = 'ssda903'"
    try store.connection.execute(
      "UPDATE ssda903_header SET uasc = CAST(position % 2 AS VARCHAR) WHERE submission IN (\(sql: own))")
    try store.connection.execute(
      """
      UPDATE submission_field SET state = 'submitted'
      WHERE table_name = 'ssda903_header' AND field = 'UASC' AND submission IN (\(sql: own))
      """)
  }
}

extension MeasureFigure {
  fileprivate var isOfAuthority: Bool { if case .authority = place.area { true } else { false } }
}

extension Measure {
  /// How many rows a population has.
  static func rows(of population: Population) -> Measure {
    Measure("rows_\(population.rawValue)", "Rows", of: population, .count(.always))
  }

  /// How many rows a population has in a group.
  static func rows(of population: Population, in breakdown: Breakdown, _ category: String) -> Measure {
    let id = "\(population.rawValue) \(breakdown.column) \(category.replacing("'", with: ""))"
    return Measure(id, "Rows", of: population, .count(.equals(breakdown.column, category)))
  }
}
