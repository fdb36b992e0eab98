/// Why the catalogue has no answer.
public enum CatalogueError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Nothing in it has this name; the nearest names.
  case unknown(String, nearest: [String])
  /// No question is recognised in these words; some that are known.
  case noQuestion(String, known: [String])

  /// What to do instead.
  public var description: String {
    switch self {
    case .unknown(let name, let nearest):
      "The catalogue has no \(name)." + (nearest.isEmpty ? "" : " Nearest: \(nearest.joined(separator: ", ")).")
        + " kith catalogue list has all names."
    case .noQuestion(let text, let known):
      "No question that the catalogue knows is in \"\(text)\". Use other words, or name a topic: "
        + known.joined(separator: ", ") + "."
    }
  }
}
