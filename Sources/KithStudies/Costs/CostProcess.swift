/// What is paid for: a placement's fee, the eight processes of looking after a child, and those of a child in need.
///
/// The eight are those of H. Ward, L. Holmes and J. Soper, "Costs and Consequences of Placing Children in Care" (2008), chapter 2;
/// when each happens is Kith's own reading of it, given with each.
public enum CostProcess: String, Hashable, Sendable, CaseIterable {
  /// The fee or allowance of the placement, for each day.
  case placement
  /// Deciding to look after and finding the first placement: once for each period of care that starts (RNE S).
  case p1 = "P1"
  /// Care planning: once at the start of a period of care and once for each review.
  case p2 = "P2"
  /// Maintaining the placement: the social worker's time for each day looked after.
  case p3 = "P3"
  /// Leaving care: once when a period of care ends (REC not X1).
  case p4 = "P4"
  /// Finding a later placement: once for each new placement (RNE P, T, B or U).
  case p5 = "P5"
  /// Review: once each.
  case p6 = "P6"
  /// Legal: once for each new legal status C1, C2 or E1.
  case p7 = "P7"
  /// Transition to leaving care: once when the 16th birthday falls in a period of care.
  case p8 = "P8"
  /// A referral, whatever came of it.
  case referral
  /// An assessment, when it is authorised.
  case assessment
  /// A day in need, from referral to closure; of no referral without further action.
  case need
  /// A section 47 enquiry.
  case enquiry
  /// An initial child protection conference.
  case conference
  /// A day under a child protection plan.
  case plan
  /// A review of a child protection plan.
  case planReview = "plan-review"

  /// What it is, in a few words.
  public var title: String {
    switch self {
    case .placement: "placement fee"
    case .p1: "decide to look after, first placement"
    case .p2: "care planning"
    case .p3: "maintain the placement"
    case .p4: "leave care"
    case .p5: "find a later placement"
    case .p6: "review"
    case .p7: "legal"
    case .p8: "transition to leaving care"
    case .referral: "referral"
    case .assessment: "assessment"
    case .need: "in need"
    case .enquiry: "section 47 enquiry"
    case .conference: "initial conference"
    case .plan: "child protection plan"
    case .planReview: "review of a protection plan"
    }
  }

  /// Whether it is counted in days rather than in times.
  public var isByDay: Bool { self == .placement || self == .p3 || self == .need || self == .plan }
}
