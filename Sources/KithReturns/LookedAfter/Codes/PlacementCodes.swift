public import KithTables

/// The type of placement (PLACE; PL in the XML).
public enum PlacementType: String, CodeSet {
  /// Placed for adoption by consent, current carers.
  case a3 = "A3"
  /// Placed for adoption by consent, other carers.
  case a4 = "A4"
  /// Placed for adoption under placement order, current carers.
  case a5 = "A5"
  /// Placed for adoption under placement order, other carers.
  case a6 = "A6"
  /// Secure children's home.
  case k1 = "K1"
  /// Children's home.
  case k2 = "K2"
  /// Supported accommodation (Ofsted-registered) (2024/25 on).
  case k3 = "K3"
  /// With parents or others with parental responsibility.
  case p1 = "P1"
  /// Residential employment.
  case p3 = "P3"
  /// Residential care home.
  case r1 = "R1"
  /// NHS or other nursing/medical establishment.
  case r2 = "R2"
  /// Family centre / mother and baby unit.
  case r3 = "R3"
  /// Young offender institution or prison.
  case r5 = "R5"
  /// Residential school.
  case s1 = "S1"
  /// Temporary move, any type.
  case t0 = "T0"
  /// Temporary: in hospital.
  case t1 = "T1"
  /// Temporary: child on holiday.
  case t2 = "T2"
  /// Temporary: carer on holiday.
  case t3 = "T3"
  /// Temporary: other, up to 7 days.
  case t4 = "T4"
  /// Fostered by relative/friend, long term.
  case u1 = "U1"
  /// Fostered by relative/friend also approved adopter (FFA/concurrent).
  case u2 = "U2"
  /// Fostered by relative/friend, other.
  case u3 = "U3"
  /// Fostered by other carer, long term.
  case u4 = "U4"
  /// Fostered by other carer also approved adopter (FFA/concurrent).
  case u5 = "U5"
  /// Fostered by other carer, other.
  case u6 = "U6"
  /// Other placement, sub-code 1 of the former Z1 (label to be confirmed) (2025/26 on).
  case z11 = "Z11"
  /// Other placement, sub-code 2 (label to be confirmed) (2025/26 on).
  case z12 = "Z12"
  /// Other placement, sub-code 3 (label to be confirmed) (2025/26 on).
  case z13 = "Z13"
  /// Other placement, sub-code 4 (label to confirm) (2025/26 on).
  case z14 = "Z14"
  /// Other placement (split into Z11-Z14) (to 2024/25).
  case z1 = "Z1"
  /// Semi-independent living outside children's homes regulations (replaced by K3) (to 2024/25).
  case h5 = "H5"
  /// Independent living (to 28/10/2023).
  case p2 = "P2"

  /// The place of each code in the list.
  public static let ordinals = makeOrdinals()
}

/// Who provides the placement (PLACE_PROVIDER).
public enum PlacementProvider: String, CodeSet {
  /// Parents or others with parental responsibility.
  case pr0 = "PR0"
  /// Own LA provision (incl. hosted regional adoption agency).
  case pr1 = "PR1"
  /// Other LA provision.
  case pr2 = "PR2"
  /// Other public body.
  case pr3 = "PR3"
  /// Private.
  case pr4 = "PR4"
  /// Voluntary / third sector.
  case pr5 = "PR5"

  /// The place of each code in the list.
  public static let ordinals = makeOrdinals()
}

/// The reason for a change of placement (REASON_PLACE_CHANGE).
public enum ChangeReason: String, CodeSet {
  /// Change to or implementation of care plan.
  case carpl = "CARPL"
  /// Resignation or closure of provision.
  case close = "CLOSE"
  /// Allegation (s.47).
  case alleg = "ALLEG"
  /// Standards of care concern.
  case stand = "STAND"
  /// Approval removed.
  case apprr = "APPRR"
  /// Carer asks for end: child's behaviour.
  case creqb = "CREQB"
  /// Carer asks for end: other.
  case creqo = "CREQO"
  /// Child asks for end.
  case child = "CHILD"
  /// Responsible/area LA asks for end.
  case lareq = "LAREQ"
  /// Change in the status of the placement only.
  case place = "PLACE"
  /// Admitted to custody.
  case custod = "CUSTOD"
  /// Other.
  case other = "OTHER"

  /// The place of each code in the list.
  public static let ordinals = makeOrdinals()
}

/// Whether the placement lies in the area of the responsible authority (PL_LOCATION).
public enum PlacementLocation: String, CodeSet {
  /// Placed inside the responsible LA.
  case inside = "IN"
  /// Placed outside it.
  case outside = "OUT"

  /// The place of each code in the list.
  public static let ordinals = makeOrdinals()
}
