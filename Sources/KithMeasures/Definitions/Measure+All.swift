extension Measure {
  /// Every measure that the two returns give, in the order of the publications.
  public static func all(_ options: MeasureOptions = MeasureOptions()) -> [Measure] {
    referrals + assessments + protection + need + factors + lookedAfter + placements + leaving + adoption
      + outcomes(options) + careLeavers
  }

  /// The measures of an identifier, or of identifiers that begin with it.
  public static func named(_ id: String, among measures: [Measure]) -> [Measure] {
    let exact = measures.filter { $0.id == id }
    return exact.isEmpty ? measures.filter { $0.id.hasPrefix(id) } : exact
  }
}
