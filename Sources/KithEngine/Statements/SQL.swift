public import KithTables

/// A statement: text with holes.
///
/// ```swift
/// let query: SQL = "SELECT decom FROM episodes WHERE child = \(child) AND decom >= \(Day(1, 4, 2023))"
/// ```
///
/// A hole binds its value: the text holds `?`, and the value goes to the engine beside it, so no value can change
/// what a statement means. What is not a value says so: `\(identifier: name)` is quoted as a name, `\(parquet: path)` is a
/// file as a table, `\(literal: text)` is text where the engine takes no parameter, `\(secret: key)` is the same but
/// shown nowhere, `\(sql: part)` is another
/// statement with its own holes, and `\(raw: text)` is put in as it is.
public struct SQL: Sendable, ExpressibleByStringInterpolation {
  private var pieces: [Piece]

  enum Piece: Hashable, Sendable {
    case text(String)
    case identifier(String)
    case literal(String)
    case parquet(String)
    case secret(String)
    case parameter(Parameter)
  }

  /// A value bound to a statement.
  public enum Parameter: Hashable, Sendable {
    /// A whole number.
    case integer(Int64)
    /// A number with a fraction.
    case double(Double)
    /// Text.
    case text(String)
    /// A day.
    case day(Day)
    /// True or false.
    case boolean(Bool)
    /// Nothing: SQL's `NULL`.
    case null
  }

  /// A statement without holes.
  public init(stringLiteral text: String) { pieces = [.text(text)] }

  /// A statement from its interpolation.
  public init(stringInterpolation: StringInterpolation) { pieces = stringInterpolation.pieces }

  /// The text as DuckDB reads it, with `?` for each bound value.
  public var text: String { text(in: .duckDB) }

  /// The text as an engine reads it, but for secrets, which are left out.
  public func text(in dialect: Dialect) -> String { text(in: dialect) { _ in "'…'" } }

  /// The text to give to an engine, secrets included. It is for no other eyes.
  func wholeText(in dialect: Dialect) -> String { text(in: dialect, secret: dialect.quoted(text:)) }

  private func text(in dialect: Dialect, secret written: (String) -> String) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .identifier(let name): dialect.quoted(identifier: name)
      case .literal(let text): dialect.quoted(text: text)
      case .secret(let text): written(text)
      case .parquet(let path): dialect.table(ofParquet: path)
      case .parameter: dialect.placeholder
      }
    }.joined()
  }

  /// The bound values, in the order of their holes.
  public var parameters: [Parameter] {
    pieces.compactMap { if case .parameter(let value) = $0 { value } else { nil } }
  }

  /// What a message about this statement must not show.
  var hidden: [String] {
    pieces.compactMap { piece in
      switch piece {
      case .parameter(let value): value.spelling
      case .secret(let text): text
      case .text, .identifier, .literal, .parquet: nil
      }
    }
  }

  /// Two statements as one text.
  public static func + (first: SQL, second: SQL) -> SQL {
    var both = first
    both.pieces += second.pieces
    return both
  }
}

extension SQL: CustomStringConvertible {
  /// The text, without the bound values.
  public var description: String { text }
}

extension SQL {
  /// What gathers the text and the holes of a statement.
  public struct StringInterpolation: StringInterpolationProtocol, Sendable {
    var pieces: [Piece] = []

    /// Makes room for a statement.
    public init(literalCapacity: Int, interpolationCount: Int) { pieces.reserveCapacity(2 * interpolationCount + 1) }

    /// Text between holes.
    public mutating func appendLiteral(_ text: String) { pieces.append(.text(text)) }

    /// Binds a value; nil binds `NULL`.
    public mutating func appendInterpolation(_ value: (some SQLValue)?) {
      pieces.append(.parameter(value?.parameter ?? .null))
    }

    /// A name of a table or column, quoted.
    public mutating func appendInterpolation(identifier name: String) { pieces.append(.identifier(name)) }

    /// Text as a literal, for places where an engine takes no parameter, such as the path of a file to read.
    public mutating func appendInterpolation(literal text: String) { pieces.append(.literal(text)) }

    /// Text as a literal that only the engine sees, such as the key of an encrypted file.
    public mutating func appendInterpolation(secret text: String) { pieces.append(.secret(text)) }

    /// A Parquet file, or a folder or pattern of them, as a table to select from.
    public mutating func appendInterpolation(parquet path: String) { pieces.append(.parquet(path)) }

    /// Part of a statement, with its own holes.
    public mutating func appendInterpolation(sql part: SQL) { pieces += part.pieces }

    /// Text as it is. Never from input.
    public mutating func appendInterpolation(raw text: String) { pieces.append(.text(text)) }
  }
}
