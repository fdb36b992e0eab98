public import KithTables

/// Whether the authority is in touch with a care leaver (IN_TOUCH).
public enum InTouch: String, CodeSet {
  /// In touch.
  case yes = "YES"
  /// Not in touch.
  case no = "NO"
  /// Died after leaving care.
  case died = "DIED"
  /// Refuses contact.
  case refu = "REFU"
  /// No longer requires services.
  case nreq = "NREQ"
  /// Returned home 6 months or more.
  case rhom = "RHOM"

  /// The place of each code in the list.
  public static let ordinals = makeOrdinals()
}

/// The main activity of a care leaver (ACTIV).
public enum Activity: String, CodeSet {
  /// Full-time higher education.
  case f1 = "F1"
  /// Part-time higher education.
  case p1 = "P1"
  /// Full-time other education.
  case f2 = "F2"
  /// Part-time other education.
  case p2 = "P2"
  /// Full-time apprenticeship.
  case f4 = "F4"
  /// Part-time apprenticeship.
  case p4 = "P4"
  /// Full-time training/employment.
  case f5 = "F5"
  /// Part-time training/employment.
  case p5 = "P5"
  /// NEET: illness or disability.
  case g4 = "G4"
  /// NEET: other.
  case g5 = "G5"
  /// NEET: pregnancy or parenting.
  case g6 = "G6"
  /// Not applicable / not known.
  case none = "0"

  /// The place of each code in the list.
  public static let ordinals = makeOrdinals()
}

/// The accommodation of a care leaver and whether it is suitable (ACCOM).
public enum Accommodation: String, CodeSet {
  /// Parents or relatives, suitable.
  case b1 = "B1"
  /// Parents or relatives, unsuitable.
  case b2 = "B2"
  /// Community home / residential care, suitable.
  case c1 = "C1"
  /// Community home / residential care, unsuitable.
  case c2 = "C2"
  /// Semi-independent transitional accommodation, suitable.
  case d1 = "D1"
  /// Semi-independent transitional accommodation, unsuitable.
  case d2 = "D2"
  /// Supported lodgings, suitable.
  case e1 = "E1"
  /// Supported lodgings, unsuitable.
  case e2 = "E2"
  /// Gone abroad, suitable.
  case g1 = "G1"
  /// Gone abroad, unsuitable.
  case g2 = "G2"
  /// Deported, suitable.
  case h1 = "H1"
  /// Deported, unsuitable.
  case h2 = "H2"
  /// Ordinary lodgings, suitable.
  case k1 = "K1"
  /// Ordinary lodgings, unsuitable.
  case k2 = "K2"
  /// Residence not known, suitable.
  case r1 = "R1"
  /// Residence not known, unsuitable.
  case r2 = "R2"
  /// Foyer or similar, suitable.
  case t1 = "T1"
  /// Foyer or similar, unsuitable.
  case t2 = "T2"
  /// Independent living, suitable.
  case u1 = "U1"
  /// Independent living, unsuitable.
  case u2 = "U2"
  /// Emergency accommodation, suitable.
  case v1 = "V1"
  /// Emergency accommodation, unsuitable.
  case v2 = "V2"
  /// Bed and breakfast, suitable.
  case w1 = "W1"
  /// Bed and breakfast, unsuitable.
  case w2 = "W2"
  /// Other, suitable.
  case y1 = "Y1"
  /// Other, unsuitable.
  case y2 = "Y2"
  /// With former foster carers (staying put), suitable.
  case z1 = "Z1"
  /// With former foster carers (staying put), unsuitable.
  case z2 = "Z2"
  /// No fixed abode / homeless, unsuitable.
  case s2 = "S2"
  /// In custody, unsuitable.
  case x2 = "X2"
  /// Not applicable / not known.
  case none = "0"

  /// The place of each code in the list.
  public static let ordinals = makeOrdinals()
}
