public import KithTables

/// How many people adopted the child (NB_ADOPTR).
public enum NumberOfAdopters: String, CodeSet {
  /// One adopter.
  case one = "1"
  /// Two adopters.
  case two = "2"

  /// The place of each code in the list.
  public static let ordinals = makeOrdinals()
}

/// The sex of the adopters (SEX_ADOPTR).
public enum SexOfAdopters: String, CodeSet {
  /// Single male.
  case m1 = "M1"
  /// Single female.
  case f1 = "F1"
  /// Male couple.
  case mm = "MM"
  /// Female couple.
  case ff = "FF"
  /// Male and female couple.
  case mf = "MF"

  /// The place of each code in the list.
  public static let ordinals = makeOrdinals()
}

/// The legal status of the adopters (LS_ADOPTR).
public enum AdoptersStatus: String, CodeSet {
  /// Single adopter.
  case l0 = "L0"
  /// Different-gender married couple.
  case l11 = "L11"
  /// Same-gender married couple.
  case l12 = "L12"
  /// Civil partnership.
  case l2 = "L2"
  /// Different-gender unmarried couple.
  case l3 = "L3"
  /// Same-gender couple, neither married nor civil partners.
  case l4 = "L4"

  /// The place of each code in the list.
  public static let ordinals = makeOrdinals()
}

/// Why a child is no longer planned to be adopted (REASON_PLACED_CEASED).
public enum ReversalReason: String, CodeSet {
  /// Child's needs changed.
  case rd1 = "RD1"
  /// Court refused placement order.
  case rd2 = "RD2"
  /// No adopters found.
  case rd3 = "RD3"
  /// Other.
  case rd4 = "RD4"

  /// The place of each code in the list.
  public static let ordinals = makeOrdinals()
}
