/// The tables of the CIN Census, with the collection years in which each holds.
public enum InNeedSchema {
  /// Every table, in the order of the guidance.
  public static let tables: [TableSchema] = [
    TableSchema(
      .censusHeader,
      [
        .collectionName, .collectionYear, .referenceDate, .sourceLevel, .sendingAuthority, .softwareCode,
        .softwareRelease, .serialNumber, .madeAt,
      ], days: [.referenceDate],
      nesting: .init(parent: nil, key: [], path: "Message/Header")),
    TableSchema(
      .childIdentifiers,
      [
        .childIdentifier, .upn, .formerUPN, .upnUnknown, .birthDate, .expectedBirthDate, .gender, .personSex,
        .deathDate,
      ], days: [.birthDate, .expectedBirthDate, .deathDate],
      fieldYears: [.gender: .until(2024), .personSex: .since(2025)],
      nesting: .init(parent: nil, key: [.childIdentifier], path: "Message/Children/Child/ChildIdentifiers")),
    TableSchema(
      .childCharacteristics, [.childIdentifier, .ethnicGroup], days: [],
      nesting: .init(
        parent: .childIdentifiers, key: [.childIdentifier], path: "Message/Children/Child/ChildCharacteristics")),
    TableSchema(
      .disabilities, [.childIdentifier, .disability], days: [],
      nesting: .init(
        parent: .childIdentifiers, key: [.childIdentifier],
        path: "Message/Children/Child/ChildCharacteristics/Disabilities")),
    TableSchema(
      .cinDetails,
      [
        .childIdentifier, .detailsNumber, .referred, .referralSource, .primaryNeed, .closed, .closureReason,
        .conference, .noFurtherAction,
      ], days: [.referred, .closed, .conference],
      nesting: .init(
        parent: .childIdentifiers, key: [.childIdentifier, .detailsNumber], path: "Message/Children/Child/CINdetails")),
    TableSchema(
      .assessments,
      [
        .childIdentifier, .detailsNumber, .assessmentNumber, .assessmentStart, .assessmentReview, .assessmentAuthorised,
      ], days: [.assessmentStart, .assessmentReview, .assessmentAuthorised], derived: [.factors],
      nesting: .init(
        parent: .cinDetails, key: [.childIdentifier, .detailsNumber, .assessmentNumber],
        path: "Message/Children/Child/CINdetails/Assessments")),
    TableSchema(
      .identifiedFactors, [.childIdentifier, .detailsNumber, .assessmentNumber, .factor], days: [],
      nesting: .init(
        parent: .assessments, key: [.childIdentifier, .detailsNumber, .assessmentNumber],
        path: "Message/Children/Child/CINdetails/Assessments/FactorsIdentifiedAtAssessment")),
    TableSchema(
      .cinPlans, [.childIdentifier, .detailsNumber, .planStart, .planEnd], days: [.planStart, .planEnd],
      years: .since(2022),
      nesting: .init(
        parent: .cinDetails, key: [.childIdentifier, .detailsNumber],
        path: "Message/Children/Child/CINdetails/CINPlanDates")),
    TableSchema(
      .section47s,
      [.childIdentifier, .detailsNumber, .enquiryStart, .conferenceTarget, .conference, .conferenceNotRequired],
      days: [.enquiryStart, .conferenceTarget, .conference],
      nesting: .init(
        parent: .cinDetails, key: [.childIdentifier, .detailsNumber],
        path: "Message/Children/Child/CINdetails/Section47")),
    TableSchema(
      .childProtectionPlans,
      [
        .childIdentifier, .detailsNumber, .protectionPlanNumber, .protectionStart, .protectionEnd, .initialAbuse,
        .latestAbuse, .previousPlans,
      ], days: [.protectionStart, .protectionEnd],
      nesting: .init(
        parent: .cinDetails, key: [.childIdentifier, .detailsNumber, .protectionPlanNumber],
        path: "Message/Children/Child/CINdetails/ChildProtectionPlans")),
    TableSchema(
      .reviews, [.childIdentifier, .detailsNumber, .protectionPlanNumber, .reviewed], days: [.reviewed],
      nesting: .init(
        parent: .childProtectionPlans, key: [.childIdentifier, .detailsNumber, .protectionPlanNumber],
        path: "Message/Children/Child/CINdetails/ChildProtectionPlans/Reviews")),
  ]
}
