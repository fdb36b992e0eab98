import KithReturns

/// What is done to a column of a return on its way into a pseudonymised lake.
public enum ColumnTreatment: Hashable, Sendable {
  /// A day stays, or becomes the first of its month.
  case day
  /// A number stays.
  case number
  /// A keyed name stands in its place.
  case keyed(KeyedKind)
  /// A code stays if it is on the list.
  case listed([String])
  /// A text stays if it has the form.
  case formed(String)
  /// A value that was brought together across years stays where the value that it comes from does.
  case mapped([String])
  /// It is left out.
  case leftOut

  /// What a keyed name stands for.
  public enum KeyedKind: String, Hashable, Sendable, CaseIterable {
    /// The authority's identifier of a child.
    case child
    /// A pupil number.
    case pupilNumber
    /// A postcode, whose keyed one begins alike where the postcodes do.
    case postcode
    /// A number of a provider, a worker or a record.
    case number
  }

  /// The treatment of a column by its name in the store; days, numbers and mapped values are told by their types.
  static func ofText(_ column: String) -> ColumnTreatment {
    if let kind = keyedColumns[column] { return .keyed(kind) }
    if let codes = lists[column] { return .listed(codes) }
    if untold.contains(column) { return .leftOut }
    return .formed(forms[column] ?? plainCode)
  }

  private static let keyedColumns: [String: KeyedKind] = [
    "child": .child, "lachildid": .child, "upn": .pupilNumber, "formerupn": .pupilNumber, "home_post": .postcode,
    "pl_post": .postcode, "urn": .number, "sw_id": .number, "cindetailsid": .number, "assessmentid": .number,
    "cppid": .number,
  ]

  /// The columns that hold a day of birth, of a child or of a child's child.
  static let births: Set<String> = ["dob", "mc_dob", "personbirthdate", "expectedpersonbirthdate"]

  private static let untold: Set<String> = ["softwarecode", "release", "serialno", "datetime"]

  /// A code with a digit in it, which no name has.
  private static let plainCode = "[A-Z]{0,3}[0-9]{1,3}[A-Z]?"

  private static let forms = [
    "collection": "CIN", "sourcelevel": "[A-Z]", "lea": "[0-9]{3}",
    "assessmentfactors": "[0-9]{1,2}[A-Z]?([ ,;/]+[0-9]{1,2}[A-Z]?)*", "la_perm": "[0-9]{3}|WAL|SCO|NIR|NUK|OUT",
    "pl_la": "[A-Z][0-9]{8}|[0-9]{3}|WAL|SCO|NIR|NUK|CON", "date_perm": "(ZZ|[0-9]{2})/(ZZ|[0-9]{2})/[0-9]{4}",
  ]

  private static let yesOrNo = ["0", "1", "TRUE", "FALSE", "YES", "NO", "Y", "N", "T", "F"]

  private static let lists: [String: [String]] = [
    "sex": Sex.codes + GenderCurrent.codes, "gendercurrent": GenderCurrent.codes, "ethnic": Ethnicity.codes,
    "ethnicity": Ethnicity.codes, "rne": StartReason.codes, "ls": LegalStatus.codes, "cin": CategoryOfNeed.codes,
    "place": PlacementType.codes, "place_provider": PlacementProvider.codes, "rec": EndReason.codes,
    "reason_place_change": ChangeReason.codes, "pl_location": PlacementLocation.codes,
    "review_code": Participation.codes, "missing": Absence.codes, "sw_reason": WorkerChangeReason.codes,
    "nb_adoptr": NumberOfAdopters.codes, "sex_adoptr": SexOfAdopters.codes, "ls_adoptr": AdoptersStatus.codes,
    "reason_placed_ceased": ReversalReason.codes, "prev_perm": PermanenceOption.codes, "in_touch": InTouch.codes,
    "activ": Activity.codes, "accom": Accommodation.codes, "sdq_reason": SDQReason.codes,
    "upnunknown": UPNUnknown.codes, "disability": Disability.codes, "referralsource": ReferralSource.codes,
    "primaryneedcode": PrimaryNeed.codes, "reasonforclosure": ClosureReason.codes,
    "initialcategoryofabuse": CategoryOfAbuse.codes, "latestcategoryofabuse": CategoryOfAbuse.codes,
    "assessmentfactor": AssessmentFactor.codes, "uasc": yesOrNo, "mother": yesOrNo, "referralnfa": yesOrNo,
    "icpcnotrequired": yesOrNo, "convicted": yesOrNo, "health_check": yesOrNo, "immunisations": yesOrNo,
    "teeth_check": yesOrNo, "health_assessment": yesOrNo, "substance_misuse": yesOrNo,
    "intervention_received": yesOrNo, "intervention_offered": yesOrNo, "foster_care": yesOrNo,
  ]
}

extension CaseIterable where Self: RawRepresentable<String> {
  fileprivate static var codes: [String] { allCases.map { $0.rawValue.uppercased() } }
}
