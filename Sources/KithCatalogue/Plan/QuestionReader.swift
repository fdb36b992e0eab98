/// Finds the questions, and data sets, that are named in somebody's words.
struct QuestionReader {
  /// The questions that were recognised, those of most words first.
  let questions: [Question]
  /// The data sets that were named.
  let dataSets: [DataSet]

  private struct Match {
    let place: Range<Int>
    let question: Question?
    let dataSet: DataSet?
  }

  init(_ text: String, _ catalogue: Catalogue) {
    let words = SearchWords.of(text)
    var matches: [Match] = []
    for question in catalogue.questions {
      for phrase in [question.id, question.title] + question.words {
        matches += Self.places(of: phrase, in: words).map { Match(place: $0, question: question, dataSet: nil) }
      }
    }
    for set in catalogue.dataSets {
      for name in [set.id, set.name] + set.aka {
        matches += Self.places(of: name, in: words).map { Match(place: $0, question: nil, dataSet: set) }
      }
    }
    // "care" within "care leavers" names nothing of its own.
    let whole = matches.filter { match in
      !matches.contains { $0.place.count > match.place.count && $0.place.clamped(to: match.place) == match.place }
    }
    questions = catalogue.questions.filter { question in whole.contains { $0.question?.id == question.id } }
      .map { question in
        (question, whole.filter { $0.question?.id == question.id }.map(\.place.count).max() ?? 0)
      }
      .enumerated().sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }.map(\.element.0)
    dataSets = catalogue.dataSets.filter { set in whole.contains { $0.dataSet?.id == set.id } }
  }

  /// Where a phrase stands in a text; a slip of a letter is forgiven in words of six letters and more.
  private static func places(of phrase: String, in words: [String]) -> [Range<Int>] {
    let wanted = SearchWords.of(phrase)
    guard !wanted.isEmpty, words.count >= wanted.count else { return [] }
    return (0...words.count - wanted.count).compactMap { start in
      let isThere = wanted.indices.allSatisfy { index in
        let word = words[start + index]
        return word == wanted[index]
          || (word.count >= 6 && wanted[index].count >= 6 && SearchWords.distance(word, wanted[index]) == 1)
      }
      return isThere ? start..<start + wanted.count : nil
    }
  }
}
