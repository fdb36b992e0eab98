public import KithTables

/// Who referred a child (ReferralSource).
public enum ReferralSource: String, CodeSet {
  /// Individual: family, relative, carer.
  case source1A = "1A"
  /// Individual: acquaintance, neighbour, child minder.
  case source1B = "1B"
  /// Individual: self.
  case source1C = "1C"
  /// Individual: other.
  case source1D = "1D"
  /// Schools.
  case source2A = "2A"
  /// Education services.
  case source2B = "2B"
  /// Health: GP.
  case source3A = "3A"
  /// Health: health visitor.
  case source3B = "3B"
  /// Health: school nurse.
  case source3C = "3C"
  /// Health: other primary care.
  case source3D = "3D"
  /// Health: A&E.
  case source3E = "3E"
  /// Health: other.
  case source3F = "3F"
  /// Housing.
  case source4 = "4"
  /// LA: social care.
  case source5A = "5A"
  /// LA: other internal.
  case source5B = "5B"
  /// Other LA / LA external.
  case source5C = "5C"
  /// Police.
  case source6 = "6"
  /// Other legal agency (courts, probation, CAFCASS, prison).
  case source7 = "7"
  /// Other (children centres, voluntary etc.).
  case source8 = "8"
  /// Anonymous.
  case source9 = "9"
  /// Unknown.
  case source10 = "10"
  /// LA: early help (from 2022/23).
  case source5D = "5D"

  /// The place of each code in the list.
  public static let ordinals = makeOrdinals()
}

/// The main reason for which a child is in need (PrimaryNeedCode).
public enum PrimaryNeed: String, CodeSet {
  /// Abuse or neglect (2026: abuse, neglect and exploitation).
  case n1 = "N1"
  /// Child disability or illness.
  case n2 = "N2"
  /// Parental disability or illness.
  case n3 = "N3"
  /// Family in acute stress.
  case n4 = "N4"
  /// Family dysfunction.
  case n5 = "N5"
  /// Socially unacceptable behaviour.
  case n6 = "N6"
  /// Low income.
  case n7 = "N7"
  /// Absent parenting.
  case n8 = "N8"
  /// Case other than child in need.
  case n9 = "N9"
  /// Not stated.
  case n0 = "N0"

  /// The place of each code in the list.
  public static let ordinals = makeOrdinals()
}

/// Why a case was closed (ReasonForClosure).
public enum ClosureReason: String, CodeSet {
  /// Adopted.
  case rc1 = "RC1"
  /// Died.
  case rc2 = "RC2"
  /// Child arrangements order.
  case rc3 = "RC3"
  /// Special guardianship order.
  case rc4 = "RC4"
  /// Moved to another LA.
  case rc5 = "RC5"
  /// Moved to adult services.
  case rc6 = "RC6"
  /// Services ceased, other.
  case rc7 = "RC7"
  /// Closed after assessment, NFA.
  case rc8 = "RC8"
  /// Closed after assessment, to early help (from 2022/23).
  case rc9 = "RC9"

  /// The place of each code in the list.
  public static let ordinals = makeOrdinals()
}

/// The category of abuse of a child protection plan.
public enum CategoryOfAbuse: String, CodeSet {
  /// Neglect.
  case neg = "NEG"
  /// Physical.
  case phy = "PHY"
  /// Sexual.
  case sab = "SAB"
  /// Emotional.
  case emo = "EMO"
  /// Multiple (discouraged).
  case mul = "MUL"

  /// The place of each code in the list.
  public static let ordinals = makeOrdinals()
}
