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
    let (code, text) = try KithProgram.run(
      ["doctor"], environment: ["KITH_DUCKDB": "/nowhere/libduckdb.so", "PATH": "/nowhere"])
    #expect(code == 0 && text.contains("MISSING   DuckDB") && text.contains("KITH_DUCKDB"))
  }

  @Test("KITH_MEMORY is what the engine may take; where it says nothing, that is missing and not DuckDB")
  func memory() throws {
    let limited = try KithProgram.run(["doctor"], environment: ["KITH_MEMORY": "300MiB"]).text
    #expect(limited.contains("memory for DuckDB: 300.0 MiB"))
    let wrong = try KithProgram.run(["doctor"], environment: ["KITH_MEMORY": "lots"]).text
    #expect(wrong.contains("MISSING   memory for DuckDB") && wrong.contains("there     DuckDB:"))
  }
}
