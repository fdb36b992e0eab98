import Foundation
import KithTesting
import Testing

@Suite("kith link and kith register")
struct LinkProgramTests {
  private let folder: String
  private static let agreement = ["--entry", "early-help", "--as-of", "2026-11-30"]

  init() throws {
    folder = FileManager.default.temporaryDirectory.path() + "kith-link-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private func path(_ name: String) -> String { folder + "/" + name }

  private func write(_ text: String, _ name: String) throws { try Data(text.utf8).write(to: URL(filePath: path(name))) }

  private func read(_ name: String) throws -> String {
    try String(contentsOf: URL(filePath: path(name)), encoding: .utf8)
  }

  @discardableResult private func kith(_ arguments: [String], code: Int32 = 0) throws -> Program.Outcome {
    let outcome = try Program.run(arguments)
    #expect(outcome.code == code, "\(arguments.joined(separator: " ")): \(outcome.errors)")
    return outcome
  }

  private func object(_ arguments: [String]) throws -> [String: Any] {
    let text = try kith(arguments + ["--json"]).output
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  /// The register, a schema, a key and two parties' files, in which twelve children are the same.
  private func prepare(fields: [String] = ["given_name", "surname", "dob", "sex", "postcode"]) throws {
    try kith(
      [
        "register", "add", "--register", path("register.json"), "--entry", "early-help", "--purpose", "Evaluation",
        "--controller", "Alderton Council", "--legal-basis", "UK GDPR 6(1)(e)", "--dpia", "D7", "--information-sharing",
        "I3", "--from", "2026-01-01", "--expires", "2026-12-31", "--destroy-by", "2027-03-31",
      ]
        + fields.flatMap { ["--field", $0] })
    try write(try kith(["link", "schema", "--project", "early-help"]).output, "schema.json")
    try kith(["link", "key", "new", "--out", path("key")])
    let names = ["Xanthe", "Yusuf", "Zora", "Wilf", "Una", "Tane", "Sunil", "Rhian", "Qasim", "Petra", "Osian", "Nell"]
    let rows = { (mark: String, others: Int) in
      names.enumerated().map { "\(mark).\($0),\($1),Zed\($0)son,2012-0\(1 + $0 % 9)-1\($0 % 10),F,ZZ\($0) 1AA" }
        + (0..<others).map { number in
          let shift = mark == "A" ? 0 : 5
          return
            "\(mark).9\(number),\(["Ivo", "Bram", "Cleo", "Dov", "Ewa", "Fay", "Gus", "Hal", "Ida", "Jon", "Kit"][number + shift]),"
            + "\(["Oak", "Elm", "Ash", "Yew", "Fir", "Pine", "Beech", "Birch", "Larch", "Alder", "Hazel"][number + shift]),"
            + "20\(10 + number + shift)-1\((number + shift) % 3)-2\((number + shift) % 9),M,ZZ4\(number + shift) 2AA"
        }
    }
    for (mark, others) in [("A", 4), ("B", 6)] {
      try write(
        "id,given_name,surname,dob,sex,postcode\n" + rows(mark, others).joined(separator: "\n") + "\n", "\(mark).csv")
    }
  }

  private func encodeArguments(_ mark: String, _ more: [String] = []) -> [String] {
    [
      "link", "encode", path("\(mark).csv"), "--schema", path("schema.json"), "--key", path("key"), "--register",
      path("register.json"), "--id", "id", "--out", path(mark),
    ] + Self.agreement + more
  }

  private func matchArguments(_ more: [String] = []) -> [String] {
    [
      "link", "match", path("A/to-send"), path("B/to-send"), "--register", path("register.json"), "--out",
      path("links"),
    ]
      + Self.agreement + more
  }

  private var names: [String] { ["Xanthe", "Zed1son", "2012-0", "ZZ3 1AA", "A.9", "B.11"] }

  @Test(
    "two parties encode, a third matches, and the links are weighed; no name, identifier or key is where it should not be"
  )
  func wholeWay() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try prepare()
    var said = ""
    for mark in ["A", "B"] { said += try kith(encodeArguments(mark)).output }
    said += try kith(matchArguments()).output
    let owners = ["--owners", path("A/to-keep/records.csv"), "--owners", path("B/to-keep/records.csv")]
    try write("a,b\n" + (0..<12).map { "A.\($0),B.\($0)\n" }.joined(), "truth.csv")
    let evaluate =
      ["link", "evaluate", path("links/pairs.csv"), "--register", path("register.json")] + Self.agreement + owners
    let weighed = try kith(evaluate + ["--truth", path("truth.csv"), "--out", path("weighed")]).output
    #expect(weighed.contains("12 links: 12 true, 0 false") && weighed.contains("Not for release"), "\(weighed)")
    said +=
      weighed
      + (try kith(evaluate + ["--people", path("A.csv"), "--id", "id", "--by-column", "sex", "--by-age", "dob"]).output)
    let key = try read("key").trimmingCharacters(in: .newlines)
    let open = [
      "A/to-send/encodings.csv", "A/to-send/manifest.json", "A/to-keep/protocol.json",
      "links/pairs.csv",
      "links/thresholds.csv", "links/protocol.json", "weighed/evaluation.json", "weighed/protocol.json",
      "register.json",
    ]
    for text in try open.map(read) + [said] {
      #expect(!names.contains { text.contains($0) } && !text.contains(key))
    }
    #expect(try read("A/to-keep/records.csv").contains("A.9"))
    let mode =
      try FileManager.default.attributesOfItem(atPath: path("A/to-keep/records.csv"))[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test("links by threshold, and who is linked, are drawn with their tables, and no record is shown")
  func drawn() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try prepare()
    // Ten true links, the surer the lower the number, and two that are false.
    let pairs = (0..<12).map { "A.\($0),B.\($0 < 10 ? $0 : 21 - $0),0.\(97 - 3 * $0)\n" }
    try write("a,b,similarity\n" + pairs.joined(), "links.csv")
    try write("a,b\n" + (0..<12).map { "A.\($0),B.\($0)\n" }.joined(), "truth.csv")
    let evaluate =
      ["link", "evaluate", path("links.csv"), "--truth", path("truth.csv"), "--register", path("register.json")]
      + Self.agreement
    let people = ["--people", path("A.csv"), "--id", "id", "--by-column", "sex", "--charts", path("drawn")]
    #expect(!(try kith(evaluate + people).output.contains("evaluation.html")))
    let page = try read("drawn/evaluation.html")
    #expect(page.contains("F1 is greatest at a threshold of 0.68") && page.contains("Who is linked, by sex"))
    #expect(page.contains("Links by threshold") && page.contains("Not for release"))
    #expect(!names.contains { page.contains($0) })
    try write("a,b\nA.1,B.1\n", "links.csv")
    let refused = try kith(evaluate + ["--charts", path("drawn"), "--replace"], code: 2)
    #expect(refused.errors.contains("nothing to draw"))
    #expect(try read("drawn/evaluation.html") == page)
  }

  @Test("features that stay apart are weighed, and what each is worth is written")
  func apart() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try prepare()
    try write(try kith(["link", "schema", "--project", "early-help", "--apart"]).output, "schema.json")
    for mark in ["A", "B"] { try kith(encodeArguments(mark)) }
    #expect(try kith(matchArguments()).output.contains("12 links of one to one"))
    let weights = try read("links/weights.csv")
    #expect(weights.hasPrefix("first_party,second_party,field,level,") && weights.contains("\n1,2,surname,exact,"))
    #expect(!names.contains { weights.contains($0) })
    let refused = try kith(matchArguments(["--replace", "--blocking", "samples"]), code: 2)
    #expect(refused.errors.contains("keeps features apart"))
    #expect(try read("links/weights.csv") == weights)
  }

  @Test("the same again is the same, byte for byte")
  func again() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try prepare()
    let first = try ["A", "B"].map { try kith(encodeArguments($0)) }.count
    try kith(matchArguments())
    let files = [
      "A/to-send/encodings.csv", "A/to-send/manifest.json", "A/to-keep/records.csv", "A/to-keep/protocol.json",
      "links/pairs.csv", "links/protocol.json",
    ]
    let before = try files.map(read)
    #expect(first == 2)
    for mark in ["A", "B"] { try kith(encodeArguments(mark, ["--replace"])) }
    try kith(matchArguments(["--replace"]))
    #expect(try files.map(read) == before)
  }

