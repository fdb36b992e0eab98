import Foundation
import KithStatistics
import KithTables
import KithTesting
import Testing

@testable import KithLinkage

private func table(_ text: String) throws -> SeparatedText { try SeparatedText(Array(text.utf8)) }

@Suite("Links beside the truth")
struct EvaluationTests {
  private let links = "a,b,similarity\nA1,B1,0.95\nA2,B2,0.85\nA3,B9,0.75\n"
  private let truth = "a,b,group\nA1,B1,x\nA2,B2,x\nA3,B3,y\nA4,B4,y\n"

  @Test("precision, recall and F1 are as counted by hand, within Wilson's limits")
  func accuracy() throws {
    let truth = try LinkageTruth(try table(truth), name: "t")
    let links = try EvaluatedLinks(try table(links), name: "l").links
    let found = truth.accuracy(of: links)
    #expect(found == LinkAccuracy(right: 2, wrong: 1, missed: 2))
    #expect(found.precision == 2.0 / 3 && found.recall == 0.5)
    #expect(abs((found.f1 ?? 0) - 4.0 / 7) < 1e-12)
    #expect(abs((found.recallInterval?.lower ?? 0) - 0.15003898915214947) < 1e-12)
    #expect(abs((found.recallInterval?.upper ?? 0) - 0.8499610108478506) < 1e-12)
    #expect(found.f1Interval?.contains(4.0 / 7) == true)
    #expect(truth.recallByGroup(of: links).map(\.accuracy.recall) == [1, 0])
  }

  @Test("a threshold leaves the links that are at least as alike")
  func thresholds() throws {
    let truth = try LinkageTruth(try table(truth), name: "t")
    let rows = truth.byThreshold(try EvaluatedLinks(try table(links), name: "l").links)
    #expect(rows.first?.threshold == 1 && rows.last?.threshold == 0.74)
    #expect(rows.first { $0.threshold == 0.84 }?.accuracy == LinkAccuracy(right: 2, wrong: 0, missed: 2))
    #expect(rows.first { $0.threshold == 0.96 }?.accuracy.precision == nil)
  }

  @Test("labels become names by the owners' lists, and links of decoys are left out")
  func owners() throws {
    let pairs =
      "first_party,first_record,second_party,second_record,similarity\n1,1,2,2,0.9\n1,2,2,1,0.8\n1,3,2,3,0.7\n"
    let mine = try OwnersList(try table("record,line,id\n1,2,A1\n2,3,A2\n3,decoy,\n"), name: "a")
    let theirs = try OwnersList(try table("record,line,id\n1,9,\n2,8,\n3,7,\n"), name: "b")
    let links = try EvaluatedLinks(try table(pairs), name: "p", owners: (mine, theirs)).links
    #expect(links.map(\.pair) == [NamedPair("A1", "8"), NamedPair("A2", "9")])
    #expect(throws: LinkageError.self) {
      try EvaluatedLinks(
        try table(pairs), name: "p", owners: (mine, try OwnersList(try table("record,line,id\n1,9,\n"), name: "b")))
    }
    #expect(throws: LinkageError.self) {
      try EvaluatedLinks(try table(pairs.replacing("1,3,2,3", with: "2,3,3,3")), name: "p")
    }
  }

  @Test("those who are linked are compared with those who are not, category by category")
  func bias() throws {
    let people = (0..<100).map { [$0 < 60 ? "WBRI" : "BAFR", $0 % 2 == 0 ? "F" : " "] }
    let isLinked = (0..<100).map { $0 < 54 || ($0 >= 60 && $0 < 80) }
    let bias = LinkageBias(["ethnicity", "sex"], people: people, isLinked: isLinked)
    #expect(bias.linked == 74 && bias.unlinked == 26 && bias.rows.count == 4)
    let row = try #require(bias.rows.first { $0.category == "WBRI" })
    #expect(row.linked == 54 && row.unlinked == 6 && row.share == 0.9 && row.isMarked)
    // p = 54/74, q = 6/26: (p - q) / sqrt((p(1-p) + q(1-q)) / 2)
    #expect(abs((row.difference ?? 0) - 1.1527) < 0.0001)
    #expect(bias.rows.first { $0.characteristic == "sex" }?.category == "")
    #expect(LinkageBias(["a"], people: [["x"]], isLinked: [true]).rows[0].difference == nil)
  }

  @Test("an age band is that of the day")
  func ages() throws {
    let day = try #require(Day(31, 3, 2026))
    let bands = ["2026-04-01", "2025-04-01", "2025-03-31", "2010-03-31", "2010-04-01"].map {
      Day(iso: $0)?.ageBand(on: day)
    }
    #expect(bands == ["unborn", "under 1", "1 to 4", "16 and over", "10 to 15"])
  }
}

