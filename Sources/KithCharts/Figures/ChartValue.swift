public import KithDisclosure
import KithStatistics

/// A figure as a chart draws it and its table shows it: a number, or the symbol that stands in its place.
///
/// It is made only from what `KithDisclosure` gives: a releasable or published figure, or one that is marked as not for release, and then
/// the chart says so.
public struct ChartValue: Hashable, Sendable {
  /// The number that is drawn; nil where a symbol stands, and then nothing is drawn in its place.
  public let number: Double?
  /// The figure as the table shows it, without its interval: digits, or what is written in their place.
  public let digits: String
  /// The interval in digits: `36.6 to 47.1`; empty where there is none.
  public let range: String
  /// The symbol, where there is no number.
  public let symbol: PublishedSymbol?
  /// The interval about the number, in its units.
  public let interval: ClosedRange<Double>?
  /// What a page that shows the figure must say of it; nil for official statistics.
  public let notice: String?

  /// A figure of one's own that an audit has passed.
  public init(_ figure: Releasable<ShownFigure>, interval: ClosedRange<Double>? = nil) {
    let number = figure.value.kind == .yearsAndMonths ? nil : figure.value.number
    self.init(
      number, places: figure.value.places, symbol: figure.value.symbol, words: figure.value.description,
      interval: interval, notice: figure.basis.notice)
  }

  /// A published cell, its number in some decimal places, or the text as published.
  public init(_ cell: Releasable<PublishedCell>, places: Int? = nil) {
    let words = cell.value.number == nil || places == nil ? cell.value.text : nil
    self.init(
      cell.value.number, places: places ?? 0, symbol: cell.value.symbol, words: words, notice: cell.basis.notice)
  }

  /// A number of something releasable, such as the mean of a table; nil where it has none.
  public init<Source>(
    _ number: Double?, of source: Releasable<Source>, places: Int, interval: ClosedRange<Double>? = nil
  ) {
    self.init(number, places: places, symbol: nil, words: nil, interval: interval, notice: source.basis.notice)
  }

  /// A cell of a published table.
  public init<Source>(
    _ cell: PublishedCell?, of source: Releasable<Source>, places: Int? = nil, interval: ClosedRange<Double>? = nil
  ) {
    let words = cell.map { $0.number == nil || places == nil ? $0.text : "" } ?? ""
    self.init(
      cell?.number, places: places ?? 0, symbol: cell?.symbol ?? (cell == nil ? .blank : nil),
      words: words.isEmpty ? nil : words, interval: interval, notice: source.basis.notice)
  }

  /// A number of an authority's own records, for its own staff: the chart then says *not for release*.
  public init<Source>(
    _ number: Double?, of source: Internal<Source>, places: Int, words: String? = nil,
    interval: ClosedRange<Double>? = nil
  ) {
    self.init(
      number, places: places, symbol: words.flatMap { PublishedSymbol(text: $0) }, words: words, interval: interval,
      notice: Internal<Source>.notice)
  }

  private init(
    _ number: Double?, places: Int, symbol: PublishedSymbol?, words: String?, interval: ClosedRange<Double>? = nil,
    notice: String?
  ) {
    let shown = number.flatMap { $0.isFinite ? $0 : nil }
    let limits = interval.flatMap { $0.lowerBound.isFinite && $0.upperBound.isFinite && shown != nil ? $0 : nil }
    digits = words ?? shown.map { ChartDigits.text($0, places: places) } ?? symbol?.rawValue ?? ""
    range =
      limits.map {
        "\(ChartDigits.text($0.lowerBound, places: places)) to \(ChartDigits.text($0.upperBound, places: places))"
      } ?? ""
    self.number = shown
    self.symbol = shown == nil ? symbol ?? .blank : nil
    self.interval = limits
    self.notice = notice
  }

  /// The figure with its interval: `41.6 (36.6 to 47.1)`.
  public var text: String { range.isEmpty ? digits : "\(digits) (\(range))" }

  /// What is written where the number would be drawn: the symbol, or a dash where no figure was given.
  var mark: String {
    guard number == nil else { return "" }
    return text.isEmpty ? symbol.map { $0.rawValue.isEmpty ? "–" : $0.rawValue } ?? "–" : text
  }

  /// The figure, or what is written in its place.
  var shown: String { number == nil && text.isEmpty ? mark : text }

  /// The same figure without its interval.
  var plain: ChartValue { ChartValue(self) }

  private init(_ other: ChartValue) {
    (number, digits, symbol, notice) = (other.number, other.digits, other.symbol, other.notice)
    range = ""
    interval = nil
  }

  /// Whether the figure may be shown outside the authority.
  public var isForRelease: Bool { notice != Internal<Double>.notice }
}

/// Numbers in digits, half up, with commas at thousands.
public enum ChartDigits {
  /// A number in some decimal places.
  public static func text(_ number: Double, places: Int) -> String {
    guard number.isFinite, abs(number) < 1e15 else { return "" }
    return number.grouped(places: places, minus: "−")
  }
}
