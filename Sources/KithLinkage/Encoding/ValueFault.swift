/// Why a value cannot be encoded as the schema has it. It never holds the value.
public enum ValueFault: Error, Hashable, Sendable {
  /// It is no whole number, or lies outside the limits.
  case integer
  /// It is no day of the pattern.
  case date
  /// It is none of the values.
  case values
  /// It is shorter or longer than it may be, or has letters of the other case.
  case text
  /// The regular expression does not match it.
  case pattern
  /// It has characters that the encoding cannot write, or is not UTF-8.
  case characters
  /// It is no number that can be compared.
  case number
  /// It is longer than a name or number of a person ever is.
  case tooLong

  /// What to write instead.
  public var advice: String {
    switch self {
    case .integer: "is to be a whole number within the schema's limits"
    case .date: "is to be a day written as the schema's format has it"
    case .values: "is to be one of the schema's values"
    case .text: "is to have the length and the case of letters that the schema has"
    case .pattern: "is to match the schema's pattern"
    case .characters: "has characters that the schema's encoding does not have"
    case .number: "is to be a number"
    case .tooLong: "is to have at most \(ValueReader.longest) bytes"
    }
  }
}
