import KithPlaces
import KithReturns
import KithTables
import Testing

@testable import KithRules

@Suite("Rules on Ofsted's list of providers")
struct ProviderRuleTests {
  /// A list with an agency of the authority's own, a home that closed, one that stands twice, and supported
  /// accommodation.
  private let reference = LookedAfterReference(
    providers: ProviderList([
      Provider(
        urn: "OWN", authorityName: "Richmond upon Thames", placementCodes: ["U1", "U4"], providerCodes: ["PR1"]),
      Provider(
        urn: "CLOSED", authorityName: "Hounslow", placementCodes: ["K2"], providerCodes: ["PR4", "PR5"],
        closed: Day(1, 6, 2025), postcode: Postcode("TW3 3PJ")),
      Provider(
        urn: "TWICE", authorityName: "Hounslow", placementCodes: ["K2"], providerCodes: ["PR4"],
        closed: Day(1, 6, 2025), postcode: Postcode("TW3 3PJ")),
      Provider(
        urn: "TWICE", authorityName: "Hounslow", placementCodes: ["R3"], providerCodes: ["PR5"],
        postcode: Postcode("TW3 9TA")),
      Provider(urn: "BARE"),
      Provider(urn: "K3A", authorityName: "Hounslow", placementCodes: ["K3"], providerCodes: ["PR4"]),
    ]))

  @Test("1008 fails a number that the list does not have, and neither a blank nor seven letters X")
  func unknownNumber() async throws {
    try await expect(
      "1008", reference: reference,
      "CHILD | URN |\nA | NONE | ✗\nA | XXXXXX | ✗\nA | own |\nA | XXXXXXX |\nA | |")
  }

  @Test("219 fails a type of placement that no entry under the number gives")
  func placementType() async throws {
    try await expect(
      "219", reference: reference,
      """
      CHILD | URN     | PLACE |
      A     | OWN     | U4    |
      A     | OWN     | K2    | ✗
      A     | OWN     |       | ✗
      A     | TWICE   | K2    |
      A     | TWICE   | R3    |
      A     | BARE    | U4    | ✗
      A     | NONE    | U4    | ✗
      A     | XXXXXXX | K2    |
      A     |         | K2    |
      """)
  }

  @Test("221 fails a home whose postcode is none of those under the number, in the types of setting of the year")
  func postcode() async throws {
    try await expect(
      "221", reference: reference,
      """
      CHILD | URN    | PLACE | LS | PL_POST |
      A     | CLOSED | K2    | C2 | TW33PJ  |
      A     | CLOSED | K2    | C2 | tw3 3pj |
      A     | CLOSED | K2    | C2 | TW3 9TA | ✗
      A     | TWICE  | K2    | C2 | TW3 9TA |
      A     | K3A    | K3    | C2 | TW3 9TA | ✗
      A     | NONE   | K1    | C2 | TW3 9TA | ✗
      A     | OWN    | U4    | C2 | TW3 9TA |
      A     | CLOSED | K2    | V3 | TW3 9TA |
      A     | CLOSED | K2    | C2 |         |
      """)
    try await expect(
      "221", year: 2024, reference: reference,
      "CHILD | URN | PLACE | LS | PL_POST |\nA | NONE | H5 | C2 | TW3 9TA | ✗\nA | NONE | K3 | C2 | TW3 9TA |")
    try await expect(
      "221", year: 2023, reference: reference,
      "CHILD | URN | PLACE | LS | PL_POST |\nA | NONE | K1 | C2 | TW3 9TA | ✗\nA | NONE | H5 | C2 | TW3 9TA |")
  }

  @Test("224 fails a kind of provider that no entry under the number gives")
  func providerKind() async throws {
    try await expect(
      "224", reference: reference,
      """
      CHILD | URN     | PLACE_PROVIDER |
      A     | CLOSED  | PR5            |
      A     | CLOSED  | PR1            | ✗
      A     | CLOSED  |                | ✗
      A     | TWICE   | PR5            |
      A     | BARE    | PR4            | ✗
      A     | XXXXXXX | PR1            |
      A     |         | PR1            |
      """)
  }

  @Test("227 fails a start on or after the day of closing, and 228 an end or the year's end after it")
  func closed() async throws {
    try await expect(
      "227", reference: reference,
      """
      CHILD | URN    | DECOM      |
      A     | CLOSED | 01/06/2025 | ✗
      A     | CLOSED | 31/05/2025 |
      A     | CLOSED |            |
      A     | TWICE  | 01/06/2025 |
      A     | OWN    | 01/06/2025 |
      """)
    try await expect(
      "228", reference: reference,
      """
      CHILD | URN    | DEC        |
      A     | CLOSED | 02/06/2025 | ✗
      A     | CLOSED |            | ✗
      A     | CLOSED | 01/06/2025 |
      A     | TWICE  |            |
      A     | OWN    |            |
      """)
  }

  @Test("229 fails own provision by another's provider and another's provision by an own one")
  func whoseProvision() async throws {
    try await expect(
      "229", reference: reference,
      """
      CHILD | URN     | PLACE | PLACE_PROVIDER |
      A     | CLOSED  | K2    | PR1            | ✗
      A     | OWN     | U4    | PR2            | ✗
      A     | OWN     | U4    | PR1            |
      A     | CLOSED  | K2    | PR2            |
      A     | BARE    | K2    | PR1            | ✗
      A     | NONE    | K2    | PR1            | ✗
      A     | NONE    | K2    | PR2            |
      A     | K3A     | K3    | PR1            |
      A     | XXXXXXX | K2    | PR1            |
      A     |         | K2    | PR1            |
      """)
    try await expect(
      "229", year: 2025, reference: reference, "CHILD | URN | PLACE_PROVIDER |\nA | K3A | PR1 | ✗\nA | K3A | PR4 |")
  }

  @Test("241 fails supported accommodation outside its provider's area, wherever the authority of the return is")
  func supportedAccommodation() async throws {
    try await expect(
      "241", reference: reference,
      """
      CHILD | URN     | PLACE | PL_LA     |
      A     | K3A     | K3    | E09000018 |
      A     | K3A     | K3    | E09000027 | ✗
      A     | K3A     | K3    | WAL       | ✗
      A     | K3A     | K3    |           | ✗
      A     | K3A     | K2    | E09000027 |
      A     | NONE    | K3    | E09000027 | ✗
      A     | BARE    | K3    | E09000027 |
      A     | XXXXXXX | K3    | E09000027 |
      """)
  }
}
