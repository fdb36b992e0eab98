import KithLake
import KithRegister
import KithTables
import Testing

@Suite("Where an engine may be")
struct EngineAddressTests {
  @Test(
    "this machine is told by its numbers and the name localhost, never by looking a name up",
    arguments: [
      ("sc://127.0.0.1:15002", true), ("sc://localhost", true), ("sc://[::1]:15002", true), ("sc://127.0.0.1", true),
      ("sc://127.evil.example:443", false), ("sc://localhost.example", false), ("sc://10.0.0.1:15002", false),
      ("sc://0.0.0.0:15002", false),
    ])
  func machines(_ address: String, isHere: Bool) throws {
    #expect(try EngineAddress(address).isThisMachine == isHere)
  }

  @Test("an address is one of Spark Connect, without a user in it", arguments: ["", "http://x", "sc://", "sc://a@b:1"])
  func others(_ address: String) {
    #expect(throws: LakeError.self) { try EngineAddress(address) }
  }

  @Test("another machine asks for an agreement, for encryption, and for a lake of that agreement")
  func elsewhere() throws {
    let manifest = LakeManifest(
      program: "t", isPseudonymised: true, isSynthetic: true, storeSchema: 2,
      agreement: .init(id: "region", sha256: try permission().hash, destroyBy: "2027-03-31"), fingerprint: "",
      dates: "day",
      tables: [], submissions: [])
    let plain = try EngineAddress("sc://spark.example:443")
    let locked = try EngineAddress("sc://spark.example:443/;use_ssl=true")
    #expect(throws: LakeError.self) { try locked.notice(under: nil, lake: manifest, place: "s3://lake") }
    #expect(throws: LakeError.self) { try plain.notice(under: try permission(), lake: manifest, place: "s3://lake") }
    let notice = try locked.notice(under: try permission(), lake: manifest, place: "s3://lake")
    #expect(notice?.contains("Left this machine under region") == true)
    var other = manifest
    other.agreement = .init(id: "region", sha256: "0", destroyBy: "2027-03-31")
    let unlike = other
    #expect(throws: LakeError.self) { try locked.notice(under: try permission(), lake: unlike, place: "s3://lake") }
    #expect(try EngineAddress("sc://127.0.0.1:1").notice(under: nil, lake: manifest, place: "x") == nil)
  }

  private func permission() throws -> Permission {
    let day = { (text: String) in Day(iso: text) ?? Day(number: 0) }
    var register = Register()
    try register.add(
      Agreement(
        id: "region", purpose: "Pool", controllers: ["Alderton"], legalBasis: "UK GDPR 6(1)(e)", impactAssessment: "D7",
        sharingAgreement: "I3", fields: ["DECOM"], from: day("2026-01-01"), expires: day("2026-12-31"),
        destroyBy: day("2027-03-31")))
    return try register.permission(by: "region", on: day("2026-06-30"))
  }
}
