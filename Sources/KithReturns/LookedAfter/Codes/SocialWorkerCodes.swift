public import KithTables

/// Why the social worker changed (SW_REASON).
public enum WorkerChangeReason: String, CodeSet {
  /// First contact or re-referral.
  case fconta = "FCONTA"
  /// Managing caseloads.
  case manage = "MANAGE"
  /// Previous worker left.
  case leftrl = "LEFTRL"
  /// Restructure.
  case orgrst = "ORGRST"
  /// Standard transfer process.
  case tsproc = "TSPROC"
  /// Absence cover or return.
  case absenc = "ABSENC"
  /// Child asked for change.
  case chchan = "CHCHAN"
  /// Parent/carer asked for change.
  case pcchan = "PCCHAN"
  /// Previous worker died.
  case swdied = "SWDIED"
  /// Other.
  case others = "OTHERS"

  /// The place of each code in the list.
  public static let ordinals = makeOrdinals()
}
