public import KithTables

/// Why there is no Strengths and Difficulties score (SDQ_REASON).
public enum SDQReason: String, CodeSet {
  /// Under 4 or over 16 at assessment.
  case sdq1 = "SDQ1"
  /// Carer refused.
  case sdq2 = "SDQ2"
  /// Severity of disability.
  case sdq3 = "SDQ3"
  /// Other.
  case sdq4 = "SDQ4"
  /// Child refused.
  case sdq5 = "SDQ5"

  /// The place of each code in the list.
  public static let ordinals = makeOrdinals()
}