  @Test("nothing is encoded or matched without an agreement that holds, and nothing is left behind")
  func refused() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try prepare(fields: ["given_name", "surname", "dob", "sex"])
    let fields = try kith(encodeArguments("A"), code: 2).errors
    #expect(fields.contains("does not name the fields postcode"))
    try FileManager.default.removeItem(atPath: path("register.json"))
    #expect(try kith(encodeArguments("A"), code: 2).errors.contains("no register"))
    try FileManager.default.removeItem(atPath: path("key"))
    try prepare()
    for (changed, message) in [
      ("2027-01-01", "expired on 2026-12-31"), ("2025-12-31", "holds from"), ("soon", "a day"),
    ] {
      let arguments = encodeArguments("A").map { $0 == "2026-11-30" ? changed : $0 }
      #expect(try kith(arguments, code: 2).errors.contains(message))
    }
    for mark in ["A", "B"] { try kith(encodeArguments(mark)) }
    let late = matchArguments().map { $0 == "2026-11-30" ? "2027-01-01" : $0 }
    #expect(try kith(late, code: 2).errors.contains("expired"))
    let withdraw = ["register", "withdraw", "--register", path("register.json"), "--reason", "ended"]
    try kith(withdraw + ["--entry", "early-help", "--as-of", "2026-10-01"])
    #expect(try kith(matchArguments(), code: 2).errors.contains("withdrawn"))
    #expect(!FileManager.default.fileExists(atPath: path("links")))
    #expect(
      try kith(withdraw + ["--entry", "none", "--as-of", "2026-10-01"], code: 2).errors.contains("no agreement none"))
  }

  @Test("parties that encoded in different ways are refused, and what differs is named")
  func mismatch() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try prepare()
    try kith(encodeArguments("A"))
    let schema = try read("schema.json")
    try write(schema.replacing("\"bitsPerFeature\" : 160", with: "\"bitsPerFeature\" : 150"), "schema.json")
    try kith(encodeArguments("B"))
    #expect(
      try kith(matchArguments(), code: 2).errors.contains("features[0].hashing.strategy.bitsPerFeature: 160 and 150"))
    try write(schema, "schema.json")
    try FileManager.default.removeItem(atPath: path("key"))
    try kith(["link", "key", "new", "--out", path("key")])
    try kith(encodeArguments("B", ["--replace"]))
    #expect(try kith(matchArguments(), code: 2).errors.contains("different keys"))
  }

  @Test(
    "what whoever matches may not have, what has been changed and what is no encoding is refused",
    arguments: [
      ("A/to-send/records.csv", "record,line,id\n", "may not have"),
      ("A/to-send/k", "kith1-aaaaaaaaaaaaaaaaaaaa\n", "may not have"),
      ("A/to-send/encodings.csv", "record,encoding\n1,AAAA\n", "not what it was"),
      ("A/to-send/manifest.json", "{}", "not a manifest"),
      ("A/to-send/manifest.json", "[[[[", "not a manifest"), ("A/to-send/encodings.csv", "", "is empty"),
    ])
  func hostile(name: String, text: String, message: String) throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try prepare()
    for mark in ["A", "B"] { try kith(encodeArguments(mark)) }
    try write(text, name)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path(name))
    #expect(try kith(matchArguments(), code: 2).errors.contains(message))
    #expect(!FileManager.default.fileExists(atPath: path("links")))
  }

  @Test("a whole folder of an owner, a key that others may read and values that do not fit are refused with what to do")
  func mistakes() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try prepare()
    for mark in ["A", "B"] { try kith(encodeArguments(mark)) }
    #expect(try kith(encodeArguments("A"), code: 2).errors.contains("--replace"))
    let whole = matchArguments().map { $0 == path("A/to-send") ? path("A") : $0 }
    #expect(try kith(whole, code: 2).errors.contains("to-send alone"))
    try write("mine", "A/notes.txt")
    #expect(try kith(encodeArguments("A", ["--replace"]), code: 2).errors.contains("which no run wrote"))
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path("key"))
    #expect(try kith(encodeArguments("C"), code: 2).errors.contains("chmod 600"))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path("key"))
    let long = String(repeating: "x", count: 200)
    try write(
      "id,given_name,surname,dob,sex,postcode\nC1,\(long),Zed,2012-01-01,F,\nC2,Una,Zed,2012-01-01,F,\n", "C.csv")
    let unfit = try kith(encodeArguments("C"), code: 2).errors
    #expect(unfit.contains("given_name") && unfit.contains("line 2") && !unfit.contains("xxx"))
    #expect(try kith(encodeArguments("C", ["--leave-out-unfit"])).output.contains("1 did not fit"))
    let alone = matchArguments().filter { $0 != path("B/to-send") }
    #expect(try kith(alone, code: 64).errors.contains("two parties"))
  }

  @Test("the records of those who have objected are left out, by the list that the agreement names and no other")
  func objections() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try prepare()
    try write("id\nA.3\nA.5\n", "objections.csv")
    try FileManager.default.removeItem(atPath: path("register.json"))
    try kith([
      "register", "add", "--register", path("register.json"), "--entry", "early-help", "--purpose", "Evaluation",
      "--controller", "C", "--legal-basis", "L", "--dpia", "D", "--information-sharing", "I", "--from", "2026-01-01",
      "--expires", "2026-12-31", "--destroy-by", "2027-03-31", "--opt-outs", path("objections.csv"), "--field",
      "given_name", "--field", "surname", "--field", "dob", "--field", "sex", "--field", "postcode",
    ])
    #expect(try kith(encodeArguments("A"), code: 2).errors.contains("--opt-outs"))
    #expect(try kith(encodeArguments("A", ["--opt-outs", path("B.csv")]), code: 2).errors.contains("not the list"))
    let outcome = try kith(encodeArguments("A", ["--opt-outs", path("objections.csv")]))
    #expect(outcome.output.contains("2 are of people who have objected"))
    #expect(try read("A/to-keep/records.csv").split(separator: "\n").count == 15)
    #expect(!(try read("register.json")).contains("A.3"))
  }

  @Test("a key is split and joined, and its text is printed nowhere")
  func keys() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var said = ""
    for name in ["mine", "theirs"] { said += try kith(["link", "key", "new", "--out", path(name)]).output }
    said += try kith(["link", "key", "join", path("mine"), path("theirs"), "--out", path("joint")]).output
    said += try kith(["link", "key", "split", path("joint"), "--into", "3", "--out", path("share")]).output
    let shares = (1...3).map { path("share.\($0)") }
    said += try kith(["link", "key", "join"] + shares + ["--out", path("again")]).output
    #expect(try read("again") == read("joint"))
    said += try kith(["link", "key", "join"] + shares.dropLast() + ["--out", path("fewer")], code: 2).errors
    said += try kith(["link", "key", "new", "--out", path("mine")], code: 2).errors
    for name in ["mine", "theirs", "joint", "share.1"] {
      let secret = try read(name).trimmingCharacters(in: .newlines).suffix(43)
      #expect(secret.count == 43 && !said.contains(secret))
    }
  }

  @Test("an attack on people who are not marked as synthetic is refused without an agreement")
  func resist() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try prepare()
    let arguments = ["link", "resist", path("A.csv"), "--reference", path("B.csv")]
    #expect(try kith(arguments, code: 2).errors.contains("section 171"))
    try kith(arguments + ["--register", path("register.json")] + Self.agreement)
    try write("synthetic", "SYNTHETIC.txt")
    #expect(try kith(arguments).output.contains("Guessing the most common name"))
  }

  @Test("the JSON objects have the shapes that docs/json.md gives")
  func shapes() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try prepare()
    let encoded = try object(encodeArguments("A"))
    #expect(
      Set(encoded.keys) == [
        "command", "agreement", "agreementSha256", "schemaSha256", "keyFingerprint", "bits", "counts", "files",
      ])
    #expect(
      Set((encoded["counts"] as? [String: Any] ?? [:]).keys)
        == ["rows", "encoded", "nothingToEncode", "optedOut", "unfit", "decoys"])
    try kith(encodeArguments("B"))
    let matched = try object(matchArguments())
    #expect(
      Set(matched.keys) == [
        "command", "agreement", "agreementSha256", "records", "compared", "candidates", "links", "groups", "thresholds",
        "expected",
      ])
    #expect(
      Set((matched["expected"] as? [[String: Any]])?.first?.keys.map { $0 } ?? []) == [
        "matches", "precision", "recall",
      ])
    try write("a,b,g\nA.1,B.1,x\n", "truth.csv")
    let evaluated = try object(
      [
        "link", "evaluate", path("links/pairs.csv"), "--owners", path("A/to-keep/records.csv"), "--owners",
        path("B/to-keep/records.csv"), "--truth", path("truth.csv"), "--people", path("A.csv"), "--id", "id",
        "--by-column",
        "sex", "--register", path("register.json"),
      ] + Self.agreement)
    #expect(
      Set(evaluated.keys) == ["command", "links", "accuracy", "byThreshold", "byGroup", "people", "forRelease"])
    #expect(
      Set((evaluated["accuracy"] as? [String: Any] ?? [:]).keys) == [
        "right", "wrong", "missed", "precision", "recall", "f1",
      ])
    #expect(
      Set((evaluated["people"] as? [[String: Any]])?.first?.keys.map { $0 } ?? []) == [
        "characteristic", "category", "figures",
      ])
    let list = try object(["register", "list", "--register", path("register.json"), "--as-of", "2026-11-30"])
    #expect(Set(list.keys) == ["command", "asOf", "agreements"])
    #expect(
      Set((list["agreements"] as? [[String: Any]])?.first?.keys.map { $0 } ?? [])
        == ["entry", "standing", "purpose", "from", "expires", "destroyBy", "sha256"])
    let shown = try object(["register", "show", "--register", path("register.json"), "--entry", "early-help"])
    #expect(
      Set(shown.keys) == [
        "command", "entry", "purpose", "controllers", "processors", "legalBasis", "dpia", "informationSharing",
        "fields",
        "from", "expires", "destroyBy", "sha256",
      ])
    let resisted = try object(["link", "resist", "--people", "100"])
    #expect(Set(resisted.keys) == ["command", "rows", "commonest"])
  }
}
