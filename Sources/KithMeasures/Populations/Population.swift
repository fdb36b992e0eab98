public import KithReturns

/// Rows that measures count: referrals, plans, children looked after.
///
/// Each is a table with a row for each that is counted, `authority` and `child`, a column for each breakdown, and the columns
/// that its measures ask of.
public enum Population: String, CaseIterable, Hashable, Sendable {
  /// Referrals dated in the year, no further action among them.
  case referrals
  /// Episodes of need open at any time in the year; no further action and assessed as not in need are none.
  case episodesOfNeed = "episodes_of_need"
  /// Assessments authorised in the year.
  case assessments
  /// Episodes with an assessment authorised in the year, and the factors found.
  case assessedEpisodes = "assessed_episodes"
  /// Section 47 enquiries that started in the year.
  case enquiries
  /// Initial child protection conferences held in the year.
  case conferences
  /// Child protection plans open at any time in the year.
  case protectionPlans = "protection_plans"
  /// Children looked after at any time in the year, those under short breaks only not among them.
  case lookedAfter = "looked_after"
  /// Children who started to be looked after in the year, at their first start in it.
  case started
  /// Children who ceased to be looked after in the year, at their last end in it.
  case ceased
  /// Placements that began in the year.
  case newPlacements = "new_placements"
  /// Placements that ended in the year in a change of placement.
  case placementChanges = "placement_changes"
  /// Care leavers of 17 to 21.
  case careLeavers = "care_leavers"

  /// The collection that the rows come from.
  public var collection: CollectionKind {
    switch self {
    case .referrals, .episodesOfNeed, .assessments, .assessedEpisodes, .enquiries, .conferences, .protectionPlans:
      .inNeed
    case .lookedAfter, .started, .ceased, .newPlacements, .placementChanges, .careLeavers: .lookedAfter
    }
  }

  /// What a row is, in words.
  public var unit: String {
    switch self {
    case .referrals: "referrals"
    case .episodesOfNeed, .assessedEpisodes: "episodes of need"
    case .assessments: "assessments"
    case .enquiries: "enquiries"
    case .conferences: "conferences"
    case .protectionPlans: "plans"
    case .lookedAfter, .started, .ceased, .careLeavers: "children"
    case .newPlacements, .placementChanges: "placements"
    }
  }

  /// The fields without which there are no rows.
  public var needs: [FieldRead] {
    switch self {
    case .referrals, .episodesOfNeed:
      [FieldRead(.cinDetails, .referred), FieldRead(.cinDetails, .noFurtherAction)]
    case .assessments, .assessedEpisodes: [FieldRead(.assessments, .assessmentAuthorised)]
    case .enquiries: [FieldRead(.section47s, .enquiryStart)]
    case .conferences: [FieldRead(.section47s, .conference)]
    case .protectionPlans: [FieldRead(.childProtectionPlans, .protectionStart)]
    case .lookedAfter, .started, .ceased, .newPlacements, .placementChanges:
      [FieldRead(.episodes, .start), FieldRead(.episodes, .end)]
    case .careLeavers: [FieldRead(.oc3s, .dateOfBirth), FieldRead(.oc3s, .inTouch)]
    }
  }

  /// The fields that decide which rows there are, with those without which there are none: where an extract leaves one out, the
  /// rows are not those that the measure counts.
  var reads: [FieldRead] {
    let care: [FieldRead] = [.legalStatus, .startReason, .endReason, .placement].map { FieldRead(.episodes, $0) }
    return switch self {
    case .careLeavers: needs
    case .lookedAfter, .started, .ceased, .newPlacements, .placementChanges: needs + care
    default: needs + [FieldRead(.cinDetails, .closureReason)]
    }
  }

  /// The breakdowns that the rows have.
  public var breakdowns: [Breakdown] {
    let all: [Breakdown] = [.sex, .age, .ethnicity]
    return switch self {
    case .referrals, .episodesOfNeed, .assessments, .assessedEpisodes, .enquiries, .conferences: all + [.need]
    case .protectionPlans: all + [.abuse]
    case .lookedAfter, .started, .ceased, .newPlacements, .placementChanges:
      all + [.need, .placement, .legalStatus]
    case .careLeavers: all
    }
  }
}

/// What a measure may be broken down by.
public enum Breakdown: String, CaseIterable, Hashable, Sendable {
  /// Sex: F, M, or U for not known.
  case sex
  /// Age, in DfE's bands: at 31 March, at the start for those who start, at the end for those who cease.
  case age
  /// Ethnicity, in groups.
  case ethnicity
  /// The primary need, or the category of need.
  case need
  /// The category of abuse at the start of the plan.
  case abuse
  /// The placement, in DfE's groups.
  case placement
  /// The legal status, in DfE's groups.
  case legalStatus = "legal-status"

  /// The column that holds the group.
  public var column: String {
    switch self {
    case .sex: "sex"
    case .age: "age_band"
    case .ethnicity: "ethnic_group"
    case .need: "need"
    case .abuse: "abuse"
    case .placement: "placement_group"
    case .legalStatus: "legal_group"
    }
  }
}
