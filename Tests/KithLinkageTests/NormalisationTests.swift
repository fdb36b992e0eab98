import Testing

@testable import KithLinkage

@Suite("Values that mean the same read the same")
struct NormalisationTests {
  private func normalised(_ text: String, _ kind: Normalisation, _ format: ValueFormat? = nil) -> String {
    var value = Array(text.utf8)
    kind.apply(to: &value, format: format ?? .text(.utf8, letters: .mixed, atLeast: nil, atMost: nil))
    return String(decoding: value, as: UTF8.self)
  }

  @Test(
    "names",
    arguments: [
      ("O’Brien-Smith", "OBRIEN SMITH"), (" o'brien  smith ", "OBRIEN SMITH"), ("Zoë", "ZOE"), ("Zoe\u{308}", "ZOE"),
      ("Łukaszewicz", "LUKASZEWICZ"), ("Nguyễn Thị", "NGUYEN THI"), ("Strauß", "STRAUSS"), ("ﬁona", "FIONA"),
      ("محمد", "محمد"),
      ("J.R.", "J R"), ("", ""), ("-", ""), ("Γιώργος", "ΓΙΩΡΓΟΣ"),
    ])
  func names(text: String, expected: String) { #expect(normalised(text, .name) == expected) }

  @Test(
    "postcodes and codes",
    arguments: [("zz1 1aa", "ZZ11AA"), ("ZZ11AA", "ZZ11AA"), ("ZZ99 3VZ", ""), (" zz99", ""), ("", "")])
  func postcodes(text: String, expected: String) { #expect(normalised(text, .postcode) == expected) }

  @Test(
    "days, in the format of the schema",
    arguments: [
      ("2011-02-28", "20110228"), ("28/02/2011", "20110228"), ("8/2/2011", "20110208"), ("20110228", "20110228"),
      ("28.02.2011", "28.02.2011"), (" ", ""),
    ])
  func days(text: String, expected: String) throws {
    #expect(normalised(text, .day) == expected)
    let pattern = try #require(DatePattern("%d %b %Y"))
    if expected == "20110228" { #expect(normalised(text, .day, .date(pattern)) == "28 Feb 2011") }
  }

  @Test(
    "sexes, as the returns write them",
    arguments: [("1", "M"), ("female", "F"), ("F", "F"), ("U", ""), ("0", ""), ("9", "")])
  func sexes(text: String, expected: String) { #expect(normalised(text, .sex) == expected) }
}
