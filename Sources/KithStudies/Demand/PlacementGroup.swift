/// The kinds of placement in which demand is told.
public enum PlacementGroup: Int, Hashable, Sendable, CaseIterable {
  /// Foster care, with friends, family or others (U1 to U6).
  case foster
  /// Children's homes and secure homes (K1, K2).
  case home
  /// Supported accommodation and independent living (K3, H5, P2).
  case supported
  /// Placed for adoption (A3 to A6).
  case adoption
  /// With parents or who has parental responsibility (P1).
  case parents
  /// All others.
  case other

  /// The group of a placement code.
  public init(code: String) {
    switch code {
    case "U1", "U2", "U3", "U4", "U5", "U6": self = .foster
    case "K1", "K2": self = .home
    case "K3", "H5", "P2": self = .supported
    case "A3", "A4", "A5", "A6": self = .adoption
    case "P1": self = .parents
    default: self = .other
    }
  }

  /// What it is called.
  public var title: String {
    switch self {
    case .foster: "foster care"
    case .home: "children's homes"
    case .supported: "supported or independent"
    case .adoption: "placed for adoption"
    case .parents: "with parents"
    case .other: "other placements"
    }
  }
}

/// The bands of age of the SSDA903 return's tables.
public enum CareAge: Int, Hashable, Sendable, CaseIterable {
  /// Under 1.
  case infant
  /// 1 to 4.
  case small
  /// 5 to 9.
  case middle
  /// 10 to 15.
  case teenage
  /// 16 and 17.
  case older

  /// The birthdays at which a band ends.
  static let ends = [1, 5, 10, 16, 18]

  /// The band of an age in whole years.
  init(years: Int) { self = CareAge.allCases.first { years < CareAge.ends[$0.rawValue] } ?? .older }

  /// What it is called.
  public var title: String { ["Under 1", "1 to 4", "5 to 9", "10 to 15", "16 to 17"][rawValue] }
}
