import KithEngine
public import KithTables

/// Who is followed, from when, and for how long: a definition that can be saved, read and used again.
public struct CohortDefinition: Codable, Hashable, Sendable {
  /// What a child's time begins with.
  public enum Origin: String, Codable, Sendable, CaseIterable {
    /// The day of birth.
    case birth
    /// A referral, whatever it led to.
    case referral
    /// The closure of a case.
    case closure
    /// The end of a child protection plan.
    case planEnd = "plan-end"
    /// The start of a period of care.
    case careEntry = "care-entry"
    /// The end of a period of care.
    case careExit = "care-exit"
  }

  /// The cohort's name.
  public let name: String
  /// What time begins with.
  public let origin: Origin
  /// The first day of that, as 2022-04-01.
  public let from: String
  /// The last day of that, as 2023-03-31.
  public let to: String
  /// The authorities, by their three digits; all where it is empty.
  public let authorities: [String]
  /// Whether each of a child's times counts, or the first within the days asked for only.
  public let every: Bool
  /// For how many months before there must have been none of the same kind; the returns have to reach back so far.
  public let clearMonths: Int

  /// A cohort.
  public init(
    name: String, origin: Origin, from: Day, to: Day, authorities: [String] = [], every: Bool = false,
    clearMonths: Int = 0
  ) throws(StudyError) {
    guard from <= to else { throw StudyError(.column, "A cohort's first day is after its last.") }
    self.name = name
    self.origin = origin
    self.from = from.iso
    self.to = to.iso
    self.authorities = authorities
    self.every = every
    self.clearMonths = clearMonths
  }

  var days: (from: Day, to: Day) {
    get throws(StudyError) {
      guard let from = Day(iso: from), let to = Day(iso: to), from <= to else {
        throw StudyError(.column, "The cohort's days are not written as 2023-03-31, or not in order.")
      }
      return (from, to)
    }
  }
}

extension CohortDefinition.Origin {
  /// The rows that time begins with: person, authority, day, code and collection.
  var rows: SQL {
    switch self {
    case .birth:
      """
      SELECT person, authority, born AS day, CAST(NULL AS STRING) AS code, 'cin' AS collection
      FROM person WHERE born IS NOT NULL
      """
    case .referral:
      "SELECT person, authority, started AS day, primaryneedcode AS code, 'cin' AS collection FROM need_episode"
    case .closure:
      """
      SELECT person, authority, ends AS day, reasonforclosure AS code, 'cin' AS collection
      FROM need_episode WHERE end_state = 'ended'
      """
    case .planEnd:
      """
      SELECT person, authority, ends AS day, latestcategoryofabuse AS code, 'cin' AS collection
      FROM protection_plan WHERE end_state = 'ended'
      """
    case .careEntry:
      "SELECT person, authority, started AS day, code, 'ssda903' AS collection FROM period_of_care"
    case .careExit:
      """
      SELECT person, authority, ended AS day, end_code AS code, 'ssda903' AS collection
      FROM period_of_care WHERE end_state = 'ended'
      """
    }
  }

  /// The days on which what is waited for happens: a return, or for a birth the first referral.
  var returns: SQL {
    switch self {
    case .birth, .referral, .closure: "SELECT person, started AS day FROM need_episode"
    case .planEnd: "SELECT person, started AS day FROM protection_plan"
    case .careEntry, .careExit: "SELECT person, started AS day FROM period_of_care"
    }
  }

  /// What is waited for, in words.
  public var event: String {
    switch self {
    case .birth: "a first referral"
    case .referral: "another referral"
    case .closure: "a new referral after closure"
    case .planEnd: "another child protection plan"
    case .careEntry, .careExit: "another start of being looked after"
    }
  }

  /// What rows are, in words.
  var unit: String {
    switch self {
    case .birth: "children"
    case .referral: "referrals"
    case .closure: "closures"
    case .planEnd: "ends of a child protection plan"
    case .careEntry: "starts of being looked after"
    case .careExit: "ends of being looked after"
    }
  }

  /// Whether a return may come on the very day: it may after an end, and not after a beginning.
  var returnsOnDay: Bool { self == .closure || self == .planEnd || self == .careExit }
}
