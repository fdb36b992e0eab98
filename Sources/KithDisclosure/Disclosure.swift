/// Why a value may be shown, and to whom.
public enum ReleaseBasis: Hashable, Sendable {
  /// It stands in an official publication, which has made its own checks.
  case alreadyPublished(PublicationSource)
  /// It is worked out from cells of an official publication that show a number, and from nothing else.
  case workedOutFromPublished(PublicationSource)
  /// It is a figure of one's own that an audit has passed: provisional, from the return, and not official statistics.
  case audited(PublicationSource)

  /// The publication that the value rests on.
  public var source: PublicationSource {
    switch self {
    case .alreadyPublished(let source), .workedOutFromPublished(let source), .audited(let source): source
    }
  }

  /// What a page or file that shows the value must say of it; nil for official statistics.
  public var notice: String? {
    if case .audited = self { Release.notice } else { nil }
  }
}

/// A value that may be released.
///
/// Only ``Disclosure`` makes one, so a page that takes `Releasable` cannot show a raw count.
public struct Releasable<Value: Sendable>: Sendable {
  /// The value.
  public let value: Value
  /// Why it may be released.
  public let basis: ReleaseBasis

  init(_ value: Value, basis: ReleaseBasis) {
    self.value = value
    self.basis = basis
  }
}

extension Releasable: Equatable where Value: Equatable {}
extension Releasable: Hashable where Value: Hashable {}

/// A value of an authority's own records, for its own staff on its own machine, which is not for release.
public struct Internal<Value: Sendable>: Sendable {
  /// The value, as it was counted.
  public let value: Value
  /// What every page and file that shows it must say.
  public static var notice: String { "Not for release" }

  fileprivate init(_ value: Value) { self.value = value }
}

/// Disclosure control: the only way to a value that may be shown.
public enum Disclosure {
  /// A cell that an official publication has already published, with the symbol that it shows.
  public static func alreadyPublished(_ cell: PublishedCell, source: PublicationSource) -> Releasable<PublishedCell> {
    Releasable(cell, basis: .alreadyPublished(source))
  }

  /// A value worked out from cells that an official publication shows as numbers; nil when a cell among them is not one.
  ///
  /// A cell that shows a symbol is never worked round: it has no number to give, so what needs it is not worked out.
  public static func workedOut<Value: Sendable>(
    from cells: [PublishedCell], source: PublicationSource, _ work: ([Double]) -> Value?
  ) -> Releasable<Value>? {
    let numbers = cells.compactMap(\.number)
    guard numbers.count == cells.count, let value = work(numbers) else { return nil }
    return Releasable(value, basis: .workedOutFromPublished(source))
  }

  /// A table worked out wholly from one publication's published cells, such as ranks and means of them.
  public static func alreadyPublished<Table: PublishedTable>(_ table: Table) -> Releasable<Table> {
    Releasable(table, basis: .workedOutFromPublished(table.source))
  }

  /// The symbol of a figure that there is none of; nil for a symbol that stands for a number.
  public static func noFigure(
    _ symbol: PublishedSymbol, kind: ShownFigure.Kind, source: PublicationSource
  ) -> Releasable<ShownFigure>? {
    guard symbol == .notAvailable || symbol == .notApplicable else { return nil }
    return Releasable(ShownFigure(kind: kind, symbol: symbol), basis: .audited(source))
  }

  /// An estimate that rests on many records and on no single cell, such as an index, a coefficient or a forecast's error; nil where fewer
  /// records stand behind it than a secure room asks.
  ///
  /// Source: the threshold of ``OutputChecks``. Counts, and shares of counts, are never released this way: they go through an audit.
  public static func estimate<Value: Sendable>(
    _ value: Value, restingOn records: Int, source: PublicationSource, checks: OutputChecks = OutputChecks()
  ) -> Releasable<Value>? {
    guard records >= checks.threshold else { return nil }
    return Releasable(value, basis: .audited(source))
  }

  /// An authority's own count, for its own staff, marked as not for release.
  public static func internalUse<Value: Sendable>(_ value: Value) -> Internal<Value> { Internal(value) }
}

/// A table in which every figure is a published cell, or is worked out from published cells that show a number.
///
/// To conform is to promise it: the reviewer of a conformance checks that no withheld cell can be worked out from it.
public protocol PublishedTable: Sendable {
  /// The publication that the table rests on.
  var source: PublicationSource { get }
}
