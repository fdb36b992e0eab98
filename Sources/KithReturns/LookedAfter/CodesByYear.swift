public import KithTables

extension Sex {
  /// The codes of a collection year: letters from 2024/25, numbers before.
  public static func codes(in year: Int) -> CodeGroup<Sex> {
    year >= 2025 ? [.male, .female, .unknown] : [.formerMale, .formerFemale]
  }
}

extension PlacementType {
  /// The codes of a collection year: H5 and P2 to 2024/25, K3 from 2024/25, Z1 to 2024/25 and its parts after it.
  public static func codes(in year: Int) -> CodeGroup<PlacementType> {
    switch year {
    case ...2024: lasting.union([.h5, .p2, .z1])
    case 2025: lasting.union([.h5, .p2, .z1, .k3])
    default: lasting.union([.k3]).union(.otherParts)
    }
  }

  private static let lasting = CodeGroup<PlacementType>.all.subtracting([.h5, .p2, .z1, .k3]).subtracting(.otherParts)
}
