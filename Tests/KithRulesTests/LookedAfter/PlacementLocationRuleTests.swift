import KithPlaces
import KithReturns
import KithTables
import Testing

@testable import KithRules

@Suite("Rules on where placements lie")
struct PlacementLocationRuleTests {
  private let own = "E09000027"

  @Test("1015 fails the authority's own provision in another area, but adoption, fostering and short breaks")
  func ownProvision() async throws {
    try await expect(
      "1015",
      """
      CHILD | PLACE | LS | PLACE_PROVIDER | PL_LA     |
      A     | K2    | C2 | PR1            | E09000018 | ✗
      A     | K2    | C2 | PR1            |           | ✗
      A     | K2    | C2 | PR1            | E09000027 |
      A     | U4    | C2 | PR1            | E09000018 |
      A     | A3    | C2 | PR1            | E09000018 |
      A     | K3    | C2 | PR1            | E09000018 |
      A     | K2    | V3 | PR1            | E09000018 |
      A     | K2    | C2 | PR2            | E09000018 |
      A     |       | C2 | PR1            | E09000018 |
      A     | K2    |    | PR1            | E09000018 |
      A     | K2    | C2 |                | E09000018 |
      """)
    try await expect(
      "1015", year: 2025,
      """
      CHILD | PLACE | LS | PLACE_PROVIDER | PL_LA     |
      A     | K3    | C2 | PR1            | E09000018 | ✗
      A     | U6    | C2 | PR1            | E09000018 |
      """)
  }

  @Test("411 fails a placement recorded as inside and in another area")
  func insideElsewhere() async throws {
    try await expect(
      "411",
      """
      CHILD | PL_LA     | PL_LOCATION |
      A     | E09000018 | IN          | ✗
      A     |           | IN          | ✗
      A     | E09000027 | IN          |
      A     | E09000018 | OUT         |
      A     | E09000018 |             |
      """)
  }

  @Test("169, 179 and 392a fail a placement whose place is not known, but a short break")
  func unknownPlace() async throws {
    try await expect(
      "169", "CHILD | LS | PL_LA |\nA | C2 | | ✗\nA | | | ✗\nA | C2 | WAL |\nA | V3 | |\nA | V4 | |")
    try await expect(
      "179", "CHILD | LS | PL_LOCATION |\nA | C2 | | ✗\nA | | | ✗\nA | C2 | OUT |\nA | V3 | |\nA | V4 | |")
    try await expect(
      "392a",
      """
      CHILD | LS | PL_DISTANCE |
      A     | C2 |             | ✗
      A     | C2 | 0.0         |
      A     | V4 |             |
      U     | C2 |             |
      Header
      CHILD | UASC
      A     | 0
      U     | 1
      """)
  }

  @Test("392a and 406 know an unaccompanied child by the child's own row, whatever rows the other tables double")
  func doubledRows() async throws {
    let tables = """
      Header
      CHILD |
      A     |
      B     |
      UASC
      CHILD | DOB
      A     | 01/01/2010
      A     | 01/01/2010
      """
    try await expect("392a", "CHILD | LS | PL_DISTANCE |\nA | C2 | |\nB | C2 | | ✗\n" + tables)
    try await expect("406", "CHILD | PL_DISTANCE |\nA | 3.5 | ✗\nA | |\nB | 3.5 |\n" + tables)
  }

  @Test("392c fails a postcode that is not in the postcode file, and no blank")
  func unknownPostcode() async throws {
    let known = try #require(Postcode("LS1 1AA"))
    let place = PostcodePlace(district: "E08000035", easting: nil, northing: nil)
    try await expect(
      "392c", reference: LookedAfterReference(postcodes: PostcodeDirectory([known: place])),
      """
      CHILD | HOME_POST | PL_POST |
      A     | LS1 1AA   | ls11aa  |
      A     | LS1 1AA   | LS1 1AB | ✗
      A     | LS1       | LS1 1AA | ✗
      A     |           | LS1 1AA |
      A     |           |         |
      """)
  }

  @Test("420 fails a short break whose place is given")
  func shortBreak() async throws {
    try await expect("420", "CHILD | LS | PL_LA |\nA | V3 | WAL | ✗\nA | V4 | E1 | ✗\nA | V3 | |\nA | C2 | E1 |")
  }

  @Test("164 and 454 fail distances out of range, but not of unaccompanied children, nor 164 of short breaks")
  func distances() async throws {
    let header = "\nHeader\nCHILD | UASC\nA | 0\nU | 0\nHeader_last\nCHILD | UASC\nU | 1"
    try await expect(
      "164",
      """
      CHILD | LS | PL_DISTANCE |
      A     | C2 | -0.1        | ✗
      A     | C2 | 1000        | ✗
      A     | C2 | 999.9       |
      A     | C2 | 0           |
      A     | C2 |             |
      A     | V3 | 1000        |
      U     | C2 | 1000        |
      """ + header)
    try await expect(
      "454",
      """
      CHILD | PL_DISTANCE |
      A     | 350.1       | ✗
      A     | 350         |
      A     | 999.9       |
      A     |             |
      U     | 400         |
      """ + header)
  }

