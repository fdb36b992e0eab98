import KithTables

/// Gives each child of a return, and of last year's with it, a number from 0.
struct ChildNumbers {
  private var numberOfLabel: [Int32] = []
  private(set) var labels: [Label] = []

  /// The number of the child with this identifier; -1 for a blank.
  mutating func number(of child: Label) -> Int32 {
    guard child.isPresent else { return -1 }
    let id = Int(child.id)
    if id >= numberOfLabel.count {
      numberOfLabel.append(contentsOf: repeatElement(-1, count: id + 1 + id / 2 - numberOfLabel.count))
    }
    if numberOfLabel[id] < 0 {
      numberOfLabel[id] = Int32(labels.count)
      labels.append(child)
    }
    return numberOfLabel[id]
  }

  /// The number that a child with this identifier has; nil when no row so far names the child.
  func known(_ child: Label) -> Int? {
    let id = Int(child.id)
    return numberOfLabel.indices.contains(id) && numberOfLabel[id] >= 0 ? Int(numberOfLabel[id]) : nil
  }

  /// Gives a child the number of another, who is the same under another identifier; rows to come name the child so.
  mutating func give(_ number: Int, to child: Label) {
    _ = self.number(of: child)
    numberOfLabel[Int(child.id)] = Int32(number)
    labels[number] = child
  }

  /// The numbers of children who are told apart by their rows: the one with the identifier, for the first row of the
  /// return that has it; a new one for each other row.
  mutating func numbers(ofRows column: LabelColumn) -> [Int32] {
    var isTaken = [Bool](repeating: false, count: labels.count + column.ids.count)
    return column.ids.map { id in
      let known = number(of: Label(id: id))
      if known >= 0, !isTaken[Int(known)] {
        isTaken[Int(known)] = true
        return known
      }
      labels.append(Label(id: id))
      return Int32(labels.count - 1)
    }
  }
}

/// The rows of a table by child, and each child's rows in order.
///
/// A child's rows stand in the order of the table's own dates, first that of the start and then that of the end, those
/// without a readable date last; rows alike in both, and rows of a table without such dates, in the order of their
/// text. So the order of the file's lines changes nothing. Where rows stand in rows of other tables, those of one such
/// row stand together.
public struct RowOrder: Sendable {
  @usableFromInline let rows: [Int32]
  @usableFromInline let offsets: [Int32]
  @usableFromInline let positions: [Int32]
  @usableFromInline let childOfRow: [Int32]
  /// The rows by the row of another table in which they stand, the outermost table first.
  @usableFromInline let groups: [RowGroups]
  /// What the neighbours of a row must share with it: the innermost row in which it stands, else the child.
  @usableFromInline let innermost: [Int32]

  init(_ raw: RawTable, of childIDs: LabelColumn, sortedBy days: [DayColumn] = [], children: inout ChildNumbers) {
    let childOfRow = childIDs.ids.map { children.number(of: Label(id: $0)) }
    self.init(raw, childOfRow: childOfRow, childCount: children.labels.count, sortedBy: days)
  }

  /// The order of rows whose children are known by number, and which may stand in rows of other tables.
  init(
    _ raw: RawTable, childOfRow: [Int32], childCount: Int, in parents: [(rowOfRow: [Int32], count: Int)] = [],
    sortedBy days: [DayColumn]
  ) {
    var offsets = [Int32](repeating: 0, count: childCount + 1)
    for child in childOfRow where child >= 0 { offsets[Int(child) + 1] += 1 }
    for i in offsets.indices.dropFirst() { offsets[i] += offsets[i - 1] }
    var next = offsets
    var rows = [Int32](repeating: 0, count: Int(offsets[offsets.count - 1]))
    for (row, child) in childOfRow.enumerated() where child >= 0 {
      rows[Int(next[Int(child)])] = Int32(row)
      next[Int(child)] += 1
    }
    for child in 0..<offsets.count - 1 where offsets[child + 1] - offsets[child] > 1 {
      rows[Int(offsets[child])..<Int(offsets[child + 1])].sort { a, b in
        for (rowOfRow, _) in parents where rowOfRow[Int(a)] != rowOfRow[Int(b)] {
          return rowOfRow[Int(a)] < rowOfRow[Int(b)]
        }
        for column in days {
          if let isBefore = column.precedes(Int(a), Int(b)) { return isBefore }
        }
        return raw.textPrecedes(Int(a), Int(b)) ?? (a < b)
      }
    }
    var positions = [Int32](repeating: -1, count: childOfRow.count)
    for (position, row) in rows.enumerated() { positions[Int(row)] = Int32(position) }
    (self.rows, self.offsets, self.positions, self.childOfRow) = (rows, offsets, positions, childOfRow)
    groups = parents.map { RowGroups(ordered: rows, rowOfRow: $0.rowOfRow, count: $0.count) }
    innermost = parents.last?.rowOfRow ?? childOfRow
  }

  /// How many rows the table has.
  @inlinable public var rowCount: Int { childOfRow.count }

  /// The number of the child to whom a row belongs; -1 when the row names no child.
  @inlinable public func child(ofRow row: Int) -> Int { Int(childOfRow[row]) }

  /// Where a child's rows stand among the ordered rows.
  @inlinable func range(ofChild child: Int) -> Range<Int> {
    guard child >= 0, child + 1 < offsets.count else { return 0..<0 }
    return Int(offsets[child])..<Int(offsets[child + 1])
  }

  /// Where one row stands among the ordered rows.
  @inlinable func range(ofRow row: Int) -> Range<Int> { Int(positions[row])..<Int(positions[row]) + 1 }

  /// The rows of a child, in order.
  public func rows(ofChild child: Int) -> [Int] { range(ofChild: child).map { Int(rows[$0]) } }

  /// The row of the same child, and in the same row of another table, this many places after a row; nil when there is
  /// none.
  @inlinable func row(_ step: Int, after row: Int) -> Int? {
    let position = Int(positions[row]) + step
    guard positions[row] >= 0, position >= 0, position < rows.count,
      innermost[Int(rows[position])] == innermost[row]
    else { return nil }
    return Int(rows[position])
  }
}

/// The rows of a table by the row of another table in which they stand.
@usableFromInline struct RowGroups: Sendable {
  /// The row in which each row stands.
  @usableFromInline let rowOfRow: [Int32]
  @usableFromInline let starts: [Int32]
  @usableFromInline let ends: [Int32]

  init(ordered rows: [Int32], rowOfRow: [Int32], count: Int) {
    var starts = [Int32](repeating: 0, count: count)
    var ends = starts
    for (position, row) in rows.enumerated() {
      let parent = Int(rowOfRow[Int(row)])
      if ends[parent] == 0 { starts[parent] = Int32(position) }
      ends[parent] = Int32(position + 1)
    }
    (self.rowOfRow, self.starts, self.ends) = (rowOfRow, starts, ends)
  }

  /// Where the rows that stand in a row are among the ordered rows.
  @inlinable func range(in row: Int) -> Range<Int> { Int(starts[row])..<Int(ends[row]) }
}

extension DayColumn {
  /// Whether one row's day is before another's, a row without a readable day last; nil when they are alike.
  fileprivate func precedes(_ a: Int, _ b: Int) -> Bool? {
    switch (self[a].value, self[b].value) {
    case let (x?, y?): x == y ? nil : x < y
    case (_?, nil): true
    case (nil, _?): false
    case (nil, nil): nil
    }
  }
}
