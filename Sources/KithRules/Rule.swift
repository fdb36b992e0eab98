public import KithReturns

/// How serious a finding is.
public enum Severity: String, Sendable, CaseIterable {
  /// The return is wrong and must be put right.
  case error
  /// The return may be right; check it, and explain it where it is.
  case query
}

/// A rule that a return must keep, stated as the condition under which a row fails.
///
/// `Collection` is the kind of return: ``KithReturns/LookedAfterReturn`` or ``KithReturns/InNeedReturn``.
public struct Rule<Collection: SubmittedReturn>: Sendable {
  /// The guidance's code.
  public let code: String
  /// What is wrong with a row that fails.
  public let message: String
  /// What to change.
  public let fix: String
  /// How serious a failure is.
  public let severity: Severity
  /// The collection years in which the rule holds.
  public let years: YearSpan
  /// The tables whose rows may fail, each with its condition.
  public let parts: [RulePart<Collection>]
  /// What the rule consults besides the cells at fault.
  public let reads: [Reading]
  /// What the rule needs besides the return.
  public let needs: Set<Supply>

  init(
    _ code: String, _ message: String, fix: String, severity: Severity = .error, years: YearSpan = .all,
    reads: [Reading] = [], needs: Set<Supply> = [], parts: [RulePart<Collection>]
  ) {
    self.code = code
    self.message = message
    self.fix = fix
    self.severity = severity
    self.years = years
    self.parts = parts
    self.reads = reads
    self.needs = needs
  }
}

/// The part of a rule that concerns one table's rows.
public struct RulePart<Collection: SubmittedReturn>: Sendable {
  /// The table whose rows may fail.
  public let table: TableName
  /// Whether it is last year's table.
  public let isLastYear: Bool
  /// The fields at fault in a row that fails.
  public let fields: [Field]
  /// The tables and fields of the rows that fail together with it.
  public let linked: [Reading]
  /// The rows that fail.
  let failures: @Sendable (Collection) -> [Failure]
}

/// A row that fails, and the rows that fail together with it; no row where the whole return fails.
struct Failure: Sendable {
  let row: Int?
  var linked: [RowReference] = []
}

/// A row of a table and the fields at fault in it.
public struct RowReference: Hashable, Sendable {
  /// The table.
  public let table: TableName
  /// Whether it is last year's table.
  public let isLastYear: Bool
  /// The row's position in its table, from 0; nil when the finding is of the whole return.
  public let row: Int?
  /// The fields at fault.
  public let fields: [Field]
}

/// What a rule consults in a table, in the row at fault or in others of the child.
public struct Reading: Hashable, Sendable {
  /// The table.
  public let table: TableName
  /// The fields consulted.
  public let fields: [Field]
  /// Whether it is last year's table.
  public let isLastYear: Bool
  /// Whether the rule is to run without the table, as if that had no rows.
  public let isOptional: Bool

  /// Fields of a table that the rule cannot do without.
  public static func `in`(_ table: TableName, _ fields: Field...) -> Reading {
    Reading(table: table, fields: fields, isLastYear: false, isOptional: false)
  }

  /// Fields of last year's table that the rule cannot do without.
  public static func lastYear(_ table: TableName, _ fields: Field...) -> Reading {
    Reading(table: table, fields: fields, isLastYear: true, isOptional: false)
  }

  /// Fields of a table that counts as empty where it was not submitted.
  public static func ifGiven(_ table: TableName, _ fields: Field...) -> Reading {
    Reading(table: table, fields: fields, isLastYear: false, isOptional: true)
  }

  /// Fields of last year's table, which counts as empty where it was not given.
  public static func lastYearIfGiven(_ table: TableName, _ fields: Field...) -> Reading {
    Reading(table: table, fields: fields, isLastYear: true, isOptional: true)
  }
}

/// What a rule may need besides the return.
public enum Supply: String, Sendable, CaseIterable {
  /// The authority's own code.
  case authority
  /// Where placements lie: a postcode file, or a return that states what follows from one.
  case postcodes
  /// A postcode file, for rules that ask whether there is such a postcode.
  case postcodeFile
  /// Ofsted's list of providers.
  case providers
  /// The bank holidays around the collection year.
  case bankHolidays
}
