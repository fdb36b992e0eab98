public import KithTables

/// Why a child has no unique pupil number (UPNunknown).
public enum UPNUnknown: String, CodeSet {
  /// Not yet of school age.
  case un1 = "UN1"
  /// Never attended a maintained school in England.
  case un2 = "UN2"
  /// Educated outside England.
  case un3 = "UN3"
  /// Newly in need, UPN not yet known.
  case un4 = "UN4"
  /// Sources conflict, no reliable match.
  case un5 = "UN5"
  /// A reason whose words no source at hand gives.
  case un6 = "UN6"
  /// Referral with no further action.
  case un7 = "UN7"

  /// The guidance compares these codes whatever the case of their letters.
  public static let ignoresCase = true

  /// The place of each code in the list.
  public static let ordinals = makeOrdinals()
}

/// The gender of a child, to 2023/24 (GenderCurrent).
public enum GenderCurrent: String, CodeSet {
  /// Male (to 2023/24).
  case male = "1"
  /// Female (to 2023/24).
  case female = "2"
  /// Not recorded or unborn (to 2023/24).
  case unbornOrUnknown = "0"
  /// Indeterminate (to 2023/24).
  case indeterminate = "9"

  /// The place of each code in the list.
  public static let ordinals = makeOrdinals()
}

/// A disability of a child (Disability).
public enum Disability: String, CodeSet {
  /// No disability.
  case none = "NONE"
  /// Mobility.
  case mob = "MOB"
  /// Hand function.
  case hand = "HAND"
  /// Personal care.
  case pc = "PC"
  /// Incontinence.
  case inc = "INC"
  /// Communication.
  case comm = "COMM"
  /// Learning.
  case ld = "LD"
  /// Hearing.
  case hear = "HEAR"
  /// Vision.
  case vis = "VIS"
  /// Behaviour.
  case beh = "BEH"
  /// Consciousness.
  case con = "CON"
  /// Autism / Asperger.
  case aut = "AUT"
  /// Other disability (Equality Act).
  case dda = "DDA"

  /// The guidance compares these codes whatever the case of their letters.
  public static let ignoresCase = true

  /// The place of each code in the list.
  public static let ordinals = makeOrdinals()
}
