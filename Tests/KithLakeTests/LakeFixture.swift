import Foundation
import KithTesting
import Testing

/// A synthetic store of two authorities and years, with a register and a key beside it, made once for all tests.
final class LakeFixture: Sendable {
  static let made = Result { try LakeFixture() }
  let folder = FileManager.default.temporaryDirectory.path() + "kith-lake-\(UUID().uuidString)"

  private init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try run("synth", "--las", "2", "--years", "2", "--seed", "9", "--children", "120", "--out", path("synth"))
    try run("load", path("synth"), "--each", "--store", path("store.duckdb"), "--unchecked")
    try run("link", "key", "new", "--out", path("key"))
    try Data("a-key-of-the-store\n".utf8).write(to: URL(filePath: path("store.key")))
    try register("region", try run("lake", "fields").split(separator: "\n").map(String.init))
    try register("narrow", ["DECOM", "DEC", "LS", "SEX"])
  }

  func path(_ name: String) -> String { folder + "/" + name }

  private func register(_ entry: String, _ fields: [String]) throws {
    let fixed = [
      "register", "add", "--register", path("register.json"), "--entry", entry, "--purpose", "Regional pool",
      "--controller", "Alderton Council", "--legal-basis", "UK GDPR 6(1)(e)", "--dpia", "D7", "--information-sharing",
      "I3", "--from", "2026-01-01", "--expires", "2026-12-31", "--destroy-by", "2027-03-31",
    ]
    let outcome = try KithProgram.run(fixed + fields.flatMap { ["--field", $0] })
    #expect(outcome.code == 0, "\(outcome.text)")
  }

  @discardableResult func run(_ arguments: String...) throws -> String {
    let outcome = try KithProgram.run(arguments)
    #expect(outcome.code == 0, "\(arguments.joined(separator: " ")): \(outcome.text)")
    return outcome.text
  }
}

/// A folder of one test, with a copy of the fixture's store.
final class LakeFolder {
  let fixture: LakeFixture
  private let scratch: ScratchFolder

  init() throws {
    fixture = try LakeFixture.made.get()
    scratch = try ScratchFolder()
    try FileManager.default.copyItem(atPath: fixture.path("store.duckdb"), toPath: path("store.duckdb"))
  }

  func path(_ name: String) -> String { scratch.path + "/" + name }

  @discardableResult func kith(_ arguments: String..., code: Int32 = 0) throws -> String {
    let outcome = try KithProgram.run(arguments)
    #expect(outcome.code == code, "\(arguments.joined(separator: " ")): \(outcome.text)")
    return outcome.text
  }

  /// The arguments of an export under an agreement.
  func exporting(_ lake: String = "lake", entry: String = "region", project: String = "p") -> [String] {
    [
      "lake", "export", "--store", path("store.duckdb"), "--out", path(lake), "--key", fixture.path("key"), "--project",
      project, "--register", fixture.path("register.json"), "--entry", entry, "--as-of", "2026-06-30",
    ]
  }

  @discardableResult func export(
    _ lake: String = "lake", _ more: [String] = [], entry: String = "region", project: String = "p", code: Int32 = 0
  ) throws -> String {
    let outcome = try KithProgram.run(exporting(lake, entry: entry, project: project) + more)
    #expect(outcome.code == code, "\(outcome.text)")
    return outcome.text
  }

  func files(_ lake: String = "lake") -> [String] {
    (FileManager.default.subpaths(atPath: path(lake)) ?? []).filter { $0.hasSuffix(".parquet") }.sorted()
  }
}
