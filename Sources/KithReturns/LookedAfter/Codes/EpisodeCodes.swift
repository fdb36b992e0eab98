public import KithTables

/// The reason for a new episode (RNE).
public enum StartReason: String, CodeSet {
  /// Started to be looked after.
  case s = "S"
  /// Legal status change only.
  case l = "L"
  /// Placement and carer change only.
  case p = "P"
  /// Placement change, same carer.
  case t = "T"
  /// Legal status, placement and carer all change.
  case b = "B"
  /// Legal status and placement change, same carer.
  case u = "U"

  /// The place of each code in the list.
  public static let ordinals = makeOrdinals()
}

/// The legal status under which a child is looked after (LS).
public enum LegalStatus: String, CodeSet {
  /// Interim care order.
  case c1 = "C1"
  /// Full care order.
  case c2 = "C2"
  /// Freeing order (obsolete; still accepted by rule 144).
  case d1 = "D1"
  /// Placement order.
  case e1 = "E1"
  /// Single period of accommodation, s.20.
  case v2 = "V2"
  /// Short-term respite, individually recorded breaks.
  case v3 = "V3"
  /// Short-term respite agreement.
  case v4 = "V4"
  /// Police protection in LA accommodation.
  case l1 = "L1"
  /// Emergency protection order.
  case l2 = "L2"
  /// Child assessment order in LA accommodation.
  case l3 = "L3"
  /// Remanded to LA accommodation or youth detention.
  case j1 = "J1"
  /// PACE detention in LA accommodation.
  case j2 = "J2"
  /// Sentenced to youth rehabilitation order with residence requirement.
  case j3 = "J3"

  /// The place of each code in the list.
  public static let ordinals = makeOrdinals()
}

/// The main reason why a child is looked after (CIN).
public enum CategoryOfNeed: String, CodeSet {
  /// Abuse or neglect.
  case n1 = "N1"
  /// Child's disability or illness.
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

  /// The place of each code in the list.
  public static let ordinals = makeOrdinals()
}
