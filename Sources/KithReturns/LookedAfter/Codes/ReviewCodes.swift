public import KithTables

/// How the child took part in a review (REVIEW_CODE).
public enum Participation: String, CodeSet {
  /// Under 4 at the review.
  case pn0 = "PN0"
  /// Attends and speaks for self.
  case pn1 = "PN1"
  /// Attends, advocate speaks.
  case pn2 = "PN2"
  /// Attends, views conveyed non-verbally.
  case pn3 = "PN3"
  /// Attends, does not contribute.
  case pn4 = "PN4"
  /// Absent, advocate briefed.
  case pn5 = "PN5"
  /// Absent, views conveyed by other medium.
  case pn6 = "PN6"
  /// Absent, views not conveyed.
  case pn7 = "PN7"

  /// The place of each code in the list.
  public static let ordinals = makeOrdinals()
}
