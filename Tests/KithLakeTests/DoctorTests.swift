import Foundation
import KithTesting
import Testing

@Suite("kith doctor")
struct DoctorTests {
  @Test("it says what is there and what is missing, and ends well; --json has the shape that docs/json.md documents")
  func shape() throws {
    let outcome = try KithProgram.run(["doctor", "--json"])
    #expect(outcome.code == 0)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(outcome.text.utf8)) as? [String: Any])
    #expect(Set(object.keys) == ["command", "version", "ready", "findings"])
    let findings = try #require(object["findings"] as? [[String: Any]])
    let keys: Set = ["what", "serves", "needed", "found", "remedy"]
    #expect(findings.count > 6 && findings.allSatisfy { Set($0.keys).union(["found"]) == keys })
    #expect(findings.contains { $0["what"] as? String == "DuckDB" && $0["found"] != nil })
  }

  @Test("on a machine without DuckDB it says so and ends well")
  func bare() throws {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: KithProgram.path ?? "")
    process.arguments = ["doctor"]
    process.environment = ["KITH_DUCKDB": "/nowhere/libduckdb.so", "PATH": "/nowhere"]
    process.standardOutput = pipe
    try process.run()
    let text = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0 && text.contains("MISSING   DuckDB") && text.contains("KITH_DUCKDB"))
  }
}
