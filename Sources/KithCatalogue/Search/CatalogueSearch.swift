import Foundation

/// A data set that a search found, and where its words stand.
public struct SearchResult: Hashable, Sendable {
  /// The data set.
  public let dataSet: DataSet
  /// How well it fits; results stand from the best on.
  public let score: Double
  /// The parts of the entry in which words were found: `title`, `topics`, `variables`, `description`.
  public let places: [String]
}

/// A search over titles, topics, variables and the rest of the entries.
///
/// A word counts for more where it is rarer and where it stands in a title. The whole word counts most, its beginning less; a slip
/// of a letter or two is forgiven where no entry has the word as it is written.
public struct CatalogueSearch: Sendable {
  private let entries: [(set: DataSet, words: [String: Double], places: [String: Set<String>])]
  private let holders: [String: Int]

  /// Indexes a catalogue.
  public init(_ catalogue: Catalogue = .england) {
    let entries = catalogue.dataSets.map { set in Self.entry(set, catalogue.questions(of: set)) }
    self.entries = entries
    holders = entries.reduce(into: [:]) { holders, entry in
      for word in entry.words.keys { holders[word, default: 0] += 1 }
    }
  }

  private static func entry(_ set: DataSet, _ questions: [Question])
    -> (set: DataSet, words: [String: Double], places: [String: Set<String>])
  {
    let parts: [(String, Double, [String])] = [
      ("title", 8, [set.id, set.name] + set.aka),
      ("topics", 4, set.topics),
      ("variables", 3, set.variables + set.identifiers),
      (
        "questions", 2,
        questions.filter { $0.needs.contains { $0.dataSet == set.id } }.flatMap { [$0.title] + $0.words }
      ),
      (
        "description", 1,
        [set.unit, set.steward, set.population ?? ""] + set.uses + set.limits + set.breaks.map(\.what)
      ),
    ]
    var (words, places): ([String: Double], [String: Set<String>]) = ([:], [:])
    for (place, weight, texts) in parts {
      for word in texts.flatMap(SearchWords.indexed) where !SearchWords.idle.contains(word) {
        words[word] = max(words[word] ?? 0, weight)
        places[word, default: []].insert(place)
      }
    }
    return (set, words, places)
  }

  /// The data sets that a text fits, the best first; those that hold more of its words come before all others.
  public func results(for text: String) -> [SearchResult] {
    let asked = SearchWords.of(text).filter { !SearchWords.idle.contains($0) }
    let readings = asked.map(readings)
    let found = entries.compactMap { entry -> (SearchResult, words: Int)? in
      let hits = readings.map { best($0, in: entry.words) }
      let score = hits.reduce(0) { $0 + ($1?.score ?? 0) }
      guard score > 0 else { return nil }
      let places = Set(hits.compactMap { $0 }.flatMap { entry.places[$0.word] ?? [] }).sorted()
      return (SearchResult(dataSet: entry.set, score: score, places: places), hits.count { $0 != nil })
    }
    return found.sorted { ($1.words, $1.0.score, $0.0.dataSet.id) < ($0.words, $0.0.score, $1.0.dataSet.id) }.map(\.0)
  }

  /// The indexed words that a word of the user's may stand for, with how much each counts.
  private func readings(of word: String) -> [(word: String, share: Double)] {
    let known = holders.keys.compactMap { other -> (String, Double)? in
      if other == word { return (other, 1) }
      return word.count >= 3 && other.hasPrefix(word) ? (other, 0.6) : nil
    }
    if !known.isEmpty { return known }
    return holders.keys.filter { SearchWords.isSlip(word, of: $0) }.map { ($0, 0.4) }
  }

  private func best(_ readings: [(word: String, share: Double)], in words: [String: Double])
    -> (word: String, score: Double)?
  {
    readings.compactMap { reading -> (word: String, score: Double)? in
      guard let weight = words[reading.word] else { return nil }
      let rarity = log(1 + Double(entries.count) / Double(holders[reading.word] ?? 1))
      return (reading.word, weight * reading.share * rarity)
    }
    .max { ($0.score, $1.word) < ($1.score, $0.word) }
  }
}

extension Catalogue {
  /// The names that a user may have meant: those written most alike, else those that a search finds.
  public func nearest(_ name: String) -> [String] {
    let wanted = name.lowercased()
    let distances = dataSets.map { set in
      (set.id, ([set.id, set.name] + set.aka).map { SearchWords.distance(wanted, $0.lowercased()) }.min() ?? .max)
    }
    let alike = distances.filter { $0.1 <= max(1, wanted.count / 3) }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
    let found = CatalogueSearch(self).results(for: name).map(\.dataSet.id).filter { !alike.contains($0) }
    return Array((alike + found).prefix(4))
  }
}
