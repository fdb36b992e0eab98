import Testing

@testable import KithRules

@Suite("CIN rules on unique pupil numbers")
struct PupilNumberRuleTests {
  @Test("1510 fails a first letter that the twelve digits do not ask for")
  func checkLetter() async throws {
    try await expectInNeed(
      "1510",
      """
      LAchildID | UPN            |
      A         | H801200001001  |
      B         | B801200001001  | ✗
      C         | h801200001001  |
      D         | B80120000100A  |
      E         | B8012000010010 |
      F         | 8801200001001  | ✗
      G         |                |
      """)
  }

  @Test("1520 fails a number that two children have")
  func shared() async throws {
    try await expectInNeed(
      "1520",
      """
      LAchildID | UPN           |
      A         | H801200001001 | ✗
      B         | H801200001001 | ✗
      C         | G943200001001 |
      D         |               |
      E         |               |
      """)
  }

  @Test("1530 fails a number of no authority, in the first year of the authorities numbered 942 and 943 and before it")
  func authority() async throws {
    try await expectInNeed(
      "1530",
      """
      LAchildID | UPN           |
      A         | H801200001001 |
      B         | C942200001001 |
      C         | G943200001001 |
      D         | Z999200001001 | ✗
      E         | Z944200001001 | ✗
      F         | ZX41200001001 | ✗
      G         | Z999          |
      H         | A001200001001 |
      I         | A000200001001 | ✗
      J         |               |
      """)
    try await expectInNeed("1530", year: 2024, "LAchildID | UPN |\nA | C942200001001 |\nB | Y941200001001 |")
    try await expectInNeed("1530", year: 2023, "LAchildID | UPN |\nA | C942200001001 | ✗\nB | Y941200001001 |")
  }

  @Test("1540 fails a number whose fifth to twelfth characters are not all digits, however many there are")
  func serialNumber() async throws {
    try await expectInNeed(
      "1540",
      """
      LAchildID | UPN           |
      A         | H801200001001 |
      B         | H80120O001001 | ✗
      C         | H8012000010O1 | ✗
      D         | H80120000100A |
      E         | H801          | ✗
      F         | H8012         |
      G         |               |
      """)
  }

  @Test("1550 fails a last character that is neither a digit nor a letter in use")
  func lastCharacter() async throws {
    try await expectInNeed(
      "1550",
      """
      LAchildID | UPN           |
      A         | H801200001001 |
      B         | H80120000100A |
      C         | H80120000100O | ✗
      D         | H80120000100- | ✗
      E         | H801O         |
      F         |               |
      """)
  }

  @Test("1560Q fails a former number that is neither permanent nor temporary")
  func formerNumber() async throws {
    try await expectInNeed(
      "1560Q",
      """
      LAchildID | FormerUPN      |
      A         | H801200001001  |
      B         | H80120000100A  |
      C         | H8012000010AA  | ✗
      D         | 8801200001001  | ✗
      E         | H8012000010010 | ✗
      F         | H80120000100   | ✗
      G         |                |
      """)
  }
}
