public import KithTables

/// A child of a CIN Census, as the tables' rows that belong to the child.
public typealias ChildInNeed = ChildOf<InNeedReturn>

extension ChildInNeed {
  /// Who the child is: one row, as the child is a place in the document; none of a child that the return does not have.
  @inlinable public var identifiers: Rows<ChildIdentifiers> { Rows(of: self) }
  /// The child's ethnic group, of which there should be one row.
  @inlinable public var characteristics: Rows<ChildCharacteristics> { Rows(of: self) }
  /// The child's disabilities.
  @inlinable public var disabilities: Rows<ChildDisability> { Rows(of: self) }
  /// The child's times in need, by referral.
  @inlinable public var details: Rows<CINDetails> { Rows(of: self) }
  /// The child's assessments, in all times in need.
  @inlinable public var assessments: Rows<Assessment> { Rows(of: self) }
  /// The child's child in need plans, in all times in need.
  @inlinable public var plans: Rows<CINPlan> { Rows(of: self) }
  /// The child's enquiries under section 47, in all times in need.
  @inlinable public var enquiries: Rows<Section47> { Rows(of: self) }
  /// The child's child protection plans, in all times in need.
  @inlinable public var protectionPlans: Rows<ChildProtectionPlan> { Rows(of: self) }
  /// The review conferences of the child's child protection plans.
  @inlinable public var reviews: Rows<PlanReview> { Rows(of: self) }

  /// The date of birth.
  @inlinable public var birthDate: Cell<Day> { identifiers.first?.birthDate ?? .missing }
  /// The date of death.
  @inlinable public var deathDate: Cell<Day> { identifiers.first?.deathDate ?? .missing }
}

/// A row that stands in a time in need (CINdetails), or is one.
public protocol RowInDetails: Row where Collection == InNeedReturn {
  /// The time in need.
  var details: CINDetails { get }
  /// Where a time's rows are among the table's ordered rows.
  static func range(in details: CINDetails) -> Range<Int>
}

extension RowInDetails {
  /// The time in need in which the row stands.
  @inlinable public var details: CINDetails {
    CINDetails(collection, row: Int(Self.order(in: collection).groups[0].rowOfRow[row]))
  }

  /// Where a time's rows are among the table's ordered rows.
  @inlinable public static func range(in details: CINDetails) -> Range<Int> {
    order(in: details.collection).groups[0].range(in: details.row)
  }
}

extension Rows where Element: RowInDetails {
  /// The rows that stand in a time in need.
  @inlinable public init(in details: CINDetails) { self.init(details.collection, Element.range(in: details)) }
}
