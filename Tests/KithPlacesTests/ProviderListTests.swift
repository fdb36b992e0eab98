import KithTables
import Testing

@testable import KithPlaces

@Suite("Ofsted's list of providers")
struct ProviderListTests {
  private func entries(_ text: String) -> [Provider]? {
    ProviderList.entries(
      of: text.split(separator: "\n").map { line in
        line.split(separator: "|", omittingEmptySubsequences: false).map { $0.trimmed }
      })
  }

  @Test("the combined list reads whole: numbers from numeric cells, codes apart by comma or slash, a dash for no date")
  func combined() throws {
    let read = try #require(
      entries(
        """
        Local authority | URN | Deregistration date | Placement code | Placement provider code | Setting address postcode
        Leeds | SC100013 | - | U1, U2,U3 | PR1 | LS1 1AA
        York | 1234567 | 45808 | K2/K1 | PR4/ PR5 | yo1 7aa
        York | 1234568.0 | 2025-05-31 00:00:00 | | |
        York | sc9 | 31/05/2025 | | |
        | | | | |
        """))
    #expect(
      read == [
        Provider(
          urn: "SC100013", authorityName: "Leeds", placementCodes: ["U1", "U2", "U3"], providerCodes: ["PR1"],
          postcode: Postcode("LS11AA")),
        Provider(
          urn: "1234567", authorityName: "York", placementCodes: ["K2", "K1"], providerCodes: ["PR4", "PR5"],
          closed: Day(31, 5, 2025), postcode: Postcode("YO17AA")),
        Provider(urn: "1234568", authorityName: "York", closed: Day(31, 5, 2025)),
        Provider(urn: "SC9", authorityName: "York", closed: Day(31, 5, 2025)),
      ])
  }

  @Test("a heading may stand below a title, and a sheet without one is left aside")
  func headings() {
    #expect(entries("Children's homes at 31 March\n\nURN | Closed Date\nSC1 | -")?.map(\.urn) == ["SC1"])
    #expect(entries("Notes\nThis list is for local authorities.") == nil)
  }

  @Test("all of the second sheet of the combined list is supported accommodation, K3 and PR4")
  func supportedAccommodation() {
    let read = entries(
      """
      URN | Provider Local Authority | Closed Date | Setting address postcode
      2700001 | Leeds | - | LS1 1AA
      """)
    #expect(
      read == [
        Provider(
          urn: "2700001", authorityName: "Leeds", placementCodes: ["K3"], providerCodes: ["PR4"],
          postcode: Postcode("LS11AA"))
      ])
  }

  @Test("the children's homes' sheets of settings and of addresses are put together by number")
  func homes() throws {
    let settings = try #require(
      entries(
        """
        URN | Local Authority | Provider Code | Provider Placement Code | Closed Date
        SC1 | Leeds | PR4 | K2 | -
        SC2 | Leeds | PR4 | K2 | -
        """))
    let addresses = try #require(entries("URN | Setting Address Postcode\nSC1 | LS1 1AA"))
    let merged = ProviderList.merged([settings, addresses])
    #expect(merged.map(\.postcode) == [Postcode("LS11AA"), nil])
    #expect(merged.map(\.placementCodes) == [["K2"], ["K2"]])
    #expect(merged.map(\.providerCodes) == [["PR4"], ["PR4"]])
  }

  @Test("the authority is the list's code, else the one of the list's name, else where the postcode lies")
  func authorities() throws {
    let day = try #require(Day(31, 3, 2026))
    let postcode = try #require(Postcode("LS1 1AA"))
    let directory = PostcodeDirectory([postcode: PostcodePlace(district: "E08000035", easting: nil, northing: nil)])
    func authority(_ provider: Provider) -> String? { provider.authority(on: day, postcodes: directory) }
    #expect(authority(Provider(urn: "1", authorityName: "York", authorityCode: "E10000030")) == "E10000030")
    #expect(authority(Provider(urn: "1", authorityName: "York", postcode: postcode)) == "E06000014")
    #expect(authority(Provider(urn: "1", authorityName: "Barnsley")) == "E08000038")
    #expect(authority(Provider(urn: "1", authorityName: "Other", postcode: postcode)) == "E08000035")
    #expect(authority(Provider(urn: "1", authorityName: "Other")) == nil)
  }

  @Test("a number that stands twice has both entries")
  func twice() {
    let list = ProviderList([Provider(urn: "A"), Provider(urn: "B"), Provider(urn: "A", closed: Day(1, 1, 2025))])
    #expect(list["A"].count == 2)
    #expect(list["C"].isEmpty)
  }
}
