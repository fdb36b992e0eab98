/// The days of a column.
public struct DayColumn: Sendable {
  @usableFromInline let numbers: [Int32]

  @usableFromInline static var missing: Int32 { .min }
  @usableFromInline static var unreadable: Int32 { .min + 1 }

  /// The column of these cells.
  public init(_ cells: [Cell<Day>]) {
    numbers = cells.map { cell in cell.value?.number ?? (cell.isUnreadable ? Self.unreadable : Self.missing) }
  }

  /// The cell of a row.
  @inlinable public subscript(row: Int) -> Cell<Day> {
    let number = numbers[row]
    if number > Self.unreadable { return Cell(Day(number: number)) }
    return number == Self.missing ? .missing : .unreadable
  }

  /// The rows whose text is not a day.
  public var unreadableRows: [Int] { numbers.indices.filter { numbers[$0] == Self.unreadable } }
}

/// The numbers of a column.
public struct NumberColumn: Sendable {
  @usableFromInline let numbers: [Cell<Double>]

  /// The column of these cells.
  public init(_ numbers: [Cell<Double>]) { self.numbers = numbers }

  /// The cell of a row.
  @inlinable public subscript(row: Int) -> Cell<Double> { numbers[row] }
}

/// The codes of a column.
public struct CodeColumn<Codes: CodeSet>: Sendable {
  @usableFromInline let raw: [UInt32]

  /// The column of these cells.
  @inlinable public init(_ cells: [Coded<Codes>]) { raw = cells.map(\.raw) }

  /// The cell of a row.
  @inlinable public subscript(row: Int) -> Coded<Codes> { Coded(raw: raw[row]) }
}

/// The texts of a column.
public struct LabelColumn: Sendable {
  /// The number of each row's text in its dictionary; 0 for a blank.
  public let ids: [UInt32]

  /// The column of texts with these numbers in their dictionary.
  public init(ids: [UInt32]) { self.ids = ids }

  /// The cell of a row.
  @inlinable public subscript(row: Int) -> Label { Label(id: ids[row]) }
}

extension Coded {
  /// The cell that holds the text with these bytes, known to its return's dictionary by this number.
  ///
  /// `key` packs the bytes of a text of at most eight, upper-cased where case is ignored, the first byte highest.
  @inlinable public init(key: UInt64?, textID: @autoclosure () -> UInt32) {
    if let ordinal = key.flatMap({ Codes.ordinals[$0] }) {
      raw = UInt32(ordinal + 1)
    } else {
      raw = textID() | Self.unknownBit
    }
  }
}
