public import KithTables

/// Where a postcode lies.
public struct PostcodePlace: Hashable, Sendable {
  /// The ONS code of the lower-tier district, such as `E07000213`; nil when the directory gives none.
  public let district: String?
  /// Metres east on the grid of Great Britain, or in Northern Ireland on that of Ireland; nil when the directory
  /// gives none.
  public let easting: Double?
  /// Metres north on the same grid; nil when the directory gives none.
  public let northing: Double?

  /// A place in a district and at a point of the grid.
  public init(district: String?, easting: Double?, northing: Double?) {
    self.district = district
    self.easting = easting
    self.northing = northing
  }
}

extension PostcodePlace {
  /// The country whose ONS codes begin with a letter, as the return's guidance names places outside England.
  private static let countries: [Character: String] = ["S": "SCO", "W": "WAL", "N": "NIR", "L": "NUK", "M": "NUK"]

  /// The area in which the place lies on a day, as the return writes it: the ONS code of the upper-tier authority then,
  /// or `SCO`, `WAL`, `NIR`, or `NUK` for the Channel Islands and the Isle of Man; nil when it is not known.
  public func area(on day: Day) -> String? {
    guard let district, let letter = district.first else { return nil }
    if let country = Self.countries[letter] { return country }
    return DistrictRegister.england.authority(ofDistrict: district, on: day)?.onsCode(on: day)
  }

  /// The miles from here to another place in a straight line, to one decimal, with 1.6093 kilometres to the mile as the
  /// return's guidance reckons; nil when either point is not known.
  public func miles(to other: PostcodePlace) -> Double? {
    let isAcrossTheSea = isOnIrishGrid != other.isOnIrishGrid
    guard let from = point(inBritain: isAcrossTheSea), let to = other.point(inBritain: isAcrossTheSea) else {
      return nil
    }
    let (across, up) = (from.easting - to.easting, from.northing - to.northing)
    let kilometres = (across * across + up * up).squareRoot() / 1000
    return (kilometres / 1.6093 * 10).rounded(.toNearestOrEven) / 10
  }

  private var isOnIrishGrid: Bool { district?.first == "N" }

  private func point(inBritain: Bool) -> (easting: Double, northing: Double)? {
    guard let easting, let northing else { return nil }
    return inBritain && isOnIrishGrid ? NationalGrid.britain(fromIrish: easting, northing) : (easting, northing)
  }
}

/// The postcodes that were asked for and are in a directory, with where each lies.
public struct PostcodeDirectory: Sendable {
  private let places: [Postcode: PostcodePlace]

  /// A directory of these postcodes.
  public init(_ places: [Postcode: PostcodePlace]) { self.places = places }

  /// Where a postcode lies; nil when there is no such postcode.
  public subscript(postcode: Postcode) -> PostcodePlace? { places[postcode] }

  /// How many postcodes it has.
  public var count: Int { places.count }
}
