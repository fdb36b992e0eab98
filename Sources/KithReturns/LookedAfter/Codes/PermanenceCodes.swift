public import KithTables

/// The permanence arrangement that a child had before (PREV_PERM).
public enum PermanenceOption: String, CodeSet {
  /// Adoption.
  case p1 = "P1"
  /// Special guardianship order.
  case p2 = "P2"
  /// Residence / child arrangements order.
  case p3 = "P3"
  /// Unknown.
  case p4 = "P4"
  /// No previous permanence option.
  case z1 = "Z1"

  /// The place of each code in the list.
  public static let ordinals = makeOrdinals()
}
