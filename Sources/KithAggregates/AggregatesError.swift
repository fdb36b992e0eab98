/// Why a published file could not be read, and what to do instead.
public struct AggregatesError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file or folder, as it was named.
  public let file: String
  /// What is wrong, and what to do.
  public let problem: String

  /// An error about a file.
  public init(file: String, _ problem: String) {
    self.file = file
    self.problem = problem
  }

  /// The file, what is wrong, and what to do.
  public var description: String { "\(file): \(problem)" }
}
