/// The tables of the SSDA903 return, with the collection years in which each holds.
public enum LookedAfterSchema {
  /// Every table, in the order of the guidance.
  public static let tables: [TableSchema] = [
    TableSchema(
      .headers, [.child, .sex, .dateOfBirth, .ethnicity, .upn, .mother, .firstChildBorn],
      days: [.dateOfBirth, .firstChildBorn], derived: [.unaccompanied]),
    TableSchema(
      .episodes,
      [
        .child, .start, .startReason, .legalStatus, .need, .placement, .provider, .end, .endReason, .changeReason,
        .homePostcode, .placementPostcode, .urn,
      ],
      days: [.start, .end], derived: [.placementAuthority, .placementLocation, .placementDistance]),
    TableSchema(
      .reviews, [.child, .dateOfBirth, .review, .participation],
      days: [.dateOfBirth, .review]),
    TableSchema(
      .uascs, [.child, .sex, .dateOfBirth, .statusCeased],
      days: [.dateOfBirth, .statusCeased]),
    TableSchema(
      .oc2s,
      [
        .child, .dateOfBirth, .sdqScore, .sdqReason, .convicted, .healthCheck, .immunisations, .dentalCheck,
        .healthAssessment, .substanceMisuse, .interventionReceived, .interventionOffered,
      ],
      days: [.dateOfBirth]),
    TableSchema(
      .oc3s, [.child, .dateOfBirth, .inTouch, .activity, .accommodation],
      days: [.dateOfBirth]),
    TableSchema(
      .ad1s,
      [
        .child, .dateOfBirth, .adoptionDecided, .matched, .adoptedByFosterCarer, .numberOfAdopters, .sexOfAdopters,
        .adoptersStatus,
      ],
      days: [.dateOfBirth, .adoptionDecided, .matched]),
    TableSchema(
      .placedForAdoption, [.child, .dateOfBirth, .placedDecided, .placedReversed, .reversalReason],
      days: [.dateOfBirth, .placedDecided, .placedReversed]),
    TableSchema(
      .previousPermanence, [.child, .dateOfBirth, .permanence, .permanenceAuthority, .permanenceDate],
      days: [.dateOfBirth]),
    TableSchema(
      .absences, [.child, .dateOfBirth, .absence, .missingStart, .missingEnd],
      days: [.dateOfBirth, .missingStart, .missingEnd]),
    TableSchema(
      .socialWorkers, [.child, .dateOfBirth, .worker, .workerStart, .workerEnd, .workerReason],
      days: [.dateOfBirth, .workerStart, .workerEnd], years: .since(2024)),
    TableSchema(
      .deprivationsOfLiberty, [.child, .dateOfBirth, .orderStart, .orderEnd],
      days: [.dateOfBirth, .orderStart, .orderEnd], years: .since(2027)),
  ]
}
