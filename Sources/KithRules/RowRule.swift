public import KithReturns

/// Makes rules on the rows of one table; `.episode("355", …) { e in … }` reads as a rule on an episode.
public struct RowRule<R: Row>: Sendable where R.Collection: SubmittedReturn {
  /// A rule on the rows for which the condition holds.
  public func callAsFunction(
    _ code: String, _ fields: [Field], _ message: String, fix: String, severity: Severity = .error,
    years: YearSpan = .all, reads: [Reading] = [], needs: Set<Supply> = [],
    fails: @escaping @Sendable (R) -> Bool
  ) -> Rule<R.Collection> {
    Rule(
      code, message, fix: fix, severity: severity, years: years, reads: reads, needs: needs,
      parts: [RowPart<R>()(fields, fails: fails)])
  }

  /// A rule on a row together with rows of the child in another table: it fails with each for which the condition
  /// holds.
  public func callAsFunction<Other: Row>(
    _ code: String, _ fields: [Field], with otherFields: [Field], _ message: String, fix: String,
    severity: Severity = .error, years: YearSpan = .all, reads: [Reading] = [], needs: Set<Supply> = [],
    fails: @escaping @Sendable (R, Other) -> Bool
  ) -> Rule<R.Collection> where Other.Collection == R.Collection {
    Rule(
      code, message, fix: fix, severity: severity, years: years, reads: reads, needs: needs,
      parts: [RowPart<R>()(fields, with: otherFields, fails: fails)])
  }

  /// A rule on a row together with rows of several tables: those of each link. It fails where the condition holds or,
  /// without one, where any link has a row.
  public func callAsFunction(
    _ code: String, _ fields: [Field], links: [RowLink<R>], _ message: String, fix: String,
    severity: Severity = .error, years: YearSpan = .all, reads: [Reading] = [], needs: Set<Supply> = [],
    fails: (@Sendable (R) -> Bool)? = nil
  ) -> Rule<R.Collection> {
    Rule(
      code, message, fix: fix, severity: severity, years: years, reads: reads, needs: needs,
      parts: [RowPart<R>()(fields, links: links, fails: fails)])
  }
}

/// Makes the parts of a rule whose failing rows stand in several tables.
public struct RowPart<R: Row>: Sendable where R.Collection: SubmittedReturn {
  /// The rows for which the condition holds.
  public func callAsFunction(
    _ fields: [Field], fails: @escaping @Sendable (R) -> Bool
  ) -> RulePart<R.Collection> {
    RulePart(table: R.tableName, isLastYear: false, fields: fields, linked: []) { collection in
      var failures: [Failure] = []
      for row in 0..<R.order(in: collection).rowCount where fails(R(collection, row: row)) {
        failures.append(Failure(row: row))
      }
      return failures
    }
  }

  /// The rows for which the condition holds with at least one of the child's rows in another table.
  public func callAsFunction<Other: Row>(
    _ fields: [Field], with otherFields: [Field], fails: @escaping @Sendable (R, Other) -> Bool
  ) -> RulePart<R.Collection> where Other.Collection == R.Collection {
    self(fields, links: [.ofChild(otherFields, where: fails)])
  }

  /// The rows for which the condition holds with at least one of the child's rows in a table of last year.
  public func callAsFunction<Other: Row>(
    _ fields: [Field], withLastYear otherFields: [Field], fails: @escaping @Sendable (R, Other) -> Bool
  ) -> RulePart<R.Collection> where Other.Collection == R.Collection {
    self(fields, links: [.ofLastYear(otherFields, where: fails)])
  }

  /// The rows for which the condition holds or, without one, of which any link has a row; with the rows of the links.
  public func callAsFunction(
    _ fields: [Field], links: [RowLink<R>], fails: (@Sendable (R) -> Bool)? = nil
  ) -> RulePart<R.Collection> {
    RulePart(table: R.tableName, isLastYear: false, fields: fields, linked: links.map(\.reading)) { collection in
      var failures: [Failure] = []
      for row in 0..<R.order(in: collection).rowCount {
        let item = R(collection, row: row)
        if let fails, !fails(item) { continue }
        let linked = links.flatMap { $0.rows(item) }
        if fails != nil || !linked.isEmpty { failures.append(Failure(row: row, linked: linked)) }
      }
      return failures
    }
  }

  /// The rows of last year's table for which the condition holds, beside the child of this year's return.
  public func lastYear(
    _ fields: [Field], fails: @escaping @Sendable (R, ChildOf<R.Collection>) -> Bool
  ) -> RulePart<R.Collection> {
    RulePart(table: R.tableName, isLastYear: true, fields: fields, linked: []) { collection in
      guard let before = collection.lastYear else { return [] }
      var failures: [Failure] = []
      for row in 0..<R.order(in: before).rowCount {
        let item = R(before, row: row)
        if fails(item, ChildOf(collection, number: item.child.number)) { failures.append(Failure(row: row)) }
      }
      return failures
    }
  }
}

/// Rows of a table that fail together with a row, and the fields at fault in them.
public struct RowLink<R: Row>: Sendable {
  /// The table and the fields.
  public let reading: Reading
  let rows: @Sendable (R) -> [RowReference]

  init<Other: Row>(
    _ fields: [Field], areLastYear: Bool = false, among others: @escaping @Sendable (R) -> Rows<Other>,
    where holds: @escaping @Sendable (R, Other) -> Bool
  ) {
    reading = Reading(table: Other.tableName, fields: fields, isLastYear: areLastYear, isOptional: false)
    rows = { row in
      var found: [RowReference] = []
      for other in others(row) where holds(row, other) {
        found.append(
          RowReference(table: Other.tableName, isLastYear: areLastYear, row: other.row, fields: fields))
      }
      return found
    }
  }

  /// The child's rows of a table for which the condition holds.
  public static func ofChild<Other: Row>(
    _ fields: [Field], where holds: @escaping @Sendable (R, Other) -> Bool
  ) -> RowLink where Other.Collection == R.Collection {
    RowLink(fields, among: { Rows<Other>(of: $0.child) }, where: holds)
  }

  /// The child's rows of last year's table for which the condition holds.
  public static func ofLastYear<Other: Row>(
    _ fields: [Field], where holds: @escaping @Sendable (R, Other) -> Bool
  ) -> RowLink where Other.Collection == R.Collection {
    RowLink(
      fields, areLastYear: true,
      among: { row in
        guard let before = row.collection.lastYear else { return Rows(of: ChildOf(row.collection, number: -1)) }
        return Rows<Other>(of: ChildOf(before, number: row.child.number))
      }, where: holds)
  }
}

extension Rule {
  /// A rule on the whole return, whose finding is of no row; it is reported under the table that it is most about.
  public static func wholeReturn(
    _ code: String, _ table: TableName, _ message: String, fix: String, severity: Severity = .error,
    years: YearSpan = .all, reads: [Reading], fails: @escaping @Sendable (Collection) -> Bool
  ) -> Rule {
    let part = RulePart<Collection>(table: table, isLastYear: false, fields: [], linked: []) { collection in
      fails(collection) ? [Failure(row: nil)] : []
    }
    return Rule(code, message, fix: fix, severity: severity, years: years, reads: reads, parts: [part])
  }
}
