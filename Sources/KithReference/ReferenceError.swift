import KithEngine

/// Why a file of reference data could not be read, and what to do instead.
public struct ReferenceError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file, as the user named it.
  public let file: String
  /// What is wrong, and what to do.
  public let problem: String

  init(_ file: String, _ problem: String) {
    self.file = file
    self.problem = problem
  }

  init(_ file: String, reading kind: String, _ error: EngineError) {
    self.file = file
    problem =
      error.reason == .missingDriver
      ? error.message
      : "it cannot be read as \(kind); download it again. DuckDB says: \(error.message.prefix { $0 != "\n" })"
  }

  /// The file, what is wrong and what to do.
  public var description: String { "\(file): \(problem)" }
}