  @Test(
    "218 fails a placement in England without a number of Ofsted's, but never a short break")
  func missingURN() async throws {
    let text = """
      CHILD | URN     | PLACE | LS | DECOM      | DEC        | PL_LA     |
      A     |         | U4    | C2 | 01/05/2025 |            | E09000027 | ✗
      A     |         | U4    | C2 | 01/05/2024 | 01/04/2025 | E09000027 | ✗
      A     |         | U4    | C2 | 01/05/2024 | 31/03/2025 | E09000027 |
      A     |         |       | C2 | 01/05/2025 |            | E09000027 | ✗
      A     | XXXXXXX | U4    | C2 | 01/05/2025 |            | E09000027 |
      A     |         | P1    | C2 | 01/05/2025 |            | E09000027 |
      A     |         | Z11   | C2 | 01/05/2025 |            | E09000027 |
      A     |         | U4    | C2 | 01/05/2025 |            | WAL       |
      A     |         | U4    | C2 | 01/05/2025 |            |           | ✗
      A     |         | K2    | V3 | 01/05/2025 |            |           |
      A     |         | K2    | V4 | 01/05/2025 |            | E09000027 |
      """
    try await expect("218", text)
  }

  @Test("218 left out placements of unknown place to 2024/25, and each year's own types of placement")
  func missingURNBefore() async throws {
    try await expect(
      "218", year: 2025,
      """
      CHILD | URN | PLACE | LS | DEC | PL_LA     |
      A     |     | U4    | C2 |     |           |
      A     |     | U4    | C2 |     | E09000027 | ✗
      A     |     | H5    | C2 |     | E09000027 | ✗
      A     |     | Z1    | C2 |     | E09000027 |
      A     |     | U4    | V3 |     | E09000027 |
      """)
    try await expect(
      "218", year: 2024,
      """
      CHILD | URN | PLACE | LS | DEC | PL_LA     |
      A     |     | H5    | C2 |     | E09000027 |
      A     |     | P2    | C2 |     | E09000027 |
      A     |     | U4    | C2 |     | SCO       |
      A     |     | K2    | C2 |     | E09000027 | ✗
      """)
  }

  @Test("230 fails semi-independent accommodation in England after 28 October 2023 without a number of Ofsted's")
  func semiIndependent() async throws {
    try await expect(
      "230", year: 2024,
      """
      CHILD | PLACE | DEC        | URN     | PL_LA     |
      A     | H5    | 29/10/2023 |         | E09000027 | ✗
      A     | H5    |            | XXXXXXX | E09000027 | ✗
      A     | H5    | 28/10/2023 |         | E09000027 |
      A     | H5    |            | SC1     | E09000027 |
      A     | H5    |            |         | WAL       |
      A     | H5    |            |         |           |
      A     | K2    |            |         | E09000027 |
      """)
  }

  @Test("243 fails a number of Ofsted's outside England")
  func outsideEngland() async throws {
    try await expect(
      "243",
      "CHILD | URN | PL_LA |\nA | SC1 | WAL | ✗\nA | XXXXXXX | NUK | ✗\nA | | SCO |\nA | SC1 | E09000018 |\nA | SC1 | |"
    )
  }

  @Test(
    "453 and 503G fail a distance two tenths away from last year's, and one given in one year alone"
  )
  func movedDistance() async throws {
    let text = """
      CHILD | DECOM      | RNE | DEC | PL_DISTANCE |
      A     | 01/02/2025 | S   |     | 3.3         | ✗
      B     | 01/02/2025 | S   |     | 3.0         |
      C     | 01/02/2025 | S   |     |             | ✗
      D     | 01/02/2025 | S   |     | 3.1         | ✗
      E     | 01/02/2025 | S   |     |             |
      F     | 01/02/2025 | S   |     | 9.9         |
      Episodes_last
      CHILD | DECOM      | RNE | DEC        | PL_DISTANCE
      A     | 01/02/2025 | S   |            | 3.1
      B     | 01/02/2025 | S   |            | 3.1
      C     | 01/02/2025 | S   |            | 3.1
      D     | 01/02/2025 | S   |            |
      E     | 01/02/2025 | S   |            |
      F     | 01/02/2025 | S   | 01/03/2025 | 3.1
      """
    try await expect("503G", text)
    try await expect("453", text)
    // The mile's tenths are compared as decimals: 0.3 less 0.1 is two tenths, which it is not quite in binary.
    try await expect(
      "503G",
      """
      CHILD | DECOM      | DEC | PL_DISTANCE |
      A     | 01/02/2025 |     | 0.3         | ✗
      Episodes_last
      CHILD | DECOM      | DEC | PL_DISTANCE
      A     | 01/02/2025 |     | 0.1
      """)
  }

  @Test("452 and 503H fail another area than last year's, and 503J another location")
  func movedArea() async throws {
    let last = """
      Episodes_last
      CHILD | DECOM      | RNE | DEC | PL_LA     | PL_LOCATION
      A     | 01/02/2025 | S   |     | E09000027 | IN
      B     | 01/02/2025 | S   |     | E09000027 | IN
      C     | 01/02/2025 | S   |     | E09000027 | IN
      D     | 01/02/2025 | L   |     | E09000027 | IN
      E     | 01/02/2025 | S   |     |           |
      """
    let now = { (d: String) in
      """
      CHILD | DECOM      | RNE | DEC | PL_LA     | PL_LOCATION |
      A     | 01/02/2025 | S   |     | E09000018 | OUT         | ✗
      B     | 01/02/2025 | S   |     | E09000027 | IN          |
      C     | 01/02/2025 | S   |     |           |             | ✗
      D     | 01/02/2025 | S   |     | E09000018 | OUT         | \(d)
      E     | 01/02/2025 | S   |     |           |             |

      """
    }
    try await expect("452", now("") + last)
    try await expect("503H", now("✗") + last)
    try await expect("503J", now("✗") + last)
  }
}
