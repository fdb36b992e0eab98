public import KithReturns

/// The rule books of the SSDA903 return.
public enum LookedAfterRules {
  /// The collection years that have a rule book: 2022/23 to 2026/27.
  public static let years = 2023...2027

  /// The rule book of the collection that ends in a year; nil when the year has none.
  public static func book(for year: Int) -> RuleBook<LookedAfterReturn>? {
    years.contains(year) ? RuleBook(all, year: year) : nil
  }

  /// Every rule of every year.
  public static let all: [Rule<LookedAfterReturn>] = [
    headerCodeRules,
    motherRules,
    unaccompaniedRules,
    reviewRules,
    previousPermanenceRules,
    episodeCodeRules,
    episodeDateRules,
    episodeSequenceRules,
    legalStatusLengthRules,
    respiteRules,
    placementRules,
    placementProviderRules,
    placementLocationRules,
    placementChangeRules,
    lastYearRules,
    adoptionRules,
    adoptionDecisionRules,
    outcomeRules,
    careLeaverRules,
    absenceRules,
    deprivationOfLibertyRules,
    socialWorkerRules,
    identityRules,
    placementWhereaboutsRules,
    providerRules,
    permanenceAuthorityRules,
  ].flatMap(\.self)
}
