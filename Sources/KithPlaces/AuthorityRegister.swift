public import KithTables

/// Every local authority with duties for children since 2009, by code, by ONS code and by name.
public struct AuthorityRegister: Sendable {
  /// The authorities in the order of their codes, closed ones too.
  public let authorities: [Authority]
  private let byCode: [AuthorityCode: Int]
  private let byONSCode: [String: Int]

  /// England's register, from the project's own `authorities.csv`, which is part of the program.
  public static let england = AuthorityRegister(bundled: PackageResources.authorities_csv)

  /// Makes a register of authorities.
  public init(_ authorities: [Authority]) {
    let sorted = authorities.sorted { $0.code < $1.code }
    self.authorities = sorted
    byCode = Dictionary(uniqueKeysWithValues: sorted.indices.map { (sorted[$0].code, $0) })
    let pairs = sorted.indices.flatMap { index in sorted[index].onsCodes.map { ($0.code, index) } }
    byONSCode = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  /// The authority with this code; nil when there has been none.
  public subscript(code: AuthorityCode) -> Authority? { byCode[code].map { authorities[$0] } }

  /// The authority that holds, or has held, this ONS code; nil when none has.
  public func authority(onsCode: some StringProtocol) -> Authority? {
    byONSCode[onsCode.trimmed.uppercased()].map { authorities[$0] }
  }

  /// The authority that held this ONS code at any time in a collection year (1 April to 31 March of the year named).
  ///
  /// Nil when the code is unknown, or was not in use in that year.
  public func authority(onsCode: some StringProtocol, inYear year: Int) -> Authority? {
    let key = onsCode.trimmed.uppercased()
    guard let found = authority(onsCode: key), let held = found.onsCodes.first(where: { $0.code == key }),
      let first = Day(1, 4, year - 1), let last = Day(31, 3, year)
    else { return nil }
    let isInUse = (held.from.map { $0 <= last } ?? true) && (held.until.map { $0 >= first } ?? true)
    return isInUse ? found : nil
  }

  /// Whether an authority with this code is open on a day.
  public func exists(_ code: AuthorityCode, on day: Day) -> Bool { self[code]?.exists(on: day) ?? false }

  /// Whether an authority with this code was open at any time in a collection year.
  public func exists(_ code: AuthorityCode, inYear year: Int) -> Bool { self[code]?.exists(inYear: year) ?? false }

  /// The authorities open on a day.
  public func authorities(on day: Day) -> [Authority] { authorities.filter { $0.exists(on: day) } }

  /// The authorities open at any time in a collection year.
  public func authorities(inYear year: Int) -> [Authority] { authorities.filter { $0.exists(inYear: year) } }

  /// The authorities of a region; all of London's for `london`.
  public func authorities(in region: Region) -> [Authority] {
    authorities.filter { $0.region == region || $0.region.whole == region }
  }
}
