extension TableName {
  /// A child, as the header of the return describes the child.
  public static let headers = TableName("Header")
  /// An episode of care: a time under one legal status in one placement.
  public static let episodes = TableName("Episodes")
  /// A review of a child's case.
  public static let reviews = TableName("Reviews")
  /// An unaccompanied asylum-seeking child.
  public static let uascs = TableName("UASC")
  /// The health, behaviour and convictions of a child looked after for at least twelve months (OC2).
  public static let oc2s = TableName("OC2")
  /// A care leaver around a birthday (OC3).
  public static let oc3s = TableName("OC3")
  /// A child adopted in the year (AD1).
  public static let ad1s = TableName("AD1")
  /// A decision that a child should be placed for adoption, and its reversal.
  public static let placedForAdoption = TableName("PlacedAdoption")
  /// The permanence arrangement that a child had before the child came into care.
  public static let previousPermanence = TableName("PrevPerm")
  /// A time when a child was missing or away without authorisation.
  public static let absences = TableName("Missing")
  /// A time under one social worker.
  public static let socialWorkers = TableName("SWEpisodes")
  /// A deprivation of liberty order.
  public static let deprivationsOfLiberty = TableName("DoLo")
}

extension Field {
  /// The authority's identifier of the child.
  public static let child = Field("CHILD")
  /// The sex.
  public static let sex = Field("SEX")
  /// The date of birth.
  public static let dateOfBirth = Field("DOB")
  /// The ethnic origin.
  public static let ethnicity = Field("ETHNIC")
  /// The unique pupil number, or why there is none.
  public static let upn = Field("UPN")
  /// Whether the child is a mother.
  public static let mother = Field("MOTHER")
  /// The date of birth of the child's first child.
  public static let firstChildBorn = Field("MC_DOB")
  /// Whether the child was an unaccompanied asylum-seeking child in the year, where the file states it.
  public static let unaccompanied = Field("UASC")
  /// The day on which the episode began.
  public static let start = Field("DECOM")
  /// The reason for the new episode.
  public static let startReason = Field("RNE")
  /// The legal status.
  public static let legalStatus = Field("LS")
  /// The category of need.
  public static let need = Field("CIN")
  /// The type of placement.
  public static let placement = Field("PLACE")
  /// Who provides the placement.
  public static let provider = Field("PLACE_PROVIDER")
  /// The day on which the episode ceased.
  public static let end = Field("DEC")
  /// The reason why the episode ceased.
  public static let endReason = Field("REC")
  /// The reason for the change of placement.
  public static let changeReason = Field("REASON_PLACE_CHANGE")
  /// The postcode of the home from which the child came.
  public static let homePostcode = Field("HOME_POST")
  /// The postcode of the placement.
  public static let placementPostcode = Field("PL_POST")
  /// The Ofsted number of the placement.
  public static let urn = Field("URN")
  /// The authority in whose area the placement lies (derived).
  public static let placementAuthority = Field("PL_LA")
  /// Whether the placement lies in the authority's own area (derived).
  public static let placementLocation = Field("PL_LOCATION")
  /// The distance from home to placement, in miles (derived).
  public static let placementDistance = Field("PL_DISTANCE")
  /// The day of the review.
  public static let review = Field("REVIEW")
  /// How the child took part.
  public static let participation = Field("REVIEW_CODE")
  /// The day on which the status ceased, or will.
  public static let statusCeased = Field("DUC")
  /// The total score of the Strengths and Difficulties Questionnaire.
  public static let sdqScore = Field("SDQ_SCORE")
  /// Why there is no score.
  public static let sdqReason = Field("SDQ_REASON")
  /// Whether the child was convicted or cautioned in the year.
  public static let convicted = Field("CONVICTED")
  /// Whether development checks are up to date.
  public static let healthCheck = Field("HEALTH_CHECK")
  /// Whether immunisations are up to date.
  public static let immunisations = Field("IMMUNISATIONS")
  /// Whether a dentist saw the child in the year.
  public static let dentalCheck = Field("TEETH_CHECK")
  /// Whether the child's health was assessed in the year.
  public static let healthAssessment = Field("HEALTH_ASSESSMENT")
  /// Whether a substance misuse problem was identified.
  public static let substanceMisuse = Field("SUBSTANCE_MISUSE")
  /// Whether the child received an intervention for it.
  public static let interventionReceived = Field("INTERVENTION_RECEIVED")
  /// Whether an intervention was offered.
  public static let interventionOffered = Field("INTERVENTION_OFFERED")
  /// Whether the authority is in touch.
  public static let inTouch = Field("IN_TOUCH")
  /// The main activity.
  public static let activity = Field("ACTIV")
  /// The accommodation.
  public static let accommodation = Field("ACCOM")
  /// The day of the decision that the child should be placed for adoption.
  public static let adoptionDecided = Field("DATE_INT")
  /// The day of the match with the adopters.
  public static let matched = Field("DATE_MATCH")
  /// Whether the child's foster carer adopted the child.
  public static let adoptedByFosterCarer = Field("FOSTER_CARE")
  /// How many people adopted the child.
  public static let numberOfAdopters = Field("NB_ADOPTR")
  /// The sex of the adopters.
  public static let sexOfAdopters = Field("SEX_ADOPTR")
  /// The legal status of the adopters.
  public static let adoptersStatus = Field("LS_ADOPTR")
  /// The day of the decision.
  public static let placedDecided = Field("DATE_PLACED")
  /// The day on which the decision was reversed.
  public static let placedReversed = Field("DATE_PLACED_CEASED")
  /// Why it was reversed.
  public static let reversalReason = Field("REASON_PLACED_CEASED")
  /// The arrangement.
  public static let permanence = Field("PREV_PERM")
  /// The authority or country where it was arranged.
  public static let permanenceAuthority = Field("LA_PERM")
  /// The date of the order, of which parts may be unknown.
  public static let permanenceDate = Field("DATE_PERM")
  /// Whether the child was missing or away.
  public static let absence = Field("MISSING")
  /// The day on which it began.
  public static let missingStart = Field("MIS_START")
  /// The day on which it ended.
  public static let missingEnd = Field("MIS_END")
  /// The social worker's registration number or identifier.
  public static let worker = Field("SW_ID")
  /// The day on which the worker began.
  public static let workerStart = Field("SW_DECOM")
  /// The day on which the worker ended.
  public static let workerEnd = Field("SW_DEC")
  /// Why the worker changed.
  public static let workerReason = Field("SW_REASON")
  /// The day on which the order began.
  public static let orderStart = Field("DOLO_START")
  /// The day on which it ended.
  public static let orderEnd = Field("DOLO_END")
}
