/// A language in which measures are written as a script.
public enum ScriptLanguage: String, CaseIterable, Hashable, Sendable {
  /// SQL that DuckDB and Spark share.
  case sql
  /// R without packages.
  case r
  /// Stata 15 or later, without packages.
  case stata

  /// What the language is called, and what it needs.
  public var title: String {
    switch self {
    case .sql: "SQL for DuckDB and Spark"
    case .r: "R, version 3.6 or later, without packages"
    case .stata: "Stata, version 15 or later, without packages"
    }
  }

  /// What a file of it ends with.
  public var fileExtension: String {
    switch self {
    case .sql: "sql"
    case .r: "R"
    case .stata: "do"
    }
  }

  /// What a line of words begins with.
  var mark: String {
    switch self {
    case .sql: "--"
    case .r: "#"
    case .stata: "*"
    }
  }

  /// Text as lines of words, of no more than about 110 letters.
  func comment(_ text: String, indent: String = "") -> String {
    text.wrapped(to: 110 - indent.count).map { $0.isEmpty ? indent + mark : "\(indent)\(mark) \($0)" }
      .joined(separator: "\n")
  }
}

extension String {
  /// The text in lines of so many letters at most, unless a word is longer; its own line ends stay.
  func wrapped(to width: Int) -> [String] {
    split(separator: "\n", omittingEmptySubsequences: false).flatMap { line -> [String] in
      let margin = String(line.prefix { $0 == " " })
      var lines = [margin]
      var isEmpty = true
      for word in line.split(separator: " ") {
        if !isEmpty, lines[lines.count - 1].count + word.count + 1 > width {
          lines.append(margin.isEmpty ? String(word) : margin + "  " + word)
        } else {
          lines[lines.count - 1] += (isEmpty ? "" : " ") + word
        }
        isEmpty = false
      }
      return lines
    }
  }
}
