import Foundation
import KithEngine
import KithLake
import KithTesting
import Testing

/// Three invented authorities, each with a store and a key of its own, with one linkage key and a register, made once for all tests.
final class PoolFixture: Sendable {
  static let made = Result { try PoolFixture() }
  static let authorities = ["010", "011", "012"]
  let folder = FileManager.default.temporaryDirectory.path() + "kith-pool-\(UUID().uuidString)"

  private init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try run(["synth", "--las", "3", "--years", "4", "--seed", "5", "--children", "220", "--out", path("synth")])
    try run(["link", "key", "new", "--out", path("region.key")])
    for authority in Self.authorities {
      try FileManager.default.createDirectory(atPath: path("las-\(authority)"), withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        atPath: path("synth/\(authority)"), toPath: path("las-\(authority)/\(authority)"))
      try run(["load", path("las-\(authority)"), "--each", "--store", store(authority), "--unchecked"])
      try run(["link", "persons", "--store", store(authority), "--samples", "5000"])
      try run(["link", "key", "new", "--out", path("\(authority).key")])
    }
    let fields = try run(["lake", "fields"]).split(separator: "\n").map(String.init)
    let fixed = [
      "register", "add", "--register", path("register.json"), "--entry", "region", "--purpose", "Regional pool",
      "--controller", "Alderton Council", "--legal-basis", "UK GDPR 6(1)(e)", "--dpia", "D7", "--information-sharing",
      "I3", "--from", "2026-01-01", "--expires", "2026-12-31", "--destroy-by", "2027-03-31",
    ]
    try run(fixed + fields.flatMap { ["--field", $0] })
  }

  func path(_ name: String) -> String { folder + "/" + name }
  func store(_ authority: String) -> String { path("\(authority).duckdb") }

  @discardableResult func run(_ arguments: [String], code: Int32 = 0) throws -> String {
    let outcome = try KithProgram.run(arguments)
    #expect(outcome.code == code, "\(arguments.joined(separator: " ")): \(outcome.text)")
    return outcome.text
  }

  var agreement: [String] { ["--register", path("register.json"), "--entry", "region", "--as-of", "2026-11-30"] }

  /// The arguments of a preview or a package of an authority, whose store is at a path.
  func sending(_ authority: String, _ store: String? = nil) -> [String] {
    [
      "--store", store ?? self.store(authority), "--la", authority, "--key", path("\(authority).key"), "--linkage-key",
      path("region.key"),
    ] + agreement
  }
}
