import KithTables

/// How days are written, in the directives of `strptime`: `%Y-%m-%d`.
///
/// It reads what Python's `datetime.strptime` reads, so that a day has the same encoding in both. Of the directives it
/// knows those of days (`%d %m %Y %y %j %b %B`) and of times (`%H %M %S`), which are read and make no difference.
public struct DatePattern: Hashable, Sendable {
  /// The pattern as the schema writes it.
  public let text: String
  let parts: [Part]

  /// A piece of a pattern.
  enum Part: Hashable, Sendable {
    case character(Unicode.Scalar)
    case space
    case directive(Unicode.Scalar)
  }

  private static let directives = Set("dmYyjbBHMS".unicodeScalars)

  /// A pattern; nil where a directive is not known, something is written twice, or no year is written.
  public init?(_ text: String) {
    var parts: [Part] = []
    var scalars = text.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      if scalar.properties.isWhitespace {
        if parts.last != .space { parts.append(.space) }
      } else if scalar != "%" {
        parts.append(.character(scalar))
      } else if let directive = scalars.next(), directive == "%" || Self.directives.contains(directive) {
        parts.append(directive == "%" ? .character("%") : .directive(directive))
      } else {
        return nil
      }
    }
    guard parts.count <= 40, Self.isClear(parts) else { return nil }
    self.text = text
    self.parts = parts
  }

  /// Whether the year is written once, and nothing is written twice.
  private static func isClear(_ parts: [Part]) -> Bool {
    let count = { (names: String) in
      names.unicodeScalars.reduce(0) { count, name in count + parts.count { $0 == .directive(name) } }
    }
    return count("Yy") == 1 && count("mbB") <= 1 && ["d", "j", "H", "M", "S"].allSatisfy { count($0) <= 1 }
  }

  /// The day that a text is; nil where it is none, or lies before the year 1000.
  func day(_ text: String) -> Day? {
    var reading = DateReading(parts: parts, text: Array(text.unicodeScalars))
    guard reading.match(part: 0, at: 0), reading.end == reading.text.count else { return nil }
    return reading.day
  }

  /// A day as the pattern writes it.
  func text(_ day: Day) -> String {
    let (dayOfMonth, month, year) = day.civil
    return parts.reduce(into: "") { text, part in
      switch part {
      case .character(let scalar): text.unicodeScalars.append(scalar)
      case .space: text += " "
      case .directive("d"): text += padded(dayOfMonth, 2)
      case .directive("m"): text += padded(month, 2)
      case .directive("Y"): text += padded(year, 4)
      case .directive("y"): text += padded(year % 100, 2)
      case .directive("b"): text += DateReading.months[month - 1].prefix(3)
      case .directive("B"): text += DateReading.months[month - 1]
      case .directive("j"): text += padded(Day(1, 1, year).map { day.days(since: $0) + 1 } ?? 1, 3)
      case .directive: text += "00"
      }
    }
  }

  private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
