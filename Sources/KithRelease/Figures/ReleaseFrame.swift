public import KithPlaces
import KithTables

/// Which authorities there are in each year, so that a region is summed only from all of them.
public struct ReleaseFrame: Sendable {
  /// An authority in a year.
  public struct Member: Hashable, Sendable {
    /// Its three digits.
    public let code: String
    /// Its name.
    public let name: String
    /// Its code of nine characters at the end of the year; `x` for none.
    public let onsCode: String
    /// Its region; for London the half of it. Nil for an invented authority.
    public let region: Region?

    /// Describes an authority.
    public init(code: String, name: String, onsCode: String, region: Region?) {
      self.code = code
      self.name = name
      self.onsCode = onsCode
      self.region = region
    }
  }

  private let members: [Int: [Member]]

  /// A frame of one's own.
  public init(members: [Int: [Member]]) { self.members = members }

  /// The authorities of England in some years.
  public static func england(_ years: some Sequence<Int>, register: AuthorityRegister = .england) -> ReleaseFrame {
    ReleaseFrame(
      members: Dictionary(
        years.map { year in
          (
            year,
            register.authorities(inYear: year).map { authority in
              Member(
                code: authority.code.description, name: authority.name,
                onsCode: Day(31, 3, year).flatMap { authority.onsCode(on: $0) } ?? authority.onsCode,
                region: authority.region)
            }
          )
        }, uniquingKeysWith: { first, _ in first }))
  }

  /// The authority of a code in a year; nil when there is none.
  func member(_ code: String, in year: Int) -> Member? { members[year]?.first { $0.code == code } }

  /// What a region or England is made of, in a year: areas that sum to it; empty where the frame has no such area.
  func parts(of area: ReleaseArea, in year: Int) -> [ReleaseArea] {
    switch area {
    case .authority: return []
    case .region(.london):
      return [.region(.innerLondon), .region(.outerLondon)].filter { !parts(of: $0, in: year).isEmpty }
    case .region(let region):
      return (members[year] ?? []).filter { $0.region == region }.map { .authority($0.code) }
    case .england:
      return ReleaseArea.wholeRegions.filter { !parts(of: $0, in: year).isEmpty }
    }
  }

  /// The areas for which a year's authorities give figures: themselves, and each area all of whose parts are there.
  func areas(of authorities: Set<String>, in year: Int) -> [ReleaseArea] {
    var there = Set(authorities.map(ReleaseArea.authority))
    for area in ReleaseArea.halvesOfLondon + ReleaseArea.wholeRegions + [.england] {
      let parts = parts(of: area, in: year)
      if !parts.isEmpty, parts.allSatisfy(there.contains) { there.insert(area) }
    }
    // England's regions must all be there, not those alone that this frame has authorities in.
    if !(members[year] ?? []).allSatisfy({ authorities.contains($0.code) }) { there.remove(.england) }
    return there.sorted()
  }
}

/// A place that a release has figures of.
public enum ReleaseArea: Hashable, Sendable, Comparable {
  /// England.
  case england
  /// A region, or a half of London.
  case region(Region)
  /// An authority, by its three digits.
  case authority(String)

  static let halvesOfLondon: [ReleaseArea] = [.region(.innerLondon), .region(.outerLondon)]
  static let wholeRegions = Region.allCases.filter { $0.whole == $0 }.map { ReleaseArea.region($0) }

  private var order: (Int, String) {
    switch self {
    case .england: (0, "")
    case .region(let region): (1, region.onsCode)
    case .authority(let code): (2, code)
    }
  }

  /// England first, then regions and authorities by their codes.
  public static func < (a: ReleaseArea, b: ReleaseArea) -> Bool { a.order < b.order }
}
