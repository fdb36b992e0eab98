public import KithPlaces

/// A place for which a figure is published.
public enum Area: Hashable, Sendable {
  /// A local authority, by its code of three digits.
  case authority(AuthorityCode)
  /// A region, or a half of London.
  case region(Region)
  /// England.
  case england
  /// Authorities that make one return together.
  case joint([AuthorityCode])

  /// The area with this number in LAIT; nil for a number that LAIT keeps for something else.
  public init?(toolNumber: Int) {
    if toolNumber == England.toolNumber {
      self = .england
    } else if let region = Region(toolNumber: toolNumber) {
      self = .region(region)
    } else if let code = AuthorityCode(toolNumber), toolNumber < England.toolNumber {
      self = .authority(code)
    } else {
      return nil
    }
  }

  /// The area's name, from the register.
  public func name(in register: AuthorityRegister) -> String {
    switch self {
    case .authority(let code): register[code]?.name ?? "Authority \(code)"
    case .region(let region): region.name
    case .england: England.name
    case .joint(let codes): codes.map { register[$0]?.name ?? "Authority \($0)" }.joined(separator: " and ")
    }
  }
}
