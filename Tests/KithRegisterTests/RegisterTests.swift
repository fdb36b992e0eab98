import Foundation
import KithTables
import KithTesting
import Testing

@testable import KithRegister

@Suite("The register of agreements")
struct RegisterTests {
  private func agreement(
    _ id: String = "A-1", fields: [String] = ["given_name", "dob"], from: String = "2026-01-01",
    expires: String = "2026-12-31", destroyBy: String = "2027-03-31"
  ) throws -> Agreement {
    try Agreement(
      id: id, purpose: "Evaluation of early help", controllers: ["Alderton Council", "Alderton NHS Trust"],
      legalBasis: "UK GDPR 6(1)(e)", impactAssessment: "DPIA-7", sharingAgreement: "ISA-3", fields: fields,
      from: try #require(Day(iso: from)), expires: try #require(Day(iso: expires)),
      destroyBy: try #require(Day(iso: destroyBy)))
  }

  private func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

  @Test("an agreement allows on its days, and the fields that it names, only")
  func permission() throws {
    var register = Register()
    try register.add(try agreement())
    let permission = try register.permission(by: "A-1", on: try day("2026-12-31"), using: ["DOB"])
    #expect(permission.hash == register.agreements[0].hash && permission.hash.count == 64)
    let refused: [(String, String, [String], RegisterError.Reason)] = [
      ("A-1", "2027-01-01", [], .notInForce), ("A-1", "2025-12-31", [], .notInForce),
      ("A-2", "2026-06-01", [], .unknown),
      ("A-1", "2026-06-01", ["dob", "upn"], .notCovered), ("A-1", "2027-04-01", [], .notInForce),
    ]
    for (id, on, fields, reason) in refused {
      let error = #expect(throws: RegisterError.self) {
        try register.permission(by: id, on: try #require(Day(iso: on)), using: fields)
      }
      #expect(error?.reason == reason)
    }
  }

  @Test("a withdrawn agreement allows nothing from that day on, and keeps its hash")
  func withdrawal() throws {
    var register = Register()
    try register.add(try agreement())
    let hash = register.agreements[0].hash
    try register.withdraw("A-1", on: try day("2026-06-01"), reason: "The project ended")
    #expect(throws: RegisterError.self) { try register.permission(by: "A-1", on: try day("2026-06-01")) }
    #expect(try register.permission(by: "A-1", on: try day("2026-05-31")).hash == hash)
    #expect(throws: RegisterError.self) { try register.withdraw("A-1", on: try day("2026-07-01"), reason: "again") }
    #expect(throws: RegisterError.self) { try register.withdraw("A-9", on: try day("2026-07-01"), reason: "x") }
  }

  @Test("how an agreement stands follows the day")
  func standing() throws {
    let agreement = try agreement()
    let standings = try ["2025-12-31", "2026-01-01", "2026-12-31", "2027-01-01", "2027-03-31", "2027-04-01"]
      .map { agreement.standing(on: try day($0)) }
    #expect(standings == [.notYet, .inForce, .inForce, .expired, .expired, .destructionDue])
  }

  @Test("a register that is written and read is the same, byte for byte")
  func file() throws {
    let folder = try ScratchFolder()
    var register = Register()
    try register.add(try agreement("B"))
    try register.add(try agreement("A"))
    try register.withdraw("B", on: try day("2026-06-01"), reason: "ended")
    try register.write(to: folder.path + "/register.json")
    let again = try Register(file: folder.path + "/register.json")
    #expect(again == register && again.text == register.text)
    #expect(register.agreements.map(\.id) == ["A", "B"])
    #expect(register.text.hasPrefix("{\n  \"agreements\" : ["))
  }

  @Test("a name is taken once, and an agreement says all that it must")
  func unfit() throws {
    var register = Register()
    try register.add(try agreement())
    #expect(throws: RegisterError.self) { try register.add(try agreement()) }
    #expect(throws: RegisterError.self) { try agreement(fields: []) }
    #expect(throws: RegisterError.self) { try agreement("two words") }
    #expect(throws: RegisterError.self) { try agreement(from: "2027-01-01") }
    #expect(throws: RegisterError.self) { try agreement(destroyBy: "2026-06-01") }
  }

  @Test(
    "a file that is not a register is refused in a sentence",
    arguments: ["", "{}", "[1]", "{\"version\":2,\"agreements\":[]}"])
  func hostile(text: String) throws {
    let folder = try ScratchFolder()
    try folder.write(text, "r.json")
    let error = #expect(throws: RegisterError.self) { try Register(file: folder.path + "/r.json") }
    #expect(error?.reason == .unreadable)
    #expect(throws: RegisterError.self) { try Register(file: folder.path + "/none.json") }
  }

  @Test("the hash changes with anything that was agreed")
  func hash() throws {
    let hashes = try [agreement(), agreement(fields: ["dob"]), agreement(expires: "2026-12-30"), agreement("A-2")].map(
      \.hash)
    #expect(Set(hashes).count == 4)
  }
}
