import KithMeasures
import KithPlaces
import KithReturns
import KithStore
import KithSynthetic
import KithTables
import KithTesting

/// The returns of a few authorities that do not exist, over four years, counted by the store and in loops.
struct SyntheticCounts: Sendable {
  /// The measures of each year, in total and by sex and age.
  let figures: [MeasureFigure]
  /// The returns as they were read.
  let returns: [AuthorityReturns]
  let population: ChildPopulation

  static let years = 2022...2025

  /// The returns as they were made.
  static let clean = Result { try SyntheticCounts(seed: 79, places: [0, 1, 76], children: 260, damage: nil) }
  /// Returns with lost rows, blanks and wrong days.
  static let spoiled = Result { try SyntheticCounts(seed: 73, places: [0, 76], children: 160, damage: 7) }

  /// The authority of place 76 takes in most unaccompanied children.
  private init(seed: UInt64, places: [Int], children: Int, damage: UInt64?) throws {
    let synthesis = Synthesis(seed: seed, years: Self.years, children: children)
    let authorities = places.map { synthesis.england.authorities[$0] }
    let folder = try ScratchFolder()
    let store = try Store(folder.path + "/children.duckdb", for: .writing)
    returns = try authorities.map { authority in
      let writer = SyntheticWriter(authority: authority, folder: folder.path, damage: damage)
      return try writer.load(synthesis.history(of: authority), into: store)
    }
    let text = PopulationFile(authorities, years: Self.years).text
    population = ChildPopulation(try SeparatedText(Array(text.utf8))) ?? .none
    var figures: [MeasureFigure] = []
    for year in Self.years {
      let run = try MeasureRun(store, year: year, children: population)
      figures += try run.figures(Measure.all(), by: damage == nil ? [.sex, .age] : [.sex])
    }
    self.figures = figures
  }

  /// What the loops count, by measure, authority, year, breakdown and group.
  var recounts: [RecountKey: RecountSum] {
    var sums: [RecountKey: RecountSum] = [:]
    for authority in returns {
      for year in Self.years {
        let own = AuthorityYear(authority, year: year)
        for (id, recount) in Recount.all {
          for counted in recount.counted(own) {
            for (breakdown, group) in [("total", "Total"), ("sex", counted.groups.sex), ("age", counted.groups.age)] {
              let key = RecountKey(
                measure: id, authority: authority.code, year: year, breakdown: breakdown, category: group)
              sums[key, default: RecountSum()].add(counted)
            }
          }
        }
      }
    }
    return sums
  }
}

/// What a count is of.
struct RecountKey: Hashable, CustomStringConvertible {
  let measure: String
  let authority: String
  let year: Int
  let breakdown: String
  let category: String

  var description: String { "\(measure) of \(authority) in \(year), \(breakdown) \(category)" }
}

/// What is above the line and below it.
struct RecountSum: Hashable, CustomStringConvertible {
  var above = 0.0
  var below = 0

  mutating func add(_ counted: Counted) {
    above += counted.above
    below += counted.isBelow ? 1 : 0
  }

  var description: String { "\(Int(above)) of \(below)" }
}
