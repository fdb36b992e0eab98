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
      for section in ("\n" + text).components(separatedBy: "\n## ").dropFirst() {
        let lines = section.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
        let body = lines.dropFirst().joined(separator: " ").components(separatedBy: "Example:")
        let codes = lines[0].split { $0 == "," || $0 == " " }.map(String.init)
        for code in codes {
          explanations[code] = Explanation(reason: body[0].trimmed, example: body.count > 1 ? body[1].trimmed : "")
        }
      }
    }
    return explanations
  }
}

extension String {
  /// The text without the spaces at either end.
  fileprivate var trimmed: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }

  /// The parts of the text between occurrences of another.
  fileprivate func components(separatedBy separator: String) -> [String] {
    var parts: [String] = []
    var start = startIndex
    var position = startIndex
    while position < endIndex {
      if self[position...].hasPrefix(separator) {
        parts.append(String(self[start..<position]))
        position = index(position, offsetBy: separator.count)
        start = position
      } else {
        position = index(after: position)
      }
    }
    return parts + [String(self[start...])]
  }
}
