import KithPlaces
import KithTables

/// Works out where placements lie from their postcodes: the columns PL_LA, PL_LOCATION and PL_DISTANCE of episodes.
///
/// Last year's episodes are given their authority as of the end of this year, so that a placement in an authority that
/// was re-organised or took a new code in between has not moved.
struct PlacementDerivation {
  let postcodes: PostcodeDirectory
  /// The last day of the collection year.
  let day: Day
  /// The authority's own code on that day; without it PL_LOCATION is not known.
  let authority: String?

  /// What is known of one postcode.
  private struct Known {
    let place: PostcodePlace
    let area: String?
  }

  /// The episodes with those of the three columns that the file does not hold.
  func completing(_ episodes: RawTable) -> RawTable {
    var cache: [String: Known?] = [:]
    var areas: [String?] = []
    var locations: [String?] = []
    var distances: [String?] = []
    for row in 0..<episodes.rowCount {
      let home = known(episodes.text(.homePostcode, row: row), &cache)
      let placement = known(episodes.text(.placementPostcode, row: row), &cache)
      areas.append(placement?.area)
      locations.append(placement?.area.flatMap { area in authority.map { area == $0 ? "IN" : "OUT" } })
      distances.append(placement.flatMap { home?.place.miles(to: $0.place) }.map { String($0) })
    }
    let derived: [(field: Field, cells: [String?])] = [
      (.placementAuthority, areas), (.placementLocation, locations), (.placementDistance, distances),
    ]
    return episodes.adding(
      derived.filter { !episodes.has($0.field) && ($0.field != .placementLocation || authority != nil) })
  }

  private func known(_ text: String?, _ cache: inout [String: Known?]) -> Known? {
    guard let text else { return nil }
    if let found = cache[text] { return found }
    let place = Postcode(text).flatMap { postcodes[$0] }
    let known = place.map { Known(place: $0, area: $0.area(on: day)) }
    cache[text] = known
    return known
  }
}

extension LookedAfterReference {
  /// The tables of a year's return with where each placement lies, as far as the postcodes tell and the file does not.
  public func completing(_ tables: [TableName: RawTable], year: Int, authority: String?) -> [TableName: RawTable] {
    guard let postcodes, let day = Day(31, 3, year), let episodes = tables[.episodes] else { return tables }
    var completed = tables
    completed[.episodes] = PlacementDerivation(postcodes: postcodes, day: day, authority: authority).completing(
      episodes)
    return completed
  }
}
