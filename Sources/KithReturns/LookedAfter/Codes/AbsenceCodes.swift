public import KithTables

/// Whether a child was missing or away without authorisation (MISSING).
public enum Absence: String, CodeSet {
  /// Missing from placement.
  case m = "M"
  /// Away without authorisation.
  case a = "A"

  /// The place of each code in the list.
  public static let ordinals = makeOrdinals()
}
