public import KithReturns

extension RowRule where R: RowInDetails {
  /// A rule on a row together with rows of another table in the same time in need (CINdetails): it fails with each for
  /// which the condition holds.
  public func callAsFunction<Other: RowInDetails>(
    _ code: String, _ fields: [Field], inDetails otherFields: [Field], _ message: String, fix: String,
    severity: Severity = .error, years: YearSpan = .all, reads: [Reading] = [], needs: Set<Supply> = [],
    fails: @escaping @Sendable (R, Other) -> Bool
  ) -> Rule<InNeedReturn> {
    self(
      code, fields, links: [.inDetails(otherFields, where: fails)], message, fix: fix, severity: severity,
      years: years, reads: reads, needs: needs)
  }
}

extension RowLink where R: RowInDetails {
  /// The rows of a table in the same time in need (CINdetails) for which the condition holds.
  public static func inDetails<Other: RowInDetails>(
    _ fields: [Field], where holds: @escaping @Sendable (R, Other) -> Bool
  ) -> RowLink {
    RowLink(fields, among: { Rows<Other>(in: $0.details) }, where: holds)
  }
}

extension Rule<InNeedReturn> {
  /// Rules on headers of files.
  public static var header: RowRule<CensusHeader> { RowRule() }
  /// Rules on children.
  public static var child: RowRule<ChildIdentifiers> { RowRule() }
  /// Rules on ethnic groups.
  public static var characteristics: RowRule<ChildCharacteristics> { RowRule() }
  /// Rules on disabilities.
  public static var disability: RowRule<ChildDisability> { RowRule() }
  /// Rules on times in need.
  public static var details: RowRule<CINDetails> { RowRule() }
  /// Rules on assessments.
  public static var assessment: RowRule<Assessment> { RowRule() }
  /// Rules on factors that assessments found.
  public static var factor: RowRule<IdentifiedFactor> { RowRule() }
  /// Rules on child in need plans.
  public static var plan: RowRule<CINPlan> { RowRule() }
  /// Rules on enquiries under section 47.
  public static var enquiry: RowRule<Section47> { RowRule() }
  /// Rules on child protection plans.
  public static var protectionPlan: RowRule<ChildProtectionPlan> { RowRule() }
  /// Rules on review conferences.
  public static var planReview: RowRule<PlanReview> { RowRule() }
}

extension RulePart<InNeedReturn> {
  /// Headers of files that fail.
  public static var header: RowPart<CensusHeader> { RowPart() }
  /// Children that fail.
  public static var child: RowPart<ChildIdentifiers> { RowPart() }
  /// Ethnic groups that fail.
  public static var characteristics: RowPart<ChildCharacteristics> { RowPart() }
  /// Disabilities that fail.
  public static var disability: RowPart<ChildDisability> { RowPart() }
  /// Times in need that fail.
  public static var details: RowPart<CINDetails> { RowPart() }
  /// Assessments that fail.
  public static var assessment: RowPart<Assessment> { RowPart() }
  /// Factors that assessments found that fail.
  public static var factor: RowPart<IdentifiedFactor> { RowPart() }
  /// Child in need plans that fail.
  public static var plan: RowPart<CINPlan> { RowPart() }
  /// Enquiries under section 47 that fail.
  public static var enquiry: RowPart<Section47> { RowPart() }
  /// Child protection plans that fail.
  public static var protectionPlan: RowPart<ChildProtectionPlan> { RowPart() }
  /// Review conferences that fail.
  public static var planReview: RowPart<PlanReview> { RowPart() }
}
