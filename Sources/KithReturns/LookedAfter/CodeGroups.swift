public import KithTables

extension CodeGroup<LegalStatus> {
  /// Agreed series of short breaks (respite).
  public static let shortBreaks: Self = [.v3, .v4]
  /// Remand, detention and sentence.
  public static let youthJustice: Self = [.j1, .j2, .j3]
}

extension CodeGroup<PlacementType> {
  /// Placed for adoption.
  public static let adoptive: Self = [.a3, .a4, .a5, .a6]
  /// Fostered.
  public static let fostering: Self = [.u1, .u2, .u3, .u4, .u5, .u6]
  /// Temporary moves.
  public static let temporary: Self = [.t0, .t1, .t2, .t3, .t4]
  /// The parts into which "other placement" was split from 2025/26.
  public static let otherParts: Self = [.z11, .z12, .z13, .z14]
  /// Long-term fostering.
  public static let longTermFostering: Self = [.u1, .u4]
}

extension CodeGroup<EndReason> {
  /// Adopted.
  public static let adopted: Self = [.e11, .e12]
  /// A special guardianship order was made.
  public static let specialGuardianship: Self = [.e45, .e46, .e47, .e48]
  /// The child ceased to be looked after.
  public static let leftCare: Self = .all.subtracting([.x1])
}

extension CodeGroup<StartReason> {
  /// The period of care goes on with a change.
  public static let continuation: Self = [.p, .l, .t, .u, .b]
}

extension CodeGroup<Sex> {
  /// Male, as coded now and to 2023/24.
  public static let male: Self = [.male, .formerMale]
  /// Female, as coded now and to 2023/24.
  public static let female: Self = [.female, .formerFemale]
}

extension CodeGroup<Participation> {
  /// How a child of 4 or over took part.
  public static let fromFour: Self = .all.subtracting([.pn0])
}
