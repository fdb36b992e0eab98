/// Why a measure or a topic could not be found by what was typed.
public struct MeasureSearchError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What happened, and what to type instead.
  public let description: String
}

extension PublishedMeasures {
  /// The measures of a topic, by its name or the start of it, whatever the case.
  public func measures(ofTopic text: String) throws(MeasureSearchError) -> [Measure] {
    let key = text.lowercased()
    let topic =
      topics.first { $0.lowercased() == key } ?? topics.first { $0.lowercased().hasPrefix(key) }
      ?? topics.first { $0.lowercased().contains(key) }
    guard let topic, !key.isEmpty else {
      let list = topics.map { "  " + $0 }.joined(separator: "\n")
      throw MeasureSearchError(description: "No topic is called \"\(text)\". The topics are:\n\(list)")
    }
    return measures.filter { $0.topics.contains(topic) }
  }

  /// The measures meant by a name, a short name, or some words that their names hold.
  public func measures(matching text: String) throws(MeasureSearchError) -> [Measure] {
    if let exact = measure(named: text) { return [exact] }
    let words = text.lowercased().split(separator: " ")
    let matches = measures.filter { measure in words.allSatisfy { measure.name.lowercased().contains($0) } }
    guard !matches.isEmpty, !words.isEmpty else {
      throw MeasureSearchError(
        description: "No measure's name holds \"\(text)\". Try fewer words, or list a topic's measures with --topic.")
    }
    return matches
  }
}
