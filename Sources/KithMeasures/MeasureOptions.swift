/// Edges that DfE's words leave open, each named; the defaults reproduce DfE.
///
/// Source: the boundary cases CIN04, CIN22, CIN34, CLA15 and OC209 of official measures. A figure made with another edge than the
/// default is marked with it.
public struct MeasureOptions: Hashable, Sendable {
  /// When a referral is one within 12 months of another.
  public enum ReferralWindow: String, CaseIterable, Sendable {
    /// Up to the same day of the next year, that day among it.
    case anniversary
    /// Before the same day of the next year.
    case underTwelveMonths = "under-12-months"
    /// Up to 365 days after.
    case within365Days = "365-days"
  }

  /// How working days are counted.
  public enum DayCount: String, CaseIterable, Sendable {
    /// The day after the start is the first.
    case afterStart = "after-start"
    /// The start is the first.
    case fromStart = "from-start"
  }

  /// From when the 45 working days of an assessment run.
  public enum AssessmentClock: String, CaseIterable, Sendable {
    /// From the start of the assessment.
    case assessment
    /// From the referral.
    case referral
  }

  /// What two years of a child protection plan are.
  public enum TwoYears: String, CaseIterable, Sendable {
    /// More than 729 days, the day of the end among them.
    case days729 = "729-days"
    /// The same day two years on, or later.
    case calendar
  }

  /// Whether holidays, hospital stays and respite (T0 to T4) are among the placements that are counted.
  public enum TemporaryPlacements: String, CaseIterable, Sendable {
    /// They are not.
    case notCounted = "not-counted"
    /// They are.
    case counted
  }

  /// Whose score of the Strengths and Difficulties Questionnaire counts.
  public enum QuestionnaireAges: String, CaseIterable, Sendable {
    /// Ages 5 to 16, as published.
    case published = "5-16"
    /// Ages 4 to 16, as collected.
    case collected = "4-16"

    /// The ages at 31 March.
    public var range: ClosedRange<Int> { self == .published ? 5...16 : 4...16 }
  }

  /// The version of the edges, which grows when one is added or its default changes.
  public static let version = 1

  /// When a referral is a re-referral.
  public var referralWindow = ReferralWindow.anniversary
  /// How working days of assessments and conferences are counted.
  public var dayCount = DayCount.afterStart
  /// From when an assessment's days run.
  public var assessmentClock = AssessmentClock.assessment
  /// What two years of a plan are.
  public var twoYears = TwoYears.days729
  /// Whether temporary placements are among three or more.
  public var temporaryPlacements = TemporaryPlacements.notCounted
  /// Whose questionnaire counts.
  public var questionnaireAges = QuestionnaireAges.published

  /// DfE's edges.
  public init() {}

  /// Every edge, in words.
  public var edges: [String] {
    [
      "re-referral window: \(referralWindow.rawValue)", "working days: \(dayCount.rawValue)",
      "assessment clock: \(assessmentClock.rawValue)", "two years: \(twoYears.rawValue)",
      "temporary placements: \(temporaryPlacements.rawValue)", "questionnaire ages: \(questionnaireAges.rawValue)",
    ]
  }

  /// What differs from DfE's edges, in words; empty for nothing.
  public var differences: [String] { edges.filter { !MeasureOptions().edges.contains($0) } }
}
