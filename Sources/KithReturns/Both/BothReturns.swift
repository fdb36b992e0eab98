public import KithTables

/// An authority's two returns of one year, each with last year's where that was given, and their children side by side.
///
/// A child has one number in both returns and both years: that of the authority's identifier. Where the returns have
/// a child under two identifiers, a unique pupil number that both give may tell (``UPNMatches``). A return that was not
/// given has no tables.
public final class BothReturns: LinkedReturn {
  /// The calendar year in which the collections end.
  public let year: Int
  /// The SSDA903 return.
  public let lookedAfter: LookedAfterReturn
  /// The CIN Census.
  public let inNeed: InNeedReturn
  /// Last year's returns; nil when neither was given.
  public let lastYear: BothReturns?
  /// The rows of the CIN Census by unique pupil number.
  public let childrenInNeedByUPN: RowsByLabel
  /// The headers of the SSDA903 return by unique pupil number.
  public let headersByUPN: RowsByLabel

  /// Types and links the returns; one that is not given has no tables.
  public convenience init(
    year: Int, lookedAfter: LookedAfterReturn.Source = .init(), inNeed: InNeedReturn.Source = .init()
  ) {
    var texts = TextDictionary()
    var children = ChildNumbers()
    let census = InNeedReturn(year: year, inNeed, texts: &texts, children: &children)
    let known = children
    var return903 = LookedAfterReturn(year: year, lookedAfter, texts: &texts, children: &children)
    let matches = UPNMatches(census, return903, inCensus: known)
    if !matches.pairs.isEmpty {
      children = known
      for (number, identifier) in matches.pairs { children.give(number, to: identifier) }
      return903 = LookedAfterReturn(year: year, lookedAfter, texts: &texts, children: &children)
    }
    self.init(year, return903, census)
  }

  private init(_ year: Int, _ lookedAfter: LookedAfterReturn, _ inNeed: InNeedReturn) {
    self.year = year
    self.lookedAfter = lookedAfter
    self.inNeed = inNeed
    childrenInNeedByUPN = RowsByLabel(inNeed.identifiers.upn)
    headersByUPN = RowsByLabel(lookedAfter.headers.upn)
    lastYear =
      lookedAfter.lastYear == nil && inNeed.lastYear == nil
      ? nil
      : BothReturns(
        year - 1, lookedAfter.lastYear ?? LookedAfterReturn(year: year - 1, authority: nil, tables: [:]),
        inNeed.lastYear ?? InNeedReturn(year: year - 1, authority: nil, tables: [:]))
  }
}

/// A return that may be one of two of a year.
public protocol PartOfBoth: LinkedReturn {
  /// The collection.
  static var kind: CollectionKind { get }
  /// The return of this kind among two.
  static func part(of both: BothReturns) -> Self
}

extension LookedAfterReturn: PartOfBoth {
  /// SSDA903.
  public static var kind: CollectionKind { .lookedAfter }
  /// The SSDA903 return.
  public static func part(of both: BothReturns) -> LookedAfterReturn { both.lookedAfter }
}

extension InNeedReturn: PartOfBoth {
  /// The CIN Census.
  public static var kind: CollectionKind { .inNeed }
  /// The CIN Census.
  public static func part(of both: BothReturns) -> InNeedReturn { both.inNeed }
}

/// A child in both returns.
public typealias ChildInBoth = ChildOf<BothReturns>

extension ChildInBoth {
  /// The child in the SSDA903 return.
  public var lookedAfter: Child { Child(collection.lookedAfter, number: number) }
  /// The child in the CIN Census.
  public var inNeed: ChildInNeed { ChildInNeed(collection.inNeed, number: number) }
}

/// A row of one of two returns, which walks to the child in both.
///
/// It has the row's own properties; ``own`` walks within the row's return.
@dynamicMemberLookup
public struct Beside<R: Row>: Row where R.Collection: PartOfBoth {
  /// The returns.
  public let collection: BothReturns
  /// The row's position in its table, from 0.
  public let row: Int

  /// The row at a position of the table.
  public init(_ collection: BothReturns, row: Int) {
    self.collection = collection
    self.row = row
  }

  /// The row, as its own return has it.
  public var own: R { R(R.Collection.part(of: collection), row: row) }

  /// What the row holds.
  public subscript<Value>(dynamicMember path: KeyPath<R, Value>) -> Value { own[keyPath: path] }

  /// The table's name, with its collection said.
  public static var tableName: TableName { R.tableName.of(R.Collection.kind) }

  /// The rows of the table by child, in order.
  public static func order(in collection: BothReturns) -> RowOrder {
    R.order(in: R.Collection.part(of: collection))
  }

  /// The authority's identifier of the child.
  public var childID: Label { own.childID }
}

/// The rows of a table by a text that each holds.
public struct RowsByLabel: Sendable {
  private let rows: [UInt32: Int32]

  /// The rows by the texts of a column; a text that several rows hold leads to none.
  init(_ column: LabelColumn) {
    var rows: [UInt32: Int32] = [:]
    for (row, id) in column.ids.enumerated() where id != 0 {
      rows[id] = rows[id] == nil ? Int32(row) : -1
    }
    self.rows = rows
  }

  /// The only row that holds a text; nil when none does, or several do.
  public subscript(label: Label) -> Int? {
    rows[label.id].flatMap { $0 >= 0 ? Int($0) : nil }
  }
}
