/// A region of England, as England's statistics on children show it: nine regions, and London's two halves.
///
/// Inner London is as the Department for Education has it: with Haringey and Newham, without Greenwich.
public enum Region: String, CaseIterable, Sendable {
  case northEast = "North East"
  case northWest = "North West"
  case yorkshireAndTheHumber = "Yorkshire and the Humber"
  case eastMidlands = "East Midlands"
  case westMidlands = "West Midlands"
  case eastOfEngland = "East of England"
  case london = "London"
  case innerLondon = "London (Inner)"
  case outerLondon = "London (Outer)"
  case southEast = "South East"
  case southWest = "South West"

  /// The region's name.
  public var name: String { rawValue }

  /// The region's name in the Department for Education's open data.
  public var openDataName: String {
    switch self {
    case .yorkshireAndTheHumber: "Yorkshire and The Humber"
    case .innerLondon: "Inner London"
    case .outerLondon: "Outer London"
    default: name
    }
  }

  /// The Office for National Statistics' code of nine characters.
  ///
  /// The halves of London have the codes that the Department for Education's tables give them.
  public var onsCode: String {
    switch self {
    case .northEast: "E12000001"
    case .northWest: "E12000002"
    case .yorkshireAndTheHumber: "E12000003"
    case .eastMidlands: "E12000004"
    case .westMidlands: "E12000005"
    case .eastOfEngland: "E12000006"
    case .london: "E12000007"
    case .innerLondon: "E13000001"
    case .outerLondon: "E13000002"
    case .southEast: "E12000008"
    case .southWest: "E12000009"
    }
  }

  /// The number by which the Local Authority Interactive Tool (LAIT) knows the region.
  public var toolNumber: Int {
    switch self {
    case .northEast: 980
    case .northWest: 981
    case .yorkshireAndTheHumber: 982
    case .eastMidlands: 983
    case .westMidlands: 984
    case .eastOfEngland: 985
    case .london: 986
    case .innerLondon: 987
    case .outerLondon: 988
    case .southEast: 989
    case .southWest: 990
    }
  }

  /// The region in England's nine: London for its two halves, itself for the others.
  public var whole: Region { self == .innerLondon || self == .outerLondon ? .london : self }

  /// The region with this ONS code; nil when there is none.
  public init?(onsCode: some StringProtocol) {
    guard let region = Region.allCases.first(where: { $0.onsCode == onsCode }) else { return nil }
    self = region
  }

  /// The region with this name in any of the ways that official tables write it; nil when there is none.
  public init?(name: some StringProtocol) {
    let key = PlaceName.key(name)
    let names = ["inner london": Region.innerLondon, "outer london": .outerLondon]
    guard let region = names[key] ?? Region.allCases.first(where: { PlaceName.key($0.name) == key }) else { return nil }
    self = region
  }

  /// The region with this number in LAIT; nil when there is none.
  public init?(toolNumber: Int) {
    guard let region = Region.allCases.first(where: { $0.toolNumber == toolNumber }) else { return nil }
    self = region
  }
}

/// England as a place in official tables.
public enum England {
  /// England's name.
  public static let name = "England"
  /// England's ONS code.
  public static let onsCode = "E92000001"
  /// The number by which LAIT knows England.
  public static let toolNumber = 970
}
