/// Names of places as keys: whatever the case, punctuation and the way "and" is written.
enum PlaceName {
  /// The name in lower case, words apart by one space, `&` as "and", with no punctuation.
  static func key(_ name: some StringProtocol) -> String {
    let words = name.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "&") }
    return words.map { $0 == "&" ? "and" : String($0) }.joined(separator: " ")
  }

  /// The least number of letters to insert, delete or replace to make one text of another (Levenshtein 1966).
  static func distance(_ a: String, _ b: String) -> Int {
    let b = Array(b)
    var row = Array(0...b.count)
    for (i, letter) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let replaced = diagonal + (b[j] == letter ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, diagonal + 1)
      }
    }
    return row[b.count]
  }
}