@Suite("The frequency attack")
struct FrequencyAttackTests {
  @Test("encodings that occur as often as names do give the names away")
  func attack() {
    let truth = ["Ann", "Ann", "Ann", "Bea", "Bea", "Cal"]
    let encodings = truth.map { $0.isEmpty ? nil : "\($0) encoded" }
    let attack = FrequencyAttack(encodings, truth: truth, reference: ["Ann", "Ann", "Bea", "Bea", "Ann", "Dee"])
    #expect(attack.recovered == 5 && attack.records == 6)
    let unique = FrequencyAttack((0..<6).map { $0 }, truth: truth, reference: ["Ann", "Ann", "Bea"])
    #expect(unique.recovered <= 2)
  }

  @Test("on people who do not exist, the default gives away less than names by themselves, salted or not")
  func resistance() throws {
    let sample = ResistanceTest.Sample(InventedPeople(900, seed: 1, sample: 1))
    let reference = ResistanceTest.Sample(InventedPeople(900, seed: 1, sample: 2))
    let test = try ResistanceTest(sample, reference: reference)
    let rows = test.rows
    let share = { (words: String, knowing: String?) in
      rows.first { $0.encoding.contains(words) && $0.knowing == knowing }?.attack.share ?? 1
    }
    #expect(share("keyed hash", nil) > 0.02)
    #expect(share("filter, diffusion", nil) > 0.02)
    // Lining up names with encodings of which no two are alike is guessing, and right less often than the one guess that
    // everyone has the most common name.
    for row in rows where row.encoding.hasPrefix("whole record") { #expect(row.attack.share < test.commonest) }
    #expect(share("Kith's default", nil) < share("keyed hash", nil) / 20)
    #expect(rows.count == 13)
  }

  @Test("invented people are the same for the same seed, and none is like another sample's")
  func invented() {
    #expect(InventedPeople(50, seed: 1, sample: 1).text == InventedPeople(50, seed: 1, sample: 1).text)
    #expect(InventedPeople(50, seed: 1, sample: 1).people != InventedPeople(50, seed: 1, sample: 2).people)
    #expect(InventedPeople(50, seed: 1, sample: 1).people.allSatisfy { $0.postcode.hasPrefix("ZZ") })
  }

  @Test(
    "on the shared synthetic set it recovers what the attack on keyed hashes of names is known to recover",
    .enabled(if: SharedFolder.isPresent))
  func shared() throws {
    let read = { (name: String) in
      try SeparatedText(
        Array(try Data(contentsOf: URL(filePath: SharedFolder.path("cases/linkage/synth_csc/" + name)))))
    }
    let (own, other) = (try read("B.csv"), try read("A.csv"))
    let (names, reference) = (own.records.map { $0[1] }, other.records.map { $0[1] })
    let years = (own.records.map { String($0[3].prefix(4)) }, other.records.map { String($0[3].prefix(4)) })
    let attack = FrequencyAttack(names.map { $0.isEmpty ? nil : $0 }, truth: names, reference: reference)
    #expect(attack.recovered == 756)
    let salted = FrequencyAttack(
      zip(names, years.0).map { $0.isEmpty ? nil : $0 + $1 }, truth: names, reference: reference, groups: years)
    #expect(salted.recovered == 226)
  }
}
