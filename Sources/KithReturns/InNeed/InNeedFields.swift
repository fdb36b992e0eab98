extension TableName {
  /// What the file says of itself.
  public static let censusHeader = TableName("Header")
  /// The children: who each is.
  public static let childIdentifiers = TableName("ChildIdentifiers")
  /// The children's ethnic groups.
  public static let childCharacteristics = TableName("ChildCharacteristics")
  /// The children's disabilities.
  public static let disabilities = TableName("Disabilities")
  /// The times in need.
  public static let cinDetails = TableName("CINdetails")
  /// The assessments.
  public static let assessments = TableName("Assessments")
  /// The factors that assessments found.
  public static let identifiedFactors = TableName("AssessmentFactorsList")
  /// The child in need plans.
  public static let cinPlans = TableName("CINplanDates")
  /// The enquiries under section 47.
  public static let section47s = TableName("Section47")
  /// The child protection plans.
  public static let childProtectionPlans = TableName("ChildProtectionPlans")
}

extension Field {
  /// The name of the collection, CIN.
  public static let collectionName = Field("Collection")
  /// The calendar year in which the collection ends.
  public static let collectionYear = Field("Year")
  /// The last day of the collection year.
  public static let referenceDate = Field("ReferenceDate")
  /// The level of the sender.
  public static let sourceLevel = Field("SourceLevel")
  /// The number of the authority that sends the return.
  public static let sendingAuthority = Field("LEA")
  /// The system that made the file.
  public static let softwareCode = Field("SoftwareCode")
  /// The release of the system.
  public static let softwareRelease = Field("Release")
  /// The number of the file in the order of files sent.
  public static let serialNumber = Field("SerialNo")
  /// When the file was made.
  public static let madeAt = Field("DateTime")
  /// The authority's identifier of the child.
  public static let childIdentifier = Field("LAchildID")
  /// A unique pupil number that the child had before.
  public static let formerUPN = Field("FormerUPN")
  /// Why there is no unique pupil number.
  public static let upnUnknown = Field("UPNunknown")
  /// The date of birth.
  public static let birthDate = Field("PersonBirthDate")
  /// The date on which a child not yet born is expected.
  public static let expectedBirthDate = Field("ExpectedPersonBirthDate")
  /// The gender, to 2023/24.
  public static let gender = Field("GenderCurrent")
  /// The sex, from 2024/25.
  public static let personSex = Field("Sex")
  /// The date of death.
  public static let deathDate = Field("PersonDeathDate")
  /// The ethnic group.
  public static let ethnicGroup = Field("Ethnicity")
  /// The disability; NONE where the child has none.
  public static let disability = Field("Disability")
  /// The number of the CINdetails within the child, in flat tables.
  public static let detailsNumber = Field("CINdetailsID")
  /// The day of the referral.
  public static let referred = Field("CINreferralDate")
  /// Who referred the child.
  public static let referralSource = Field("ReferralSource")
  /// The main reason for the need.
  public static let primaryNeed = Field("PrimaryNeedCode")
  /// The day on which the case was closed.
  public static let closed = Field("CINclosureDate")
  /// Why the case was closed.
  public static let closureReason = Field("ReasonForClosure")
  /// The day of an initial child protection conference.
  public static let conference = Field("DateOfInitialCPC")
  /// Whether the referral led to no further action.
  public static let noFurtherAction = Field("ReferralNFA")
  /// The number of the assessment within its CINdetails, in flat tables.
  public static let assessmentNumber = Field("AssessmentID")
  /// The day on which the assessment began.
  public static let assessmentStart = Field("AssessmentActualStartDate")
  /// The planned day of an internal review.
  public static let assessmentReview = Field("AssessmentInternalReviewDate")
  /// The day on which the assessment was authorised, and so ended.
  public static let assessmentAuthorised = Field("AssessmentAuthorisationDate")
  /// The factor.
  public static let factor = Field("AssessmentFactor")
  /// The day on which the plan began.
  public static let planStart = Field("CINPlanStartDate")
  /// The day on which the plan ended.
  public static let planEnd = Field("CINPlanEndDate")
  /// The day on which the enquiry began.
  public static let enquiryStart = Field("S47ActualStartDate")
  /// The day by which the conference was to be held.
  public static let conferenceTarget = Field("InitialCPCtarget")
  /// Whether no conference was needed.
  public static let conferenceNotRequired = Field("ICPCnotRequired")
  /// The number of the child protection plan within its CINdetails, in flat tables.
  public static let protectionPlanNumber = Field("CPPID")
  /// The day on which the plan began.
  public static let protectionStart = Field("CPPstartDate")
  /// The day on which the plan ended.
  public static let protectionEnd = Field("CPPendDate")
  /// The category of abuse at the start.
  public static let initialAbuse = Field("InitialCategoryOfAbuse")
  /// The latest category of abuse.
  public static let latestAbuse = Field("LatestCategoryOfAbuse")
  /// How many plans the child had before.
  public static let previousPlans = Field("NumberOfPreviousCPP")
  /// The day of the review conference.
  public static let reviewed = Field("CPPreviewDate")
  /// The factors that an assessment found, all of them (worked out from their own table).
  public static let factors = Field("AssessmentFactors")
}
