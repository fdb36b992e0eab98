import Testing

@testable import KithRules

@Suite("Rules on where a placement is")
struct PlacementLocationRuleTests {
  @Test(
    "222 fails an Ofsted number of a placement that Ofsted does not register in the year",
    arguments: [
      (2023, "H5", "Z11"), (2023, "P2", "K2"), (2024, "P2", "H5"), (2025, "Z1", "P2"), (2026, "Z14", "Z1"),
      (2026, "T0", "K3"),
    ])
  func numbers(year: Int, unregistered: String, registered: String) async throws {
    try await expect(
      "222", year: year,
      """
      CHILD | PLACE | URN |
      A     | P1    | SC12345 | ✗
      A     | \(unregistered) | SC12345 | ✗
      A     | \(unregistered) | XXXXXXX |
      A     | \(unregistered) | XXXXXX | ✗
      A     | \(unregistered) | |
      A     | \(registered) | SC12345 |
      """)
  }

  @Test("242 fails the number XXXXXXX outside fostering and adoption")
  func anonymous() async throws {
    try await expect(
      "242",
      """
      CHILD | PLACE | URN     |
      A     | K2    | XXXXXXX | ✗
      A     |       | xxxxxxx | ✗
      A     | U6    | XXXXXXX |
      A     | A3    | XXXXXXX |
      A     | K2    | XXXXXX  |
      A     | K2    |         |
      """)
  }

  @Test("392b fails a missing postcode, unless of a short break or of a child who is or was unaccompanied")
  func postcodes() async throws {
    try await expect(
      "392b",
      """
      CHILD | LS | HOME_POST | PL_POST |
      A     | C2 |           | AB1 2CD | ✗
      A     |    | AB1 2CD   |         | ✗
      A     | C2 | AB1 2CD   | AB1 2CD |
      A     | V3 |           |         |
      B     | C2 |           |         |
      C     | C2 |           |         |
      D     | C2 |           |         | ✗
      UASC
      CHILD | SEX | DOB        | DUC |
      A2    | M   | 01/01/2010 |     |
      A2    | M   | 01/01/2010 |     |
      B     | M   | 01/01/2010 |     |
      UASC_last
      CHILD | SEX | DOB        | DUC |
      C     | F   | 01/01/2010 |     |
      D     |     |            |     |
      """)
  }

  @Test("392b finds an unaccompanied child by the child's number, whatever stands twice before")
  func unaccompanied() async throws {
    try await expect(
      "392b",
      """
      CHILD | LS | HOME_POST | PL_POST |
      A     | C2 |           |         | ✗
      B     | C2 |           |         |
      C     | C2 |           |         |
      Header
      CHILD | SEX
      A     | M |
      A     | M |
      B     | M |
      C     | M |
      UASC
      CHILD | SEX
      B     | M |
      B     | M |
      Header_last
      CHILD | UASC
      A     | 0 |
      C     | 1 |
      """)
  }

  @Test("392d fails one postcode of home and placement, spaces left out, unless the child is with the parents")
  func samePostcode() async throws {
    try await expect(
      "392d",
      """
      CHILD | PLACE | HOME_POST | PL_POST  |
      A     | U1    | AB1 2CD   | AB1 2CD  | ✗
      A     |       | AB1 2CD   | ab12cd   | ✗
      A     | U1    | AB1 2CD   | AB1  2CD | ✗
      A     | U1    | AB1 2CD   | AB1 3CD  |
      A     | P1    | AB1 2CD   | AB1 2CD  |
      A     | U1    |           |          |
      A     | U1    | AB1 2CD   |          |
      """)
  }
}
