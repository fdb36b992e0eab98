public import KithTables

/// That an agreement allows something on a day. Only ``Register/permission(by:on:using:)`` makes one, so that what
/// takes a permission cannot be done without an agreement that holds.
public struct Permission: Hashable, Sendable {
  /// The agreement.
  public let agreement: Agreement
  /// The day for which it was asked.
  public let day: Day

  /// The hash of what was agreed, which goes into the manifest of what is made under it.
  public var hash: String { agreement.hash }
}

extension Register {
  /// The permission of an agreement for a day and the fields that are to be used; refused where the agreement does not
  /// hold on that day or does not name a field.
  public func permission(by id: String, on day: Day, using fields: [String] = []) throws(RegisterError) -> Permission {
    let agreement = try agreement(id)
    switch agreement.standing(on: day) {
    case .inForce: break
    case .notYet: throw RegisterError(.notInForce, "The agreement \(id) holds from \(agreement.from.iso) only.")
    case .expired, .destructionDue:
      throw RegisterError(
        .notInForce,
        "The agreement \(id) expired on \(agreement.expires.iso); what was made under it is to be destroyed by \(agreement.destroyBy.iso)."
      )
    case .withdrawn: throw RegisterError(.notInForce, "The agreement \(id) was withdrawn.")
    }
    let named = Set(agreement.fields.map { $0.lowercased() })
    let others = fields.filter { !named.contains($0.lowercased()) }
    guard others.isEmpty else {
      throw RegisterError(
        .notCovered,
        "The agreement \(id) does not name the fields \(others.joined(separator: ", ")); leave them out of the schema or the map."
      )
    }
    return Permission(agreement: agreement, day: day)
  }
}
