import KithTables
import Testing

@testable import KithPlaces

@Suite("Postcodes and where they lie")
struct PostcodeTests {
  @Test(
    "a postcode is compared in upper case and without spaces",
    arguments: [
      ("TW11 8BP", "TW118BP"), (" tw118bp ", "TW118BP"), ("TW1 1  8BP", "TW118BP"), ("\u{A0}E1 6AN", "E16AN"),
    ])
  func normal(text: String, expected: String) {
    #expect(Postcode(text)?.description == expected)
  }

  @Test("a blank is no postcode", arguments: ["", "  "])
  func blank(text: String) {
    #expect(Postcode(text) == nil)
  }

  // The codes that the ONS gave, from April 2023 the new unitary authorities, from May 2025 Barnsley and Sheffield.
  @Test(
    "a district is in the authority of the year, whether the file that names it is older or newer",
    arguments: [
      // Allerdale, and Cumberland that took it in.
      ("E07000026", [2023: "E10000006", 2024: "E06000063", 2027: "E06000063"]),
      ("E06000063", [2023: "E10000006", 2024: "E06000063", 2027: "E06000063"]),
      // Eden, and Westmorland and Furness.
      ("E07000030", [2023: "E10000006", 2024: "E06000064"]),
      ("E06000064", [2023: "E10000006", 2024: "E06000064"]),
      // Craven, and North Yorkshire before and after.
      ("E07000163", [2023: "E10000023", 2024: "E06000065", 2027: "E06000065"]),
      ("E06000065", [2023: "E10000023", 2024: "E06000065"]),
      // Mendip, and Somerset.
      ("E07000187", [2023: "E10000027", 2024: "E06000066"]),
      ("E06000066", [2023: "E10000027", 2024: "E06000066"]),
      // Barnsley and Sheffield under either code.
      ("E08000016", [2023: "E08000016", 2025: "E08000016", 2026: "E08000038", 2027: "E08000038"]),
      ("E08000038", [2023: "E08000016", 2025: "E08000016", 2026: "E08000038"]),
      ("E08000019", [2025: "E08000019", 2026: "E08000039"]),
      ("E08000039", [2025: "E08000019", 2026: "E08000039"]),
      // Buckinghamshire and its districts.
      ("E06000060", [2023: "E06000060", 2027: "E06000060"]), ("E07000007", [2023: "E06000060"]),
      // Dorset; Bournemouth, Christchurch and Poole, under their codes and those before.
      ("E06000059", [2023: "E06000059"]), ("E07000052", [2019: "E10000009", 2023: "E06000059"]),
      ("E06000058", [2023: "E06000058"]), ("E06000028", [2023: "E06000058"]), ("E06000029", [2023: "E06000058"]),
      ("E07000048", [2019: "E10000009", 2023: "E06000058"]),
      // The two Northamptonshires and a district of each.
      ("E06000061", [2023: "E06000061"]), ("E06000062", [2023: "E06000062"]),
      ("E07000150", [2021: "E10000021", 2023: "E06000061"]), ("E07000154", [2021: "E10000021", 2023: "E06000062"]),
      // Districts of counties that stand; a London borough; the rest of the United Kingdom; the islands; no such code.
      ("E07000213", [2023: "E10000030", 2027: "E10000030"]), ("E09000027", [2023: "E09000027", 2027: "E09000027"]),
      ("S12000033", [2023: "SCO"]), ("W06000015", [2023: "WAL"]), ("N09000003", [2023: "NIR"]),
      ("L93000001", [2023: "NUK"]), ("M83000003", [2023: "NUK"]), ("E99999999", [2023: nil]),
    ] as [(String, [Int: String?])])
  func areas(district: String, areas: [Int: String?]) throws {
    let place = PostcodePlace(district: district, easting: nil, northing: nil)
    for (year, area) in areas {
      #expect(place.area(on: try #require(Day(31, 3, year))) == area, "\(district) in \(year)")
    }
  }

  @Test("every authority of the register, in every year, is the authority of its own code")
  func ownCodes() throws {
    for year in 2023...2027 {
      let end = try #require(Day(31, 3, year))
      for authority in AuthorityRegister.england.authorities(on: end) {
        for held in authority.onsCodes {
          #expect(DistrictRegister.england.authority(ofDistrict: held.code, on: end) == authority)
        }
      }
    }
  }

  @Test("a distance is a straight line in miles of 1.6093 kilometres, to one decimal")
  func distances() {
    let home = PostcodePlace(district: nil, easting: 500_000, northing: 200_000)
    let away = PostcodePlace(district: nil, easting: 503_000, northing: 204_000)
    #expect(home.miles(to: away) == 3.1)
    #expect(home.miles(to: home) == 0)
    #expect(home.miles(to: PostcodePlace(district: nil, easting: nil, northing: 1)) == nil)
  }

  // Reference: PROJ 9, from EPSG:29902 (Irish grid) to EPSG:27700 (British grid).
  @Test(
    "a point of the Irish grid is within 150 metres of its place on the British one",
    arguments: [
      (333_800.0, 374_000.0, 146_206.0, 529_475.0), (243_700, 416_600, 60_029, 579_654),
      (224_000, 343_000, 34_086, 507_926), (338_000, 313_000, 145_205, 468_329),
    ])
  func irishGrid(easting: Double, northing: Double, east: Double, north: Double) {
    let point = NationalGrid.britain(fromIrish: easting, northing)
    let (across, up) = (point.easting - east, point.northing - north)
    #expect((across * across + up * up).squareRoot() < 150)
  }

  @Test(
    "London to Belfast is 322 miles, not the 168 between the figures of two grids")
  func acrossTheSea() {
    let london = PostcodePlace(district: "E09000033", easting: 530_000, northing: 180_000)
    let belfast = PostcodePlace(district: "N09000003", easting: 333_800, northing: 374_000)
    let nearby = PostcodePlace(district: "N09000003", easting: 335_000, northing: 374_000)
    #expect(london.miles(to: belfast) == 322.5)
    #expect(belfast.miles(to: london) == 322.5)
    #expect(belfast.miles(to: nearby) == 0.7)
  }
}
