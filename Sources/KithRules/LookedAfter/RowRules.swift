public import KithReturns

/// Makes rules on the rows of one table; `.episode("355", …) { e in … }` reads as a rule on an episode.
public struct RowRule<R: Row>: Sendable {
  /// A rule on the rows for which the condition holds.
  public func callAsFunction(
    _ code: String, _ fields: [Field], _ message: String, fix: String, severity: Severity = .error,
    years: YearSpan = .all, reads: [Reading] = [], needs: Set<Supply> = [],
    fails: @escaping @Sendable (R) -> Bool
  ) -> Rule<LookedAfterReturn> {
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
  ) -> Rule<LookedAfterReturn> {
    Rule(
      code, message, fix: fix, severity: severity, years: years, reads: reads, needs: needs,
      parts: [RowPart<R>()(fields, with: otherFields, fails: fails)])
  }
}

/// Makes the parts of a rule whose failing rows stand in several tables.
public struct RowPart<R: Row>: Sendable {
  /// The rows for which the condition holds.
  public func callAsFunction(
    _ fields: [Field], fails: @escaping @Sendable (R) -> Bool
  ) -> RulePart<LookedAfterReturn> {
    RulePart(table: R.tableName, isLastYear: false, fields: fields, linked: nil) { collection in
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
  ) -> RulePart<LookedAfterReturn> {
    pairs(fields, otherFields, areLastYear: false, fails: fails)
  }

  /// The rows for which the condition holds with at least one of the child's rows in a table of last year.
  public func callAsFunction<Other: Row>(
    _ fields: [Field], withLastYear otherFields: [Field], fails: @escaping @Sendable (R, Other) -> Bool
  ) -> RulePart<LookedAfterReturn> {
    pairs(fields, otherFields, areLastYear: true, fails: fails)
  }

  /// The rows of last year's table for which the condition holds, beside the child of this year's return.
  public func lastYear(
    _ fields: [Field], fails: @escaping @Sendable (R, Child) -> Bool
  ) -> RulePart<LookedAfterReturn> {
    RulePart(table: R.tableName, isLastYear: true, fields: fields, linked: nil) { collection in
      guard let before = collection.lastYear else { return [] }
      var failures: [Failure] = []
      for row in 0..<R.order(in: before).rowCount {
        let item = R(before, row: row)
        if fails(item, Child(collection, number: item.child.number)) { failures.append(Failure(row: row)) }
      }
      return failures
    }
  }

  private func pairs<Other: Row>(
    _ fields: [Field], _ otherFields: [Field], areLastYear: Bool, fails: @escaping @Sendable (R, Other) -> Bool
  ) -> RulePart<LookedAfterReturn> {
    let linked = Reading(table: Other.tableName, fields: otherFields, isLastYear: areLastYear, isOptional: false)
    return RulePart(table: R.tableName, isLastYear: false, fields: fields, linked: linked) { collection in
      guard let theirs = areLastYear ? collection.lastYear : collection else { return [] }
      var failures: [Failure] = []
      for row in 0..<R.order(in: collection).rowCount {
        let item = R(collection, row: row)
        let others = Rows<Other>(of: Child(theirs, number: item.child.number)).filter { fails(item, $0) }
        guard !others.isEmpty else { continue }
        let references = others.map {
          RowReference(table: Other.tableName, isLastYear: areLastYear, row: $0.row, fields: otherFields)
        }
        failures.append(Failure(row: row, linked: references))
      }
      return failures
    }
  }
}

extension Rule<LookedAfterReturn> {
  /// Rules on headers.
  public static var header: RowRule<Header> { RowRule() }
  /// Rules on episodes.
  public static var episode: RowRule<Episode> { RowRule() }
  /// Rules on reviews.
  public static var review: RowRule<Review> { RowRule() }
  /// Rules on unaccompanied asylum-seeking children.
  public static var uasc: RowRule<UASC> { RowRule() }
  /// Rules on OC2.
  public static var oc2: RowRule<OC2> { RowRule() }
  /// Rules on OC3.
  public static var oc3: RowRule<OC3> { RowRule() }
  /// Rules on AD1.
  public static var ad1: RowRule<AD1> { RowRule() }
  /// Rules on decisions to place for adoption.
  public static var placedForAdoption: RowRule<PlacedForAdoption> { RowRule() }
  /// Rules on earlier permanence arrangements.
  public static var previousPermanence: RowRule<PreviousPermanence> { RowRule() }
  /// Rules on times missing or away.
  public static var absence: RowRule<MissingPeriod> { RowRule() }
  /// Rules on social workers.
  public static var socialWorker: RowRule<SocialWorkerEpisode> { RowRule() }
  /// Rules on deprivation of liberty orders.
  public static var deprivationOfLiberty: RowRule<DeprivationOfLiberty> { RowRule() }
}

extension RulePart<LookedAfterReturn> {
  /// Headers that fail.
  public static var header: RowPart<Header> { RowPart() }
  /// Episodes that fail.
  public static var episode: RowPart<Episode> { RowPart() }
  /// Reviews that fail.
  public static var review: RowPart<Review> { RowPart() }
  /// Unaccompanied asylum-seeking children that fail.
  public static var uasc: RowPart<UASC> { RowPart() }
  /// OC2 rows that fail.
  public static var oc2: RowPart<OC2> { RowPart() }
  /// OC3 rows that fail.
  public static var oc3: RowPart<OC3> { RowPart() }
  /// AD1 rows that fail.
  public static var ad1: RowPart<AD1> { RowPart() }
  /// Decisions to place for adoption that fail.
  public static var placedForAdoption: RowPart<PlacedForAdoption> { RowPart() }
  /// Earlier permanence arrangements that fail.
  public static var previousPermanence: RowPart<PreviousPermanence> { RowPart() }
  /// Times missing or away that fail.
  public static var absence: RowPart<MissingPeriod> { RowPart() }
  /// Social workers that fail.
  public static var socialWorker: RowPart<SocialWorkerEpisode> { RowPart() }
  /// Deprivation of liberty orders that fail.
  public static var deprivationOfLiberty: RowPart<DeprivationOfLiberty> { RowPart() }
}
