public import KithTables

/// A column of moments.
public typealias TimestampColumn = Column<TimestampChunk>

/// Moments, to the microsecond.
public struct TimestampChunk: ColumnChunk {
  private let unit: Unit
  private let start: UnsafeRawPointer
  private let validity: Validity

  private enum Unit: Character {
    case seconds = "s", milliseconds = "m", microseconds = "u", nanoseconds = "n"
  }

  /// Reads a column of timestamps, with or without a time zone.
  public init(_ source: ArrowSource) throws(EngineError) {
    let format = source.format
    if format == "n" {
      unit = .seconds
    } else if format.hasPrefix("ts"), let unit = format.dropFirst(2).first.flatMap(Unit.init) {
      self.unit = unit
    } else {
      throw source.isNot("timestamps")
    }
    start = source.buffer(1) + source.offset * 8
    validity = source.validity
  }

  /// The moment in a row.
  public subscript(row: Int) -> Timestamp? {
    guard validity[row] else { return nil }
    let count = start.loadUnaligned(fromByteOffset: row * 8, as: Int64.self)
    return switch unit {
    case .seconds: Timestamp(microseconds: count &* 1_000_000)
    case .milliseconds: Timestamp(microseconds: count &* 1000)
    case .microseconds: Timestamp(microseconds: count)
    case .nanoseconds: Timestamp(microseconds: count.dividedDown(by: 1000))
    }
  }
}

/// A moment, counted from the start of 1970: in universal time where the engine's column has a time zone, else by
/// the clock on the wall.
public struct Timestamp: Hashable, Comparable, Sendable {
  /// Microseconds since the start of 1 January 1970.
  public let microseconds: Int64

  /// The moment this long after the start of 1970.
  public init(microseconds: Int64) { self.microseconds = microseconds }

  /// The day it falls on.
  public var day: Day { Day(number: Int32(truncatingIfNeeded: microseconds.dividedDown(by: 86_400_000_000))) }

  /// Whether one moment is before another.
  public static func < (a: Timestamp, b: Timestamp) -> Bool { a.microseconds < b.microseconds }
}

extension Int64 {
  /// The quotient, rounded towards the past.
  fileprivate func dividedDown(by divisor: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
