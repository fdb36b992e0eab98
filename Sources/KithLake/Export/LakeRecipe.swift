import Crypto
import Foundation
public import KithRegister
public import KithStore
import KithTables

/// How the rows of a store become those of a lake.
public struct LakeRecipe: Sendable {
  let kind: Kind
  /// How postcodes stand.
  var places = Places.keyed
  /// Fields that are not written whatever the agreement names, by their names in small letters.
  var withheld: Set<String> = []

  /// How postcodes stand in a pseudonymised lake.
  enum Places: String, Hashable, Sendable {
    /// As keyed postcodes, which begin alike where postcodes do.
    case keyed
    /// As their sectors: all but the last two letters.
    case sector
  }

  enum Kind: Sendable {
    case pseudonymised(Permission, KeyedValues, Dates)
    case identified(StoreKey)
  }

  /// How days stand in a pseudonymised lake.
  public enum Dates: String, Hashable, Sendable, CaseIterable {
    /// As they are, which the official measures need.
    case day
    /// As the first of their month.
    case month
    /// As they are, but days of birth, which become the first of their month.
    case birthMonth = "birth-month"
  }

  /// Identifiers become keyed names, and only fields that the agreement names are written.
  public static func pseudonymised(_ permission: Permission, _ values: KeyedValues, dates: Dates = .day) -> LakeRecipe {
    LakeRecipe(kind: .pseudonymised(permission, values, dates))
  }

  /// As a pseudonymised lake, for a pool of several authorities' returns: pupil numbers are not written in any form, postcodes
  /// become their sectors, and days of birth never stand.
  public static func pooled(_ permission: Permission, _ values: KeyedValues, dates: Dates) -> LakeRecipe {
    var recipe = LakeRecipe(kind: .pseudonymised(permission, values, dates == .month ? .month : .birthMonth))
    recipe.places = .sector
    recipe.withheld = neverPooled
    return recipe
  }

  /// The fields that never stand in a pool.
  static let neverPooled: Set<String> = ["upn", "formerupn"]

  /// Everything stays as it is, and every file is encrypted.
  public static func identified(key: StoreKey) -> LakeRecipe { LakeRecipe(kind: .identified(key)) }

  var key: StoreKey? { if case .identified(let key) = kind { key } else { nil } }
  var isPseudonymised: Bool { key == nil }

  var permission: Permission? { if case .pseudonymised(let permission, _, _) = kind { permission } else { nil } }

  var dates: String { if case .pseudonymised(_, _, let dates) = kind { dates.rawValue } else { Dates.day.rawValue } }

  var fingerprint: String {
    switch kind {
    case .pseudonymised(_, let values, _): values.fingerprint
    case .identified(let key): key.fingerprint
    }
  }

  /// What tells that rows were made in the same way.
  var text: String {
    "1 \(isPseudonymised) \(permission?.hash ?? "") \(fingerprint) \(dates)"
      + (places == .keyed ? "" : " " + places.rawValue)
  }

  /// Whether days of a column stand as they are.
  func keepsDay(of column: String) -> Bool {
    dates == Dates.day.rawValue || dates == Dates.birthMonth.rawValue && !ColumnTreatment.births.contains(column)
  }

  /// Whether a field may stand in the lake.
  func covers(_ fields: [String]) -> Bool {
    guard let agreement = permission?.agreement else { return true }
    return Self.covers(fields, by: agreement.fields, withheld: withheld)
  }

  /// Whether one of some fields is named by an agreement, or is one that always stands.
  static func covers(_ fields: [String], by agreed: [String], withheld: Set<String>) -> Bool {
    let named = Set(agreed.map { $0.lowercased() })
    return fields.map { $0.lowercased() }.contains {
      !withheld.contains($0) && (named.contains($0) || always.contains($0))
    }
  }

  /// What says nothing of a child but that there is one: the identifier, keyed, and what a return says of itself.
  static let always: Set<String> = [
    "child", "lachildid", "collection", "year", "referencedate", "sourcelevel", "lea", "cindetailsid", "assessmentid",
    "cppid",
  ]
}

extension StoreKey {
  /// The key with which the files of a lake are encrypted, in base 64: 256 bits that follow from the key's text.
  var parquetKey: String { Data(derived("kith lake encryption")).base64EncodedString() }

  var fingerprint: String { derived("kith lake fingerprint").prefix(8).hexadecimal }

  private func derived(_ purpose: String) -> [UInt8] {
    let key = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: SymmetricKey(data: Array(text.utf8)), info: Array(purpose.utf8), outputByteCount: 32)
    return key.withUnsafeBytes { Array($0) }
  }
}
