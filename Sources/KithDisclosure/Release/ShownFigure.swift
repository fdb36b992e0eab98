/// A count, percentage, rate or mean as it may be shown: a number, or the symbol that stands in its place.
public struct ShownFigure: Hashable, Sendable, CustomStringConvertible {
  /// What the figure is.
  public enum Kind: Hashable, Sendable {
    /// A count.
    case count
    /// A percentage.
    case percentage
    /// A rate, per so many.
    case rate(per: Int)
    /// A mean.
    case mean
    /// A mean of days, as years and months; its number is the months.
    case yearsAndMonths
  }

  /// What the figure is.
  public let kind: Kind
  /// The number, rounded as it is shown; nil where a symbol stands.
  public let number: Double?
  /// The symbol, where there is no number.
  public let symbol: PublishedSymbol?
  /// Decimal places.
  public let places: Int

  /// The number in digits, or as `01:06`, or the symbol.
  public var description: String {
    guard let number else { return symbol?.rawValue ?? "" }
    if kind == .yearsAndMonths { return Self.padded(Int(number) / 12) + ":" + Self.padded(Int(number) % 12) }
    let scale = (0..<places).reduce(1) { power, _ in power * 10 }
    let units = Int((number * Double(scale)).rounded())
    guard places > 0 else { return String(units) }
    let decimals = String(units % scale)
    return "\(units / scale)." + String(repeating: "0", count: places - decimals.count) + decimals
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

  init(kind: Kind, number: Double, places: Int) {
    self.kind = kind
    self.number = number
    self.symbol = nil
    self.places = places
  }

  init(kind: Kind, symbol: PublishedSymbol) {
    self.kind = kind
    self.number = nil
    self.symbol = symbol
    self.places = 0
  }
}
