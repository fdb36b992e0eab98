import KithReturns
import KithTesting
import Testing

@testable import KithRules

@Suite("Mended rows")
struct MendTests {
  /// A value that mends every row that fails the rule.
  private static let mends: [(code: String, field: Field, value: String)] = [
    ("101", .sex, "F"), ("102", .dateOfBirth, "01/05/2014"), ("103", .ethnicity, "NOBT"), ("168", .upn, "UN2"),
    ("232", .sex, "M"), ("301", .dateOfBirth, "01/05/2014"), ("351", .dateOfBirth, "01/05/2014"),
    ("442", .upn, "UN2"), ("171", .firstChildBorn, ""), ("174", .firstChildBorn, ""), ("393", .mother, "0"),
    ("611", .firstChildBorn, "01/05/2025"), ("612", .firstChildBorn, ""), ("620", .mother, "0"),
    ("104", .statusCeased, "01/05/2025"), ("166", .review, "01/05/2025"), ("141", .start, "01/05/2025"),
    ("143", .startReason, "S"), ("144", .legalStatus, "C2"), ("145", .need, "N1"), ("146", .placement, "U1"),
    ("147", .end, ""), ("149", .endReason, "E4A"), ("1009", .changeReason, "OTHER"), ("446", .legalStatus, "C2"),
    ("353", .start, "01/05/2025"), ("354", .start, "01/05/2025"), ("385", .end, ""), ("178", .provider, ""),
    ("526", .provider, "PR1"), ("550", .provider, "PR1"), ("222", .urn, ""), ("242", .urn, ""),
    ("214", .legalStatus, "C2"),
    ("366", .startReason, "S"), ("382", .placement, "U1"), ("384", .placement, "U6"), ("631", .permanence, "Z1"),
    ("112", .adoptionDecided, "01/05/2025"), ("113", .matched, "01/05/2025"), ("114", .adoptedByFosterCarer, "0"),
    ("175", .numberOfAdopters, "2"), ("176", .sexOfAdopters, "MF"), ("177", .adoptersStatus, "L2"),
    ("511", .numberOfAdopters, "1"), ("115", .placedDecided, "01/05/2025"), ("116", .placedReversed, ""),
    ("120", .reversalReason, "RD1"), ("522", .placedReversed, ""), ("131", .inTouch, "YES"), ("132", .activity, "F1"),
    ("133", .accommodation, "B1"), ("180", .sdqScore, "12"), ("196", .sdqReason, "SDQ2"), ("197A", .sdqReason, ""),
    ("158", .interventionOffered, ""), ("159", .interventionOffered, "1"), ("192", .interventionReceived, "1"),
    ("542", .convicted, ""), ("1004", .missingStart, "01/05/2025"), ("1005", .missingEnd, ""),
    ("1006", .absence, "M"), ("564", .missingStart, "01/05/2025"), ("565", .absence, "A"), ("567", .missingEnd, ""),
    ("571", .missingEnd, ""), ("SW02STG1", .worker, "SW1234"), ("SW04STG1", .workerStart, "01/05/2025"),
    ("SW05STG1", .workerEnd, ""), ("SW06STG2", .workerStart, "01/05/2025"), ("SW13STG1", .workerReason, "MANAGE"),
    ("SW18STG2", .workerEnd, ""),
  ]

  @Test("a row that is mended does not fail the rule again", arguments: [3, 4] as [UInt64])
  func mended(seed: UInt64) async throws {
    let original = SyntheticReturn.make(seed: seed, children: 200, wrongInThousand: 120)
    let book = try #require(LookedAfterRules.book(for: original.year))
    var failed = 0
    for (code, field, value) in Self.mends {
      let rule = try #require(book.rule(code), "\(code)")
      let alone = RuleBook([rule], year: book.year)
      let rows = await alone.check(original.collection).findings.map(\.row)
      var mended = original
      for row in rows {
        let place = TablePlace(table: row.table, isLastYear: row.isLastYear)
        mended[place]?[field, try #require(row.row)] = value.isEmpty ? nil : value
      }
      let after = await alone.check(mended.collection).findings.map(\.row.row)
      #expect(Set(after).isDisjoint(with: rows.map(\.row)), "\(code) with \(field) \(value)")
      failed += rows.isEmpty ? 0 : 1
    }
    #expect(failed > 60, "too few of the rules have a row that fails")
  }
}
