import KithTables

/// Why a rule asks what it asks, and an example of a row that fails it.
public struct Explanation: Sendable, Equatable {
  /// Why the guidance asks for it.
  public let reason: String
  /// A row that fails, invented.
  public let example: String

  /// The explanations in texts in which a heading with the code stands before each, and `Example:` before the example.
  static func parse(_ texts: [String]) -> [String: Explanation] {
    var explanations: [String: Explanation] = [:]
    for text in texts {
      for section in ("\n" + text).split(separator: "\n## ", omittingEmptySubsequences: false).dropFirst() {
        let lines = section.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
        let prose = lines.dropFirst().joined(separator: " ")
        let body = prose.split(separator: "Example:", omittingEmptySubsequences: false)
        let codes = lines[0].split { $0 == "," || $0 == " " }.map(String.init)
        for code in codes {
          explanations[code] = Explanation(reason: body[0].trimmed, example: body.count > 1 ? body[1].trimmed : "")
        }
      }
    }
    return explanations
  }
}
