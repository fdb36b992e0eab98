public import KithTables

/// The reason why an episode ceased (REC).
public enum EndReason: String, CodeSet {
  /// Episode ends, new one starts same day.
  case x1 = "X1"
  /// Adopted, unopposed.
  case e11 = "E11"
  /// Adopted, consent dispensed with.
  case e12 = "E12"
  /// Died.
  case e2 = "E2"
  /// Transferred to another UK LA.
  case e3 = "E3"
  /// Returned to parents/PR, planned.
  case e4a = "E4A"
  /// Returned to parents/PR, unplanned.
  case e4b = "E4B"
  /// Left to live with someone without PR.
  case e13 = "E13"
  /// Child arrangements (residence) order.
  case e41 = "E41"
  /// SGO to former foster carer, relative/friend.
  case e45 = "E45"
  /// SGO to former foster carer, not relative/friend.
  case e46 = "E46"
  /// SGO to other carer, relative/friend.
  case e47 = "E47"
  /// SGO to other carer, not relative/friend.
  case e48 = "E48"
  /// Independent living with formal support.
  case e5 = "E5"
  /// Independent living without formal support.
  case e6 = "E6"
  /// Transferred to adult social care residential.
  case e7 = "E7"
  /// Sentenced to custody.
  case e9 = "E9"
  /// Accommodation on remand ended.
  case e14 = "E14"
  /// Age assessed as 18 or over.
  case e15 = "E15"
  /// Moved abroad.
  case e16 = "E16"
  /// Aged 18+, stayed with current carers.
  case e17 = "E17"
  /// Any other reason.
  case e8 = "E8"

  /// The place of each code in the list.
  public static let ordinals = makeOrdinals()
}
