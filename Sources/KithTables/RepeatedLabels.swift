/// The texts that stand more than once in a column.
public struct RepeatedLabels: Sendable {
  private let ids: Set<UInt32>

  /// The texts that stand more than once in a column; a blank is none.
  public init(_ column: LabelColumn) {
    var seen: Set<UInt32> = []
    ids = Set(column.ids.filter { $0 != 0 && !seen.insert($0).inserted })
  }

  /// Whether a cell's text is one of them.
  public func contains(_ label: Label) -> Bool { ids.contains(label.id) }
}
