public import KithTables

/// A statistical neighbour: an authority whose population is like another's.
public struct Neighbour: Hashable, Sendable {
  /// The neighbour's code.
  public let code: AuthorityCode
  /// The words for how alike they are, such as "Very close".
  public let closeness: String
}

/// An edition of the statistical neighbours of every authority, nearest first.
///
/// The editions are the Department for Education's; the file is the user's own.
public struct NeighbourEdition: Sendable {
  /// What the edition is called, such as "May 2025".
  public let name: String
  private let neighbours: [AuthorityCode: [Neighbour]]
  private let regions: [AuthorityCode: Region]

  /// An authority's neighbours, the nearest first; none when the edition does not know the authority.
  public func neighbours(of code: AuthorityCode) -> [Neighbour] { neighbours[code] ?? [] }

  /// The authorities that the edition knows.
  public var authorities: [AuthorityCode] { neighbours.keys.sorted() }

  /// The region that the edition gives an authority.
  public func region(of code: AuthorityCode) -> Region? { regions[code] }

  /// An edition in which nobody has neighbours, for tables that are not compared by them.
  public static let none = NeighbourEdition(name: "none", neighbours: [:], regions: [:])

  private init(name: String, neighbours: [AuthorityCode: [Neighbour]], regions: [AuthorityCode: Region]) {
    self.name = name
    self.neighbours = neighbours
    self.regions = regions
  }

  /// Reads an edition in either layout: a row for each authority with `SN1` to `SN10` and perhaps the closeness after each, or a
  /// row for each pair; nil when the table has neither layout.
  public init?(name: String, table: SeparatedText) {
    guard let read = Self.readWide(table) ?? Self.readLong(table) else { return nil }
    self.name = name
    neighbours = read.neighbours
    regions = read.regions
  }

  private typealias Read = (neighbours: [AuthorityCode: [Neighbour]], regions: [AuthorityCode: Region])

  private static func readWide(_ table: SeparatedText) -> Read? {
    guard let own = table.column("LA num") ?? table.column("old_la_code") else { return nil }
    let places = (1...20).compactMap { table.column("SN\($0)") ?? table.column("SN_\($0)") }
    guard !places.isEmpty else { return nil }
    let region = table.column("GOReg")
    let words = places.map { closenessColumn(after: $0, table.header) }
    var read: Read = ([:], [:])
    for record in table.records {
      guard let code = AuthorityCode(parsing: record[own]) else { continue }
      read.neighbours[code] = zip(places, words).compactMap { place, word in
        AuthorityCode(parsing: record[place]).map {
          Neighbour(code: $0, closeness: word.map { record[$0].trimmed } ?? "")
        }
      }
      read.regions[code] = region.flatMap { Region(name: record[$0]) }
    }
    return read
  }

  /// The column of closeness after a neighbour's: `SNP`, `SNP.1` or `SN_1P`.
  private static func closenessColumn(after place: Int, _ header: [String]) -> Int? {
    guard place + 1 < header.count else { return nil }
    let name = header[place + 1].trimmed
    return name.hasPrefix("SNP") || name.hasSuffix("P") ? place + 1 : nil
  }

  private static func readLong(_ table: SeparatedText) -> Read? {
    guard let own = table.column("la_number"), let other = table.column("neighbour_la_number"),
      let order = table.column("neighbour_rank")
    else { return nil }
    let closeness = table.column("closeness")
    let region = table.column("lait_region")
    var read: Read = ([:], [:])
    for record in table.records.sorted(by: { (Int($0[order]) ?? 0) < (Int($1[order]) ?? 0) }) {
      guard let code = AuthorityCode(parsing: record[own]), let neighbour = AuthorityCode(parsing: record[other]) else {
        continue
      }
      read.neighbours[code, default: []].append(
        Neighbour(code: neighbour, closeness: closeness.map { record[$0] } ?? ""))
      read.regions[code] = region.flatMap { Region(name: record[$0]) }
    }
    return read
  }
}
