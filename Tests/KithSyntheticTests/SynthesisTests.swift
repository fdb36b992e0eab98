import KithPlaces
import KithReturns
import KithTables
import Testing

@testable import KithSynthetic

@Suite("The synthetic England")
struct SynthesisTests {
  @Test("The same seed makes the same bytes, and another seed others")
  func sameBytes() {
    func bytes(_ seed: UInt64) -> String {
      let synthesis = Synthesis(seed: seed, years: 2024...2025, children: 200)
      let history = synthesis.history(of: synthesis.england.authorities[2])
      let made = history.returns(in: 2025)
      return made.lookedAfterFiles.map(\.text).joined() + made.inNeedFile.text + history.truth.text
    }
    #expect(bytes(7) == bytes(7))
    #expect(bytes(7) != bytes(8))
  }

  @Test("An authority is the same whatever else is made")
  func onItsOwn() {
    let synthesis = Synthesis(seed: 9, years: 2025...2025, children: 200)
    let authority = synthesis.england.authorities[1]
    let alone = synthesis.history(of: authority).truth.text
    _ = synthesis.history(of: synthesis.england.authorities[0])
    #expect(synthesis.history(of: authority).truth.text == alone)
  }

  @Test("No authority has the code or the name of a real one")
  func noRealAuthority() {
    for authority in SyntheticEngland(seed: 1).authorities {
      #expect(throws: (any Error).self) { try AuthorityRegister.england.find(authority.code) }
      #expect(throws: (any Error).self) { try AuthorityRegister.england.find(authority.name) }
      #expect(authority.name.hasSuffix("(synthetic)"))
    }
    #expect(Set(SyntheticEngland(seed: 1).authorities.map(\.name)).count == SyntheticEngland.count)
  }

  @Test("Populations are of the year before, follow England's, and add up to it")
  func populations() throws {
    let authorities = SyntheticEngland(seed: 1).authorities
    let file = PopulationFile(authorities, years: 2024...2026)
    let lines = file.text.split(separator: "\n").map { $0.split(separator: ",") }
    #expect(lines[0] == ["authority", "year", "population"])
    #expect(lines.count == 1 + 153 * 3)
    #expect(lines[1].prefix(2) == ["010", "2024"] && lines[459].prefix(2) == ["162", "2026"])
    let sums = lines.dropFirst().reduce(into: [:]) { $0[$1[1], default: 0] += Int($1[2]) ?? 0 }
    #expect(try abs(#require(sums["2024"]) - 12_059_476) < 153)
    #expect(try abs(#require(sums["2025"]) - 12_183_016) < 153)
    #expect(sums["2026"] == sums["2025"])
  }

  @Test("Pupil numbers are of no pupil: temporary, of no school, with a wrong check letter, and none is used twice")
  func impossibleNumbers() {
    let letters = Array("ABCDEFGHJKLMNPQRTUVWXYZ")
    let numbers = (0..<2_000).map { ImpossibleUPN.number(authority: $0 % 153, child: $0 * 37) }
    for number in numbers {
      let characters = Array(number)
      let digits = characters[1..<12].compactMap(\.wholeNumberValue)
      let last = letters.firstIndex(of: characters[12]) ?? 0
      let sum = digits.enumerated().reduce(last * 13) { $0 + $1.element * ($1.offset + 2) }
      #expect(characters.count == 13 && digits.count == 11 && characters[4] == "0")
      #expect(letters[sum % 23] != characters[0])
    }
    #expect(Set(numbers).count == numbers.count)
  }

  @Test("A child who moves has one number in two authorities, and a label in each")
  func movers() {
    let synthesis = Synthesis(seed: 7, years: 2024...2026, children: 800)
    let here = synthesis.history(of: synthesis.england.authorities[0]).careers
    let there = synthesis.history(of: synthesis.england.authorities[1]).careers
    let both = Set(here.map(\.person.number)).intersection(there.map(\.person.number))
    #expect(!both.isEmpty)
    #expect(Set(here.map(\.label)).isDisjoint(with: there.map(\.label)))
  }

  @Test("No two children of a return share a pupil number or a label")
  func distinct() {
    let synthesis = Synthesis(seed: 2, years: 2025...2025, children: 1_000)
    let careers = synthesis.history(of: synthesis.england.authorities[Places.port]).careers
    #expect(Set(careers.map(\.label)).count == careers.count)
    #expect(Set(careers.map(\.person.upn)).count == careers.count)
  }
}
