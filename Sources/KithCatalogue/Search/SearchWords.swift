/// Words as a search compares them: in small letters, without plural endings.
struct SearchWords {
  /// The words of a text in order; those with a hyphen as their parts.
  static func of(_ text: String) -> [String] {
    text.lowercased().filter { $0 != "'" && $0 != "’" }.split { !$0.isLetter && !$0.isNumber }.map { stem(String($0)) }
  }

  /// The words of a text for an index: those with a hyphen as their parts, and also in one.
  static func indexed(_ text: String) -> [String] {
    let joined = text.split(whereSeparator: \.isWhitespace).filter { $0.contains("-") }
      .flatMap { of($0.filter { $0 != "-" }) }
    return of(text) + joined
  }

  private static func stem(_ word: String) -> String {
    if word.count > 4, word.hasSuffix("ies") { return word.dropLast(3) + "y" }
    if word.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss"), !word.hasSuffix("us") {
      return String(word.dropLast())
    }
    return word
  }

  /// Whether one word is a slip of the other: one letter in words of four to seven, two in longer.
  static func isSlip(_ a: String, of b: String) -> Bool {
    let length = min(a.count, b.count)
    guard length >= 4 else { return false }
    return distance(a, b) <= (length >= 8 ? 2 : 1)
  }

  /// How many letters to put in, leave out, change, or swap with the next make one word of the other (optimal string
  /// alignment: F. Damerau, Communications of the ACM 7 (1964)).
  static func distance(_ a: String, _ b: String) -> Int {
    let (a, b) = (Array(a), Array(b))
    var rows = [Array(0...b.count)]
    for i in 0..<a.count {
      var row = [i + 1]
      for j in 0..<b.count {
        var least = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { least = min(least, rows[i - 1][j - 1] + 1) }
        row.append(least)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }

  /// Words that tell nothing of what is wanted.
  static let idle: Set<String> = [
    "a", "about", "after", "all", "among", "an", "and", "any", "are", "at", "be", "by", "can", "child", "children",
    "data",
    "do", "does", "for", "from", "get", "had", "has", "have", "how", "i", "in", "is", "it", "know", "many", "more",
    "much",
    "my", "of", "on", "or", "our", "set", "that", "the", "their", "there", "these", "they", "this", "to", "want", "we",
    "what", "when", "where", "whether", "which", "who", "whose", "why", "will", "with",
  ]
}
