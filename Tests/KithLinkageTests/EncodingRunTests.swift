import KithReturns
import KithTesting
import Testing

@testable import KithLinkage

@Suite("Encoding the records of a file")
struct EncodingRunTests {
  private let key = LinkageKey(secret: Array("a key for tests of encoding".utf8))

  private func schema(_ settings: KithSettings? = nil) throws -> LinkageSchema {
    let text = ValueFormat.text(.utf8, letters: .mixed, atLeast: nil, atMost: 20)
    return try LinkageSchema(
      length: 512,
      features: [
        Feature("name", FeatureEncoding(text, .ngram(2, positional: false), .perFeature(60))),
        Feature("rec", nil),
        Feature(
          "dob",
          FeatureEncoding(
            .date(try #require(DatePattern("%Y-%m-%d"))), .ngram(2, positional: true), .perFeature(60),
            missing: MissingValue(sentinel: ""))),
      ], settings: settings)
  }

  private func source(_ text: String, _ schema: LinkageSchema, id: String? = "rec") throws -> RecordSource {
    let folder = try ScratchFolder()
    try folder.write(text, "r.csv")
    return try RecordSource(try RecordText(folder.path + "/r.csv"), schema, id: id)
  }

  private let rows =
    "rec,dob,town,name\n" + (1...50).map { "R\($0),20\(10 + $0 % 9)-0\(1 + $0 % 9)-11,T,Name\($0)\n" }.joined()

  @Test("records are encoded from the columns that the schema names, in an order that the key decides")
  func order() async throws {
    let schema = try schema()
    let source = try source(rows, schema)
    let run = try await EncodingRun(source, schema, key: key)
    #expect(run.counts.rows == 50 && run.counts.encoded == 50 && run.origins.count == 50)
    let sent = run.origins.map { if case .row(let row) = $0 { row } else { -1 } }
    #expect(Set(sent) == Set(0..<50) && sent != Array(0..<50))
    let plain = try RecordEncoder.encode(
      sent.map { ["Name\($0 + 1)", "", "20\(10 + ($0 + 1) % 9)-0\(1 + ($0 + 1) % 9)-11"] }, schema, key)
    #expect(run.records.encodings == plain)
    let other = try await EncodingRun(source, schema, key: LinkageKey(secret: [1]))
    #expect(other.origins != run.origins)
  }

  @Test("the encodings are the same however many tasks share the work")
  func tasks() async throws {
    let settings = KithSettings(
      normalisation: [0: .name], hardening: [.balance, .flip(20)],
      blocking: [BlockingKey([[FeaturePart(0, prefix: 5)]])],
      lambdaFold: LambdaFold(features: [0, 2], tables: 3, bits: 9), decoys: 30)
    let schema = try schema(settings)
    let many = "rec,dob,name\n" + (1...1200).map { "R\($0),2011-02-03,N\($0)\n" }.joined()
    let source = try source(many, schema)
    let one = try await EncodingRun(source, schema, key: key)
    let three = try await EncodingRun(source, schema, key: key, tasks: 3)
    #expect(one.records.encodings == three.records.encodings && one.records.tokens == three.records.tokens)
    #expect(one.origins == three.origins && one.counts.decoys == 360)
    #expect(one.records.tokens.count == 4 && one.records.encodings.length == 1024)
  }

  @Test("records without anything to encode, of those who objected, and that do not fit are counted, not encoded")
  func leftOut() async throws {
    let text = "rec,dob,name\nA,2011-02-03,Ann\nB,,\nC,2011-02-30,Cal\nD,2011-02-03,Dee\nE,2011-02-03,Eve\n"
    let schema = try schema()
    let source = try source(text, schema)
    let run = try await EncodingRun(source, schema, key: key, isOut: { $0 == 3 }, leavesUnfitOut: true)
    #expect(run.counts.rows == 5 && run.counts.encoded == 2 && run.counts.empty == 1)
    #expect(run.counts.optedOut == 1 && run.counts.unfit == 1)
    let error = await #expect(throws: LinkageError.self) { try await EncodingRun(source, schema, key: key) }
    #expect(error?.description.contains("dob is to be a day") == true)
    #expect(error?.description.contains("line 4") == true && error?.description.contains("2011-02-30") == false)
  }

  @Test("decoys are encodings of nobody, and no true record is lost")
  func decoys() async throws {
    let schema = try schema(KithSettings(decoys: 20))
    let run = try await EncodingRun(try source(rows, schema), schema, key: key)
    #expect(run.counts.decoys == 10 && run.origins.count { $0 == .decoy } == 10)
    #expect(run.records.encodings.count == 60)
    #expect((0..<60).allSatisfy { run.records.encodings.ones($0) > 0 })
  }

  @Test(
    "files that cannot be taken are refused with what to mend, and no value is shown",
    arguments: [
      ("rec,dob\nA,2011-01-01\n", "no column name"),
      ("rec,dob,name,name\nA,2011-01-01,Ann,Ann\n", "more than one column name"),
      ("dob,name\n2011-01-01,Ann\n", "no column rec"), ("rec,dob,name\nA,,Ann\nA,,Ann\n", "the name of an earlier one"),
      ("rec,dob,name\n,,Ann\n", "has no name"), ("rec,dob,name\nA,,Ann,x\n", "cells too many"),
      ("rec,dob,name\nA,,\"Ann\n", "quote"),
    ])
  func refused(text: String, message: String) throws {
    let error = #expect(throws: LinkageError.self) { try source(text, schema()) }
    #expect(error?.description.contains(message) == true && error?.description.contains("Ann") == false)
  }

  @Test("blocking tokens follow the parts that they are made of, and are nothing where one is missing")
  func blocking() async throws {
    let settings = KithSettings(
      normalisation: [0: .name],
      blocking: [
        BlockingKey([[FeaturePart(0, prefix: 3)], [FeaturePart(2, prefix: 4)]]),
        BlockingKey([[FeaturePart(0), FeaturePart(2)]]),
      ])
    let schema = try schema(settings)
    let text = "rec,dob,name\nA,2011-02-03,Anna\nB,2011-12-31,ANNE\nC,2012-02-03,Anna\nD,,Anna\n"
    let run = try await EncodingRun(try source(text, schema), schema, key: key)
    var tokens: [Int: [UInt64]] = [:]
    for (place, origin) in run.origins.enumerated() {
      if case .row(let row) = origin { tokens[row] = run.records.tokens.map { $0[place] } }
    }
    #expect(tokens[0]?[0] == tokens[1]?[0] && tokens[0]?[0] != tokens[2]?[0])
    #expect(tokens[0]?[1] != tokens[1]?[1] && tokens[3] == [0, 0])
  }

  @Test("a salt gives one name another encoding in each year, and the same within it")
  func salt() throws {
    let settings = KithSettings(salt: Salt(FeaturePart(2, prefix: 4), features: [0]), shares: [0: 300, 2: 212])
    let salted = try RecordEncoder.encode(
      [["Ann", "", "2011-02-03"], ["Ann", "", "2011-02-03"], ["Ann", "", "2012-02-03"], ["Ann", "", ""]],
      schema(settings), key)
    #expect(salted.serial(0) == salted.serial(1))
    #expect(Set((0..<4).map { salted.serial($0) }).count == 3)
    let plain = try RecordEncoder.encode(
      [["Ann", "", "2011-02-03"]], schema(KithSettings(shares: [0: 300, 2: 212])), key)
    #expect(plain.serial(0) != salted.serial(0))
  }
}
