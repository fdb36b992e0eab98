import Foundation
import KithReturns
import KithStore
import KithSynthetic
import KithTables
import KithTesting

/// Writes an authority's returns to files, reads them as any others are read, and loads them.
struct SyntheticWriter {
  let authority: SyntheticAuthority
  let folder: String
  let damage: UInt64?

  /// Loads the returns of each year and gives them as they were read.
  func load(_ history: AuthorityHistory, into store: Store) throws -> AuthorityReturns {
    var (need, care): ([Int: InNeedReturn], [Int: LookedAfterReturn]) = ([:], [:])
    for year in SyntheticCounts.years {
      let place = "\(folder)/\(authority.code)/\(year)"
      try write(history.returns(in: year), to: place)
      for submission in try Submission.readAll([place]) {
        _ = try store.load(LoadRequest(submission, year: year, authority: authority.code, isSynthetic: true))
        if submission.collection == .inNeed {
          need[year] = InNeedReturn(year: year, authority: authority.code, tables: submission.tables)
        } else {
          care[year] = LookedAfterReturn(year: year, authority: nil, tables: submission.tables)
        }
      }
    }
    return AuthorityReturns(code: authority.code, need: need, care: care)
  }

  private func write(_ made: SyntheticReturn, to place: String) throws {
    var damage = damage.map { Damage(seed: $0 + UInt64(made.year * 1000 + authority.place)) }
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    func write(_ text: String, _ name: String) throws {
      try Data(text.utf8).write(to: URL(filePath: place + "/" + name))
    }
    for file in made.lookedAfterFiles {
      let text = file.name == "synthetic_episodes.csv" ? located(file.text) : file.text
      try write(damage?.table(text) ?? text, file.name)
    }
    try write(damage?.census(made.inNeedFile.text) ?? made.inNeedFile.text, made.inNeedFile.name)
  }

  /// The episodes with where each placement lies, which the returns leave to be worked out from postcodes.
  private func located(_ text: String) -> String {
    let lines = text.split(separator: "\n").map { String($0) }
    let postcode = lines[0].split(separator: ",").firstIndex(of: "PL_POST") ?? 0
    let rows = lines.dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      let place = PlacementPlace(postcode: String(cells[postcode]))
      return "\(line),\(place.location),\(place.miles)"
    }
    return ([lines[0] + ",PL_LOCATION,PL_DISTANCE"] + rows).joined(separator: "\n") + "\n"
  }
}

/// Where a placement lies, made up from its postcode.
private struct PlacementPlace {
  let location: String
  let miles: String

  init(postcode: String) {
    var chance = SplitMix64(seed: postcode.utf8.reduce(0) { $0 &* 31 &+ UInt64($1) })
    location = postcode.isEmpty ? "" : chance.chance(600) ? "IN" : "OUT"
    // 20 miles is the edge of what is far.
    miles = chance.chance(100) ? "" : chance.chance(50) ? "20.0" : "\(chance.number(0...60)).\(chance.number(0...9))"
  }
}
