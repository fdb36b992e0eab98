import Testing

@testable import KithEngine

@Suite("How much memory the engine may take")
struct MemoryTests {
  @Test(
    "A number with a unit is handed to the engine",
    arguments: [("2GB", "2GB"), ("512 MiB", "512MIB"), ("1.5gb", "1.5GB")])
  func limit(text: String, setting: String) throws {
    let options = try EngineMemory.limited(["path": ":memory:"], to: text)
    #expect(options == ["path": ":memory:", "memory_limit": setting])
    let result = try Engine(.duckDB(options: options)).connect().query("SELECT current_setting('memory_limit') AS v")
    #expect(try result.text("v")[0] != inMemory().query("SELECT current_setting('memory_limit') AS v").text("v")[0])
  }

  @Test(
    "What is no amount, or too little to open a store, says what to write",
    arguments: ["much", "4", "-2GB", "1MB", "nanGB"])
  func wrong(text: String) throws {
    let error = #expect(throws: EngineError.self) { try EngineMemory.limited([:], to: text) }
    #expect(error?.reason == .setting)
    #expect(error?.description.contains("KITH_MEMORY") == true && error?.description.contains("4GB") == true)
  }

  @Test("Nothing is set where nothing is said, and an option of its own comes first")
  func unsaid() throws {
    #expect(try EngineMemory.limited([:], to: nil) == [:])
    #expect(try EngineMemory.limited([:], to: "") == [:])
    #expect(try EngineMemory.limited(["memory_limit": "1GB"], to: "2GB") == ["memory_limit": "1GB"])
  }
}
