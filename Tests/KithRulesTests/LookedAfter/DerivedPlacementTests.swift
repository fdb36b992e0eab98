import Foundation
import KithPlaces
import KithReference
import KithReturns
import KithTables
import KithTesting
import Testing

@testable import KithRules

@Suite("Where placements lie, worked out from postcodes")
struct DerivedPlacementTests {
  private func postcode(_ text: String) throws -> Postcode { try #require(Postcode(text)) }

  private func directory() throws -> PostcodeDirectory {
    PostcodeDirectory([
      try postcode("LS1 1AA"): PostcodePlace(district: "E08000035", easting: 429_000, northing: 433_000),
      try postcode("S70 1AA"): PostcodePlace(district: "E08000038", easting: 434_000, northing: 406_000),
      try postcode("CF10 1AA"): PostcodePlace(district: "W06000015", easting: 318_000, northing: 176_000),
      try postcode("AB1 1AG"): PostcodePlace(district: nil, easting: nil, northing: nil),
    ])
  }

  private let episodes = """
    CHILD | HOME_POST | PL_POST
    A     | LS1 1AA   | ls11aa
    A     | LS1 1AA   | S70 1AA
    A     | LS1 1AA   | CF10 1AA
    A     | LS1 1AA   | AB1 1AG
    A     |           | LS1 1AA
    A     | LS1 1AA   | ZZ9 9ZZ
    A     | LS1 1AA   |
    """

  private func derived(_ field: Field, year: Int, authority: String? = "E08000035") throws -> [String?] {
    let text = TablesInText(episodes, firstTable: .episodes)
    let collection = LookedAfterReturn(
      year: year, authority: authority, tables: text.tables, reference: LookedAfterReference(postcodes: try directory())
    )
    return (0..<7).map { collection.episodes.raw.text(field, row: $0) }
  }

  @Test("the authority, whether it is the own one, and the distance follow from the two postcodes")
  func columns() throws {
    #expect(
      try derived(.placementAuthority, year: 2026) == ["E08000035", "E08000038", "WAL", nil, "E08000035", nil, nil])
    #expect(try derived(.placementLocation, year: 2026) == ["IN", "OUT", "OUT", nil, "IN", nil, nil])
    #expect(try derived(.placementDistance, year: 2026) == ["0.0", "17.1", "174.0", nil, nil, nil, nil])
  }

  @Test("the authority's code is that of the year")
  func codeOfTheYear() throws {
    #expect(try derived(.placementAuthority, year: 2025)[1] == "E08000016")
  }

  @Test("without the authority its own area is not known, and the rules say that it was not given")
  func withoutAuthority() async throws {
    #expect(try derived(.placementLocation, year: 2026, authority: nil) == Array(repeating: nil, count: 7))
    let text = TablesInText(
      "CHILD | LS | HOME_POST | PL_POST\nA | C2 | LS1 1AA | LS1 1AA", firstTable: .episodes)
    let collection = LookedAfterReturn(
      year: 2026, authority: nil, tables: text.tables, reference: LookedAfterReference(postcodes: try directory()))
    let rule = try #require(LookedAfterRules.book(for: 2026)?.rule("179"))
    let check = await RuleBook([rule], year: 2026).check(collection)
    #expect(check.notRun.map(\.reason) == [.notSupplied(.authority)])
  }

  @Test("columns that a file holds are used as given")
  func givenColumns() throws {
    let text = TablesInText("CHILD | PL_POST | PL_LA\nA | LS1 1AA | E06000014", firstTable: .episodes)
    let collection = LookedAfterReturn(
      year: 2026, authority: "E08000035", tables: text.tables,
      reference: LookedAfterReference(postcodes: try directory()))
    #expect(collection.episodes.raw.text(.placementAuthority, row: 0) == "E06000014")
    #expect(collection.episodes.raw.text(.placementLocation, row: 0) == "IN")
  }

  @Test("a placement in an authority whose code changed since last year has not moved")
  func changedCode() async throws {
    let text = """
      CHILD | DECOM      | DEC | RNE | HOME_POST | PL_POST
      A     | 01/02/2025 |     | S   | LS1 1AA   | S70 1AA
      Episodes_last
      CHILD | DECOM      | DEC | RNE | HOME_POST | PL_POST
      A     | 01/02/2025 |     | S   | LS1 1AA   | S70 1AA
      """
    for code in ["452", "453", "503G", "503H", "503J"] {
      try await expect(
        code, year: 2026, authority: "E08000035", reference: LookedAfterReference(postcodes: try directory()), text)
    }
  }

