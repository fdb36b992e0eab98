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

  /// Reads an edition in either layout: a row for each authority with `SN1` to `SN10` and the closeness after each, or a
  /// row for each pair; nil when the table has neither layout.
  public init?(name: String, table: SeparatedText) {
    guard let read = Self.readWide(table) ?? Self.readLong(table) else { return nil }
    self.name = name
    neighbours = read.neighbours
    regions = read.regions
  }

  private typealias Read = (neighbours: [AuthorityCode: [Neighbour]], regions: [AuthorityCode: Region])

  private static func readWide(_ table: SeparatedText) -> Read? {
    guard let own = table.column("LA num"), table.column("SN1") != nil else { return nil }
    let region = table.column("GOReg")
    let places = (1...20).compactMap { table.column("SN\($0)") }
    var read: Read = ([:], [:])
    for record in table.records {
      guard let code = AuthorityCode(parsing: record[own]) else { continue }
      read.neighbours[code] = places.compactMap { place in
        AuthorityCode(parsing: record[place]).map {
          let isWord = place + 1 < table.header.count && table.header[place + 1].hasPrefix("SNP")
          return Neighbour(code: $0, closeness: isWord ? record[place + 1] : "")
        }
      }
      read.regions[code] = region.flatMap { Region(name: record[$0]) }
    }
    return read
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
