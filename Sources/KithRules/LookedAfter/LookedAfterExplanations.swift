/// Why each rule of the SSDA903 return asks what it asks.
extension LookedAfterRules {
  /// The explanation of each rule, by its code.
  public static let explanations: [String: Explanation] = Explanation.parse([
    absencesExplanations,
    adoptionExplanations,
    adoptionDecisionsExplanations,
    careLeaversExplanations,
    deprivationOfLibertyExplanations,
    episodeCodesExplanations,
    episodeDatesExplanations,
    episodeSequencesExplanations,
    headerCodesExplanations,
    identityExplanations,
    lastYearExplanations,
    legalStatusLengthsExplanations,
    mothersExplanations,
    outcomesExplanations,
    placementChangesExplanations,
    placementLocationsExplanations,
    placementProvidersExplanations,
    placementsExplanations,
    previousPermanenceExplanations,
    respiteExplanations,
    reviewsExplanations,
    socialWorkersExplanations,
    unaccompaniedExplanations,
    permanenceAuthorityExplanations,
    placementLocationExplanations,
    providersExplanations,
  ])
}