  @Test("a return without postcodes names the rules that were not run")
  func nothingSupplied() async throws {
    let text = TablesInText(
      "CHILD | LS | PLACE | PLACE_PROVIDER | DECOM | DEC | URN | HOME_POST | PL_POST\nA | C2 | U1 | PR1 | | | | |",
      firstTable: .episodes)
    let collection = LookedAfterReturn(year: 2026, authority: nil, tables: text.tables)
    let book = try #require(LookedAfterRules.book(for: 2026))
    let check = await book.check(collection)
    let notSupplied = { (supply: Supply) in
      Set(check.notRun.filter { $0.reason == .notSupplied(supply) }.map { book.rules[$0.rule].code })
    }
    #expect(
      notSupplied(.postcodes) == [
        "164", "169", "179", "218", "241", "243", "392a", "406", "420", "452", "453", "454", "503G", "503H", "503J",
      ])
    #expect(notSupplied(.postcodeFile) == ["392c"])
    #expect(notSupplied(.providers) == ["219", "221", "224", "227", "228", "1008"])
    #expect(notSupplied(.authority) == ["229", "411", "1015"])
  }
}

// These tests need the shared returns and the postcode file of `scripts/setup-postcodes`.
@Suite(
  "Derived placements of whole returns", .enabled(if: SharedFolder.isPresent),
  .enabled(if: SuppliedPostcodes.isPresent, Comment(rawValue: SuppliedPostcodes.howToGet)))
struct DerivedReturnTests {
  /// Areas for which the validator derives nothing: authorities that its table of 2021 does not know under their
  /// codes, and the Channel Islands and the Isle of Man.
  private static let unknownToValidator: Set<String> = [
    "E06000063", "E06000064", "E06000065", "E06000066", "E08000038", "E08000039", "NUK",
  ]

  @Test(
    "the derived columns equal the validator's, but for the authorities and islands that it does not know",
    arguments: ["A", "B", "D", "E_xml"])
  func columns(name: String) throws {
    let folder = SharedFolder.path("cases/ssda903_returns/\(name)")
    let submission = try Submission.read([folder])
    let whole = try WholeReturn(name)
    let reference = try LookedAfterReference.read(postcodes: SuppliedPostcodes.path, providers: nil, for: submission)
    let ours = LookedAfterReturn(
      year: whole.year, authority: whole.collection.authority, tables: submission.tables,
      lastYear: submission.lastYear, isXML: submission.isXML, reference: reference)
    for (ours, theirs) in [(ours, whole.collection), (ours.lastYear, whole.collection.lastYear)] {
      guard let ours = ours?.episodes.raw, let theirs = theirs?.episodes.raw else { continue }
      for row in 0..<ours.rowCount {
        let area = ours.text(.placementAuthority, row: row)
        #expect(
          area == theirs.text(.placementAuthority, row: row) || area.map(Self.unknownToValidator.contains) == true,
          "\(name) PL_LA of row \(row)")
        // Northern Ireland's points are on another grid, which the validator takes for the British one.
        let fields: [Field] = area == "NIR" ? [.placementLocation] : [.placementLocation, .placementDistance]
        for field in fields {
          #expect(ours.text(field, row: row) == theirs.text(field, row: row), "\(name) \(field) of row \(row)")
        }
      }
    }
  }

  @Test(
    "files as submitted, postcodes and the workbook of providers give the findings of the given columns",
    arguments: ["A", "B", "D", "E_xml"])
  func wholePipeline(name: String) async throws {
    let folder = SharedFolder.path("cases/ssda903_returns/\(name)")
    let whole = try WholeReturn(name)
    let submission = try Submission.read([folder])
    let reference = try LookedAfterReference.read(
      postcodes: SuppliedPostcodes.path,
      providers: try LookedAfterReference.providers([folder + "/providers.xlsx"]), for: submission)
    let ours = LookedAfterReturn(
      year: whole.year, authority: whole.collection.authority, tables: submission.tables,
      lastYear: submission.lastYear, isXML: submission.isXML, reference: reference)
    let book = try #require(LookedAfterRules.book(for: whole.year))
    let (fromFiles, given) = (await book.check(ours), await book.check(whole.collection))
    let better = childrenOfUnknownAreas(ours)
    func others(_ flagged: Set<FlaggedRow>) -> [FlaggedRow] {
      flagged.filter { $0.table != "Episodes" || !better.contains(ours.episodes.order.child(ofRow: $0.row)) }.sorted()
    }
    for (place, rule) in book.rules.enumerated() {
      let (found, expected) = (fromFiles.flaggedRows(ofRule: place), given.flaggedRows(ofRule: place))
      #expect(others(found) == others(expected), "rule \(rule.code) on \(name)")
    }
    #expect(fromFiles.notRun.map(\.reason) == given.notRun.map(\.reason))
  }

  /// The children with a placement, in either year, for which the validator derives nothing.
  private func childrenOfUnknownAreas(_ collection: LookedAfterReturn) -> Set<Int> {
    Set(
      [collection, collection.lastYear].compactMap(\.self).flatMap { source in
        (0..<source.episodes.raw.rowCount).compactMap { row in
          let area = source.episodes.raw.text(.placementAuthority, row: row)
          return area.map(Self.unknownToValidator.contains) == true ? source.episodes.order.child(ofRow: row) : nil
        }
      })
  }
}
