import KithReturns

extension Rule<BothReturns> {
  /// Rules on children in need.
  static var child: RowRule<Beside<ChildIdentifiers>> { RowRule() }
  /// Rules on ethnic groups in the CIN Census.
  static var characteristics: RowRule<Beside<ChildCharacteristics>> { RowRule() }
  /// Rules on times in need.
  static var details: RowRule<Beside<CINDetails>> { RowRule() }
  /// Rules on factors that assessments found.
  static var factor: RowRule<Beside<IdentifiedFactor>> { RowRule() }
  /// Rules on child in need plans.
  static var plan: RowRule<Beside<CINPlan>> { RowRule() }
  /// Rules on child protection plans.
  static var protectionPlan: RowRule<Beside<ChildProtectionPlan>> { RowRule() }
  /// Rules on review conferences.
  static var planReview: RowRule<Beside<PlanReview>> { RowRule() }
  /// Rules on episodes of care.
  static var episode: RowRule<Beside<Episode>> { RowRule() }
  /// Rules on unaccompanied asylum-seeking children.
  static var uasc: RowRule<Beside<UASC>> { RowRule() }
}

extension RulePart<BothReturns> {
  /// Times in need that fail.
  static var details: RowPart<Beside<CINDetails>> { RowPart() }
  /// Child protection plans that fail.
  static var protectionPlan: RowPart<Beside<ChildProtectionPlan>> { RowPart() }
}

extension Reading {
  /// Fields of a table of the CIN Census.
  static func inNeed(_ table: TableName, _ fields: Field...) -> Reading {
    Reading(table: table.of(.inNeed), fields: fields, isLastYear: false, isOptional: false)
  }

  /// Fields of a table of last year's CIN Census.
  static func inNeedLastYear(_ table: TableName, _ fields: Field...) -> Reading {
    Reading(table: table.of(.inNeed), fields: fields, isLastYear: true, isOptional: false)
  }

  /// Fields of a table of the SSDA903 return.
  static func lookedAfter(_ table: TableName, _ fields: Field...) -> Reading {
    Reading(table: table.of(.lookedAfter), fields: fields, isLastYear: false, isOptional: false)
  }

  /// Fields that say who a child is and whether the child was adopted, in either return and year, where they were
  /// given: a rule that compares a child's rows consults them, because it compares nothing across an adoption.
  static let identity: [Reading] = [
    Reading(table: .childIdentifiers.of(.inNeed), fields: [.childIdentifier], isLastYear: false, isOptional: true),
    Reading(table: .childIdentifiers.of(.inNeed), fields: [.childIdentifier], isLastYear: true, isOptional: true),
    Reading(table: .cinDetails.of(.inNeed), fields: [.closureReason], isLastYear: false, isOptional: true),
    Reading(table: .cinDetails.of(.inNeed), fields: [.closureReason], isLastYear: true, isOptional: true),
    Reading(table: .episodes.of(.lookedAfter), fields: [.endReason], isLastYear: false, isOptional: true),
    Reading(table: .episodes.of(.lookedAfter), fields: [.endReason], isLastYear: true, isOptional: true),
  ]
}

extension RowLink {
  /// The one row, if any, of a table of last year or of this that is found otherwise than by the child.
  static func found<Other: Row>(
    _ fields: [Field], areLastYear: Bool = false, _ find: @escaping @Sendable (R) -> Other?
  ) -> RowLink where Other.Collection == R.Collection {
    RowLink(
      fields, areLastYear: areLastYear,
      among: { row in find(row).map { Rows(only: $0) } ?? Rows(of: ChildOf(row.collection, number: -1)) },
      where: { _, _ in true })
  }
}
