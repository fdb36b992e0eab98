/// A column of exact decimals.
public typealias DecimalColumn = Column<DecimalChunk>

/// Exact decimals of up to 38 digits; whole numbers too.
public struct DecimalChunk: ColumnChunk {
  let scale: Int
  private let numbers: IntegerChunk

  /// Reads a column of decimals or of whole numbers.
  public init(_ source: ArrowSource) throws(EngineError) {
    if let decimal = ArrowFormat.decimal(source.format) {
      scale = decimal.scale
      let layout: IntegerLayout = decimal.width == 4 ? .signed32 : decimal.width == 8 ? .signed64 : .decimal
      numbers = IntegerChunk(source, layout)
    } else if !source.isCoded, let layout = IntegerLayout(format: source.format) {
      scale = 0
      numbers = IntegerChunk(source, layout)
    } else {
      throw source.isNot("decimals")
    }
  }

  /// The decimal in a row.
  public subscript(row: Int) -> Decimal? {
    numbers.validity[row] ? Decimal(unscaled: numbers.wide(row), scale: scale) : nil
  }
}

/// An exact decimal: a whole number and how many of its digits are places.
///
/// Two decimals are equal when they are written the same: 1.0 and 1.00 differ, as two published figures would.
public struct Decimal: Hashable, Sendable {
  /// The number without its decimal point.
  public let unscaled: Int128
  /// The number of digits after the point.
  public let scale: Int

  /// The decimal with these digits and this many places.
  public init(unscaled: Int128, scale: Int) {
    precondition(scale >= 0 && scale <= 38, "a decimal has 0 to 38 places")
    self.unscaled = unscaled
    self.scale = scale
  }

  /// The nearest double.
  public var double: Double {
    // A division of two numbers that doubles hold exactly is rounded once; any other is left to the reader of text.
    guard unscaled.magnitude < 1 << 53, scale <= 22 else { return Double(description) ?? .nan }
    return Double(unscaled) / Self.powers[scale]
  }

  private static let powers: [Double] = (0...22).map { places in (0..<places).reduce(1) { power, _ in power * 10 } }
}

extension Decimal: CustomStringConvertible {
  /// The decimal with all its places, as `12.50`.
  public var description: String {
    let digits = String(unscaled.magnitude)
    let padded = String(repeating: "0", count: Swift.max(0, scale + 1 - digits.count)) + digits
    let sign = unscaled < 0 ? "-" : ""
    return scale == 0 ? sign + padded : sign + padded.dropLast(scale) + "." + padded.suffix(scale)
  }
}
