import KithReturns
import KithTables

extension InNeedReturn {
  /// Whether a day is in the collection year, whose first and last day both count.
  func isInYear(_ day: Cell<Day>) -> Bool { day >= start && day <= end }

  /// Whether a day is before the collection year or after it.
  func isOutsideYear(_ day: Cell<Day>) -> Bool { day < start || day > end }

  /// The working day so many back from a day, which is the first of them; missing where bank holidays are not known.
  ///
  /// DfE's own system counts so: 45 back from 31 March 2026 is 28 January.
  func workingDay(_ count: Int, backFrom day: Cell<Day>) -> Cell<Day> {
    day.value.flatMap { WorkingDays.england.day(count, backFrom: $0, counting: .fromTheStart) }.map { Cell($0) }
      ?? .missing
  }
}

extension CodeGroup<ClosureReason> {
  /// The case was closed after an assessment, without a plan.
  static let afterAssessment: Self = [.rc8, .rc9]
}

extension Assessment {
  /// Whether the assessment found this factor.
  func found(_ factor: AssessmentFactor) -> Bool { factors.contains { $0.factor == factor } }
}
