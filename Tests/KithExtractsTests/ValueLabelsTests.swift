import KithReturns
import KithTables
import Testing

@testable import KithExtracts

@Suite("The words of codes")
struct ValueLabelsTests {
  private static let sets: [(String, [String])] = [
    ("Sex", Sex.allCases.map(\.rawValue)), ("Ethnicity", Ethnicity.allCases.map(\.rawValue)),
    ("StartReason", StartReason.allCases.map(\.rawValue)), ("LegalStatus", LegalStatus.allCases.map(\.rawValue)),
    ("CategoryOfNeed", CategoryOfNeed.allCases.map(\.rawValue)),
    ("PlacementType", PlacementType.allCases.map(\.rawValue)),
    ("PlacementProvider", PlacementProvider.allCases.map(\.rawValue)),
    ("EndReason", EndReason.allCases.map(\.rawValue)), ("ChangeReason", ChangeReason.allCases.map(\.rawValue)),
    ("PlacementLocation", PlacementLocation.allCases.map(\.rawValue)),
    ("ReferralSource", ReferralSource.allCases.map(\.rawValue)), ("PrimaryNeed", PrimaryNeed.allCases.map(\.rawValue)),
    ("ClosureReason", ClosureReason.allCases.map(\.rawValue)),
    ("CategoryOfAbuse", CategoryOfAbuse.allCases.map(\.rawValue)),
  ]

  @Test("every code of the guidance's lists has words, and no other", arguments: sets.map(\.0))
  func codes(_ name: String) throws {
    let codes = try #require(Self.sets.first { $0.0 == name }).1
    let labels = ValueLabels(name).labels
    #expect(labels.map(\.code) == codes && labels.allSatisfy { !$0.words.isEmpty })
  }
}
