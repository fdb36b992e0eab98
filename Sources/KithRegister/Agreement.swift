public import KithTables

/// An agreement by which records about children may be linked or handed on: an entry of the register.
///
/// It names no child. What was agreed does not change: an agreement that is amended is entered anew, under another
/// name.
public struct Agreement: Hashable, Sendable {
  /// The name by which commands know it.
  public let id: String
  /// What it is for.
  public let purpose: String
  /// The data controllers who agreed.
  public let controllers: [String]
  /// Who else handles the data for them, such as a linkage unit.
  public let processors: [String]
  /// The legal basis, as "UK GDPR article 6(1)(e); Children Act 2004, section 10".
  public let legalBasis: String
  /// The reference of the data protection impact assessment.
  public let impactAssessment: String
  /// The reference of the information-sharing agreement.
  public let sharingAgreement: String
  /// The fields that may be used.
  public let fields: [String]
  /// The first day on which it holds.
  public let from: Day
  /// The last day on which it holds.
  public let expires: Day
  /// The day by which what was made under it is destroyed.
  public let destroyBy: Day
  /// The children whose records are left out; nil where nobody has objected.
  public let optOuts: OptOuts?
  /// The legal basis for joining an adopted child's identities before and after the order; nil, as almost always, where
  /// there is none.
  public let acrossAdoption: String?
  /// When and why it was withdrawn; nil while it stands.
  public internal(set) var withdrawal: Withdrawal?

  /// The list of those whose records are left out, which is kept apart; the register knows it by its hash.
  public struct OptOuts: Hashable, Sendable {
    /// The SHA-256 of the list's file, in hexadecimal.
    public let sha256: String
    /// How many are on it.
    public let count: Int

    /// A list by its hash.
    public init(sha256: String, count: Int) {
      self.sha256 = sha256
      self.count = count
    }
  }

  /// When and why an agreement was withdrawn.
  public struct Withdrawal: Hashable, Sendable {
    /// The first day on which it no longer holds.
    public let day: Day
    /// Why.
    public let reason: String
  }

  /// An agreement; refused where something that it must say is not said.
  public init(
    id: String, purpose: String, controllers: [String], processors: [String] = [], legalBasis: String,
    impactAssessment: String, sharingAgreement: String, fields: [String], from: Day, expires: Day, destroyBy: Day,
    optOuts: OptOuts? = nil, acrossAdoption: String? = nil
  ) throws(RegisterError) {
    self.id = id
    self.purpose = purpose
    self.controllers = controllers
    self.processors = processors
    self.legalBasis = legalBasis
    self.impactAssessment = impactAssessment
    self.sharingAgreement = sharingAgreement
    self.fields = fields
    self.from = from
    self.expires = expires
    self.destroyBy = destroyBy
    self.optOuts = optOuts
    self.acrossAdoption = acrossAdoption
    try check()
  }

  private func check() throws(RegisterError) {
    let isNameable = { (scalar: Unicode.Scalar) in
      scalar.isASCII && (scalar.properties.isAlphabetic || "0123456789-_.".unicodeScalars.contains(scalar))
    }
    guard (1...60).contains(id.count), id.unicodeScalars.allSatisfy(isNameable) else {
      throw RegisterError(
        .unfit, "The name of an agreement has up to 60 letters, digits, points, hyphens and underscores.")
    }
    let said = [
      ("purpose", [purpose]), ("controllers", controllers), ("legal basis", [legalBasis]),
      ("DPIA reference", [impactAssessment]), ("information-sharing reference", [sharingAgreement]), ("fields", fields),
    ]
    for (name, texts) in said where texts.isEmpty || texts.contains(where: { $0.trimmed.isEmpty }) {
      throw RegisterError(.unfit, "The agreement \(id) does not say its \(name).")
    }
    guard from <= expires, expires <= destroyBy else {
      throw RegisterError(
        .unfit, "The agreement \(id) is to begin before it expires, and its data to be destroyed no earlier than that.")
    }
  }
}

extension Agreement {
  /// How an agreement stands on a day.
  public enum Standing: String, Hashable, Sendable {
    /// It does not hold yet.
    case notYet = "not yet in force"
    /// It holds.
    case inForce = "in force"
    /// It no longer holds, and what was made under it has to be destroyed by a day to come.
    case expired
    /// It was withdrawn.
    case withdrawn
    /// What was made under it should have been destroyed.
    case destructionDue = "to be destroyed"
  }

  /// How it stands on a day.
  public func standing(on day: Day) -> Standing {
    if day > destroyBy { return .destructionDue }
    if let withdrawal, day >= withdrawal.day { return .withdrawn }
    if day > expires { return .expired }
    return day < from ? .notYet : .inForce
  }
}
