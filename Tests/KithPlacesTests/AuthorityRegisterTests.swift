import KithPlaces
import KithTables
import Testing

@Suite("The register of local authorities")
struct AuthorityRegisterTests {
  let register = AuthorityRegister.england

  @Test("153 authorities are open in 2025, and 151 in 2020")
  func openAuthorities() throws {
    #expect(register.authorities.count == 160)
    #expect(register.authorities(on: try #require(Day(31, 3, 2025))).count == 153)
    #expect(register.authorities(on: try #require(Day(31, 3, 2020))).count == 151)
    #expect(register.authorities(on: try #require(Day(31, 3, 2019))).count == 152)
  }

  @Test(
    "an authority is found by code, ONS code, name, other name and the start of its name",
    arguments: [
      ("301", 301), ("301.0", 301), ("E09000002", 301), ("barking and dagenham", 301), ("Barking & Dagenham", 301),
      ("barking", 301), ("Durham", 840), ("County Durham", 840), ("hull", 810), ("Kingston Upon Hull, City of", 810),
      ("Herefordshire", 884), ("Bedford", 822), ("Bedford Borough", 822), ("Dorset", 838), ("Dorset (Pre LG)", 835),
      ("St Helens", 342), ("st. helens", 342), ("Bristol", 801), ("E08000016", 370), ("E08000038", 370),
      ("cumbria", 909),
      ("York", 816), ("Newcastle", 391),
    ])
  func found(text: String, code: Int) throws { #expect(try register.find(text).code.number == code) }

  @Test("what several authorities answer to, or none, is an error that names the near ones")
  func notFound() {
    let ambiguous = #expect(throws: PlaceError.self) { try register.find("north") }
    #expect(ambiguous?.isAmbiguous == true)
    #expect(ambiguous?.description.contains("North Lincolnshire") == true)
    let misspelt = #expect(throws: PlaceError.self) { try register.find("Barnesley") }
    #expect(misspelt?.candidates.first == "370 Barnsley")
    #expect(throws: PlaceError.self) { try register.find("") }
  }

  @Test("an authority exists in the collection years that it was open in")
  func years() throws {
    let northamptonshire = try #require(AuthorityCode(928))
    let successor = try #require(AuthorityCode(940))
    #expect(register.exists(northamptonshire, inYear: 2021))
    #expect(!register.exists(northamptonshire, inYear: 2022))
    #expect(!register.exists(successor, inYear: 2021))
    #expect(register.exists(successor, inYear: 2022))
    #expect(register[northamptonshire]?.successors.map(\.number) == [940, 941])
    #expect(register[successor]?.predecessors.map(\.number) == [928])
  }

  @Test("an ONS code names an authority only in the years in which it was in use")
  func onsCodes() throws {
    #expect(register.authority(onsCode: "E08000016", inYear: 2025)?.code.number == 370)
    #expect(register.authority(onsCode: "E08000016", inYear: 2026)?.code.number == 370)
    #expect(register.authority(onsCode: "E08000016", inYear: 2027) == nil)
    #expect(register.authority(onsCode: "E08000038", inYear: 2025) == nil)
    #expect(register.authority(onsCode: "E08000038", inYear: 2026)?.code.number == 370)
    #expect(register.authority(onsCode: "E10000009")?.code.number == 835)
    let barnsley = try register.find("Barnsley")
    #expect(barnsley.onsCode(on: try #require(Day(30, 4, 2025))) == "E08000016")
    #expect(barnsley.onsCode(on: try #require(Day(1, 5, 2025))) == "E08000038")
  }

  @Test("every predecessor names its successor, and the other way round")
  func successors() {
    for authority in register.authorities {
      for code in authority.successors { #expect(register[code]?.predecessors.contains(authority.code) == true) }
      for code in authority.predecessors { #expect(register[code]?.successors.contains(authority.code) == true) }
    }
  }

  @Test("inner London has Haringey and Newham and not Greenwich")
  func london() throws {
    #expect(try register.find("Haringey").region == .innerLondon)
    #expect(try register.find("Greenwich").region == .outerLondon)
    #expect(register.authorities(in: .london).count == 33)
    #expect(register.authorities(in: .innerLondon).count == 14)
  }

  @Test("regions are known by name, ONS code and LAIT's number")
  func regions() {
    for region in Region.allCases {
      #expect(Region(onsCode: region.onsCode) == region)
      #expect(Region(toolNumber: region.toolNumber) == region)
      #expect(Region(name: region.name) == region)
    }
    #expect(Region(name: "Yorkshire and The Humber") == .yorkshireAndTheHumber)
    #expect(Region(name: "Outer London") == .outerLondon)
  }
}
