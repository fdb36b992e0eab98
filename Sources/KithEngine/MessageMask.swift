/// Takes the values out of a driver's message.
///
/// Two kinds are masked: what was bound to the statement, wherever it stands as a word, and what the driver quotes
/// from the data in its messages about data (a conversion, a constraint, a line of CSV).
struct MessageMask {
  private let values: [String]

  init(hiding values: [String]) {
    self.values = values.sorted { $0.count > $1.count }
  }

  func masked(_ message: String) -> String {
    Self.withoutQuotedData(values.reduce(message) { Self.replacing(word: $1, in: $0) })
  }

  /// Replaces a text where no letter or digit touches it on either side.
  private static func replacing(word: String, in message: String) -> String {
    guard !word.isEmpty else { return message }
    var result = ""
    var rest = message[...]
    while let found = rest.firstRange(of: word) {
      let before = found.lowerBound == message.startIndex ? nil : message[message.index(before: found.lowerBound)]
      let after = found.upperBound == message.endIndex ? nil : message[found.upperBound]
      let isWord = !(before.map(isPartOfWord) ?? false) && !(after.map(isPartOfWord) ?? false)
      result += rest[..<found.lowerBound] + (isWord ? "…" : word)
      rest = rest[found.upperBound...]
    }
    return result + rest
  }

  private static func isPartOfWord(_ letter: Character) -> Bool { letter.isLetter || letter.isNumber }

  /// The driver's messages that quote data, by a phrase each contains.
  private static let aboutData = [
    "Conversion Error", "Constraint Error", "Out of Range Error", "CSV Error", "Could not convert", "Invalid unicode",
  ]

  private static func withoutQuotedData(_ message: String) -> String {
    guard aboutData.contains(where: message.contains) else { return message }
    return
      message
      .replacing(/\n+LINE [0-9]+: [^\n]*(\n *\^)?/, with: "")
      .replacing(/'[^'\n]*'/, with: "'…'")
      .replacing(/"[^"\n]*"/, with: "\"…\"")
      .replacing(/(Original Line: ?)[^\n]*/) { "\($0.output.1)…" }
      .replacing(/([Vv]alue )-?[0-9][0-9.eE+-]*/) { "\($0.output.1)…" }
  }
}
