public import KithTables

/// The lower-tier districts of England, past ones too, and the authority that has the duties for children in each.
///
/// A unitary authority, metropolitan district or London borough is its own district.
public struct DistrictRegister: Sendable {
  /// England's districts, from the project's own `districts.csv`, which is part of the program.
  public static let england = DistrictRegister(bundled: PackageResources.districts_csv, authorities: .england)

  private let authorities: AuthorityRegister
  private let tenures: [String: [Tenure]]

  /// The days on which a district was part of an authority.
  private struct Tenure: Sendable {
    let code: AuthorityCode
    let from: Day?
    let until: Day?

    /// Reads `909[..2023-03-31]`; no days mean always.
    init?(text: some StringProtocol) {
      let held = Authority.HeldCode(text: text)
      guard let code = AuthorityCode(parsing: held.code) else { return nil }
      (self.code, from, until) = (code, held.from, held.until)
    }
  }

  /// Columns: district, name, authorities (code of three digits, with its days where it changed). The facts are those
  /// of the ONS look-up of April 2023 and of the orders that made the unitary authorities of 2019 to 2023.
  private init(bundled bytes: [UInt8], authorities: AuthorityRegister) {
    guard let table = try? SeparatedText(bytes) else { preconditionFailure("districts.csv does not read") }
    self.authorities = authorities
    tenures = Dictionary(
      uniqueKeysWithValues: table.records.map { record in
        (record[0], record[2].split(separator: " ").compactMap(Tenure.init(text:)))
      })
  }

  /// The authority to which a district belonged on a day; nil when the code is unknown, or when the district was in
  /// several authorities then.
  ///
  /// A postcode file may be older or newer than the day: a code made later means the authority that had the area
  /// before, where that was one, and a code long gone means the authority that has it now.
  public func authority(ofDistrict code: String, on day: Day) -> Authority? {
    if let tenures = tenures[code] {
      return tenures.first { isHeld(from: $0.from, until: $0.until, on: day) }.flatMap { authorities[$0.code] }
    }
    return authorities.authority(onsCode: code).flatMap { holder(of: $0, on: day) }
  }

  private func holder(of authority: Authority, on day: Day) -> Authority? {
    if authority.exists(on: day) { return authority }
    let isClosed = authority.closed.map { $0 < day } ?? false
    let others = (isClosed ? authority.successors : authority.predecessors).compactMap { authorities[$0] }
    guard let only = others.first, others.count == 1 else { return nil }
    return only.exists(on: day) ? only : nil
  }
}
