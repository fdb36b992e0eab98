public import KithReturns

extension Rule<LookedAfterReturn> {
  /// Rules on headers.
  public static var header: RowRule<Header> { RowRule() }
  /// Rules on episodes.
  public static var episode: RowRule<Episode> { RowRule() }
  /// Rules on reviews.
  public static var review: RowRule<Review> { RowRule() }
  /// Rules on unaccompanied asylum-seeking children.
  public static var uasc: RowRule<UASC> { RowRule() }
  /// Rules on OC2.
  public static var oc2: RowRule<OC2> { RowRule() }
  /// Rules on OC3.
  public static var oc3: RowRule<OC3> { RowRule() }
  /// Rules on AD1.
  public static var ad1: RowRule<AD1> { RowRule() }
  /// Rules on decisions to place for adoption.
  public static var placedForAdoption: RowRule<PlacedForAdoption> { RowRule() }
  /// Rules on earlier permanence arrangements.
  public static var previousPermanence: RowRule<PreviousPermanence> { RowRule() }
  /// Rules on times missing or away.
  public static var absence: RowRule<MissingPeriod> { RowRule() }
  /// Rules on social workers.
  public static var socialWorker: RowRule<SocialWorkerEpisode> { RowRule() }
  /// Rules on deprivation of liberty orders.
  public static var deprivationOfLiberty: RowRule<DeprivationOfLiberty> { RowRule() }
}

extension RulePart<LookedAfterReturn> {
  /// Headers that fail.
  public static var header: RowPart<Header> { RowPart() }
  /// Episodes that fail.
  public static var episode: RowPart<Episode> { RowPart() }
  /// Reviews that fail.
  public static var review: RowPart<Review> { RowPart() }
  /// Unaccompanied asylum-seeking children that fail.
  public static var uasc: RowPart<UASC> { RowPart() }
  /// OC2 rows that fail.
  public static var oc2: RowPart<OC2> { RowPart() }
  /// OC3 rows that fail.
  public static var oc3: RowPart<OC3> { RowPart() }
  /// AD1 rows that fail.
  public static var ad1: RowPart<AD1> { RowPart() }
  /// Decisions to place for adoption that fail.
  public static var placedForAdoption: RowPart<PlacedForAdoption> { RowPart() }
  /// Earlier permanence arrangements that fail.
  public static var previousPermanence: RowPart<PreviousPermanence> { RowPart() }
  /// Times missing or away that fail.
  public static var absence: RowPart<MissingPeriod> { RowPart() }
  /// Social workers that fail.
  public static var socialWorker: RowPart<SocialWorkerEpisode> { RowPart() }
  /// Deprivation of liberty orders that fail.
  public static var deprivationOfLiberty: RowPart<DeprivationOfLiberty> { RowPart() }
}
