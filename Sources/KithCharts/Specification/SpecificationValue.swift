/// A part of a chart's specification, written as JSON of the same bytes each time.
public enum SpecificationValue: Hashable, Sendable {
  /// Words.
  case text(String)
  /// A number; one that is not finite is written as null.
  case number(Double)
  /// True or false.
  case flag(Bool)
  /// Values in order.
  case list([SpecificationValue])
  /// Values by name, written in the order of the names.
  case object([String: SpecificationValue])
  /// Nothing.
  case null

  /// A number, or null where there is none.
  static func maybe(_ number: Double?) -> SpecificationValue { number.map { .number($0) } ?? .null }

  /// The value as JSON in one line, which may stand in a `script` element: no `<` stands in it as itself.
  public var json: String {
    var text = ""
    write(into: &text)
    return text
  }

  private func write(into text: inout String) {
    switch self {
    case .text(let words): Self.write(words, into: &text)
    case .number(let number): text += Self.digits(number)
    case .flag(let flag): text += flag ? "true" : "false"
    case .null: text += "null"
    case .list(let values):
      text += "["
      for (place, value) in values.enumerated() {
        if place > 0 { text += "," }
        value.write(into: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (place, member) in members.sorted(by: { $0.key < $1.key }).enumerated() {
        if place > 0 { text += "," }
        Self.write(member.key, into: &text)
        text += ":"
        member.value.write(into: &text)
      }
      text += "}"
    }
  }

  private static func digits(_ number: Double) -> String {
    guard number.isFinite else { return "null" }
    return number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : number.description
  }

  private static func write(_ words: String, into text: inout String) {
    text += "\""
    for scalar in words.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "<", ">", "&", "\u{2028}", "\u{2029}", "\0"..<" ": text += escaped(scalar)
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}

extension SpecificationValue: ExpressibleByStringLiteral, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// Words, as they are written.
  public init(stringLiteral value: String) { self = .text(value) }
  /// A number, as it is written.
  public init(floatLiteral value: Double) { self = .number(value) }
  /// A whole number, as it is written.
  public init(integerLiteral value: Int) { self = .number(Double(value)) }
  /// True or false, as it is written.
  public init(booleanLiteral value: Bool) { self = .flag(value) }
  /// Values in order.
  public init(arrayLiteral elements: SpecificationValue...) { self = .list(elements) }
  /// Values by name; the last of a name counts.
  public init(dictionaryLiteral elements: (String, SpecificationValue)...) {
    self = .object(Dictionary(elements, uniquingKeysWith: { $1 }))
  }
}
