/// Words that name a question or a data set.
struct NamedPhrase: Sendable {
  let words: [String]
  /// The identifier of the question; nil where a data set is named.
  let question: String?
  /// The identifier of the data set; nil where a question is named.
  let dataSet: String?

  static func all(_ questions: [Question], _ sets: [DataSet]) -> [NamedPhrase] {
    let ofQuestions = questions.flatMap { question in
      ([question.id, question.title] + question.words).map {
        NamedPhrase(words: SearchWords.of($0), question: question.id, dataSet: nil)
      }
    }
    let ofSets = sets.flatMap { set in
      ([set.id, set.name] + set.aka).map { NamedPhrase(words: SearchWords.of($0), question: nil, dataSet: set.id) }
    }
    return (ofQuestions + ofSets).filter { !$0.words.isEmpty }
  }

  /// Where it stands in a text; a slip of a letter is forgiven in words of six letters and more.
  func places(in text: [String]) -> [Range<Int>] {
    guard text.count >= words.count else { return [] }
    return (0...text.count - words.count).compactMap { start in
      words.indices.allSatisfy { Self.isAlike(text[start + $0], words[$0]) } ? start..<start + words.count : nil
    }
  }

  private static func isAlike(_ word: String, _ wanted: String) -> Bool {
    if word == wanted { return true }
    guard word.utf8.count >= 6, wanted.utf8.count >= 6, abs(word.utf8.count - wanted.utf8.count) <= 1 else {
      return false
    }
    return SearchWords.distance(word, wanted) == 1
  }
}

/// Finds the questions, and data sets, that are named in somebody's words.
struct QuestionReader {
  /// The questions that were recognised, those of most words first.
  let questions: [Question]
  /// The data sets that were named.
  let dataSets: [DataSet]

  init(_ text: String, _ catalogue: Catalogue) {
    let words = SearchWords.of(text)
    let matches = catalogue.phrases.flatMap { phrase in phrase.places(in: words).map { (place: $0, phrase: phrase) } }
    // "care" within "care leavers" names nothing of its own.
    let whole = matches.filter { match in
      !matches.contains { $0.place.count > match.place.count && $0.place.clamped(to: match.place) == match.place }
    }
    let lengths = whole.reduce(into: [String: Int]()) { lengths, match in
      guard let id = match.phrase.question else { return }
      lengths[id] = max(lengths[id] ?? 0, match.place.count)
    }
    let named = Set(whole.compactMap(\.phrase.dataSet))
    questions = catalogue.questions.filter { lengths[$0.id] != nil }.enumerated()
      .sorted { (lengths[$1.element.id] ?? 0, $0.offset) < (lengths[$0.element.id] ?? 0, $1.offset) }.map(\.element)
    dataSets = catalogue.dataSets.filter { named.contains($0.id) }
  }
}
