import Foundation
import KithEngine
import KithLake
import KithStore
public import KithTables

/// What is to be destroyed of a pool, and why.
public struct DueDestruction: Hashable, Sendable {
  /// The authority.
  public let authority: String
  /// The returns.
  public let returns: [SentReturn]
  /// Why, as `its day of destruction was 2027-03-31`.
  public let reason: String
}

extension Pool {
  /// What is due on a day: packages after their day of destruction, and returns of years longer ago than are kept.
  ///
  /// The year of a day is the collection year that ends on the 31 March after it; `years` of them are kept, that one included.
  public func due(on day: Day, keeping years: Int? = nil) -> [DueDestruction] {
    let (_, month, civil) = day.civil
    let year = month > 3 ? civil + 1 : civil
    return state.packages.flatMap { package -> [DueDestruction] in
      if day.iso > package.destroyBy {
        return [
          DueDestruction(
            authority: package.authority, returns: package.returns,
            reason: "it was to be destroyed by \(package.destroyBy)")
        ]
      }
      guard let years else { return [] }
      let old = package.returns.filter { $0.year <= year - years }
      return old.isEmpty
        ? [] : [DueDestruction(authority: package.authority, returns: old, reason: "\(years) years are kept")]
    }
  }

  /// Destroys what is due on a day, in the packages and in the pool's lake, and says so in the log.
  public func destroy(dueOn day: Day, keeping years: Int? = nil, program: String) throws -> [DueDestruction] {
    let due = due(on: day, keeping: years)
    guard !due.isEmpty else { return [] }
    var next = state
    for item in due {
      guard let place = next.packages.firstIndex(where: { $0.authority == item.authority }) else { continue }
      next.packages[place].returns.removeAll(where: item.returns.contains)
      next.note(
        "destroy",
        "\(item.returns.count) returns of \(item.authority), of package \(next.packages[place].sha256): \(item.reason)",
        asOf: day.iso)
    }
    next.packages.removeAll { $0.returns.isEmpty }
    let before = state
    // The lake is written first: a run that ends in between leaves a lake with less than the state names, never with more.
    state = next
    do { try rewriteLake(program) } catch { state = before; throw error }
    try publish(next)
    return due
  }

  /// Writes the lake anew of what the state names, with the links that it has.
  private func rewriteLake(_ program: String) throws {
    let folder = path + "/" + Self.lakeName
    guard !state.packages.isEmpty, let lake = try? Lake(folder) else { return }
    let links = try Self.links(of: lake)
    _ = try LakeUnion(of: parts().map { .init($0.lake, submissions: $0.submissions) }, persons: links)
      .write(to: folder, program: program)
  }

  private static func links(of lake: Lake) throws -> [PersonLink] {
    guard let path = lake.manifest.tables.first(where: { $0.table == "person_link" })?.path else { return [] }
    let connection = try Engine(.duckDB()).connect()
    let found = try connection.query("SELECT * FROM \(parquet: lake.path + "/" + path) ORDER BY ALL")
    let texts = try ["authority", "child", "person", "collection"].map { try found.text($0).values }
    let days = try ["after_day", "until_day"].map { try found.days($0).values }
    return (0..<found.rowCount).map { row in
      PersonLink(
        authority: texts[0][row] ?? "", child: texts[1][row] ?? "", person: texts[2][row] ?? "",
        collection: texts[3][row], after: days[0][row], until: days[1][row])
    }
  }
}
