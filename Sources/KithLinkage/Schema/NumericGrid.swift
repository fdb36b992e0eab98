/// The grid on which numbers are compared: those closer than a distance share tokens, and the closer the more.
public struct NumericGrid: Hashable, Sendable {
  /// The greatest distance that is still noticed.
  public let threshold: Double
  /// How many tokens lie on each side of a number's own.
  public let resolution: Int
  /// How many decimal places of a number count.
  public let places: Int
  /// The distance between neighbouring tokens, in units of 10 to the minus places, times twice the resolution.
  let step: Int128

  /// A grid; nil where its step would be nothing, or more than can be counted.
  public init?(threshold: Double, resolution: Int, places: Int = 0) {
    guard threshold > 0, threshold.isFinite, (1...10_000).contains(resolution), (0...18).contains(places) else {
      return nil
    }
    let step = (threshold * Double(Self.power(places))).rounded(.toNearestOrEven)
    guard step >= 1, step < 1e30 else { return nil }
    self.threshold = threshold
    self.resolution = resolution
    self.places = places
    self.step = Int128(step)
  }

  static func power(_ places: Int) -> Int128 { (0..<places).reduce(1) { power, _ in power * 10 } }
}

extension NumericGrid {
  /// The tokens of a number written in digits; nil where the text is no number, or one too large.
  func tokens(of text: String) -> [String]? {
    guard let units = units(of: text), let scaled = product(units, Int128(2 * resolution)) else { return nil }
    let residue = ((scaled % step) + step) % step
    let isNearerBelow = Double(residue) < Double(step) / 2
    let centre = residue == 0 ? scaled : isNearerBelow ? scaled - residue : scaled + (step - residue)
    return (-resolution...resolution).map { "\(centre + Int128($0) * step)" }
  }

  /// The number in units of 10 to the minus places: exact where it is written as a whole number, else as a double is.
  private func units(of text: String) -> Int128? {
    if let whole = DecimalInteger(text) { return whole.int128.flatMap { product($0, Self.power(places)) } }
    guard let number = DecimalInteger.double(text) else { return nil }
    let scaled =
      places > 0 ? (number * Double(Self.power(places))).rounded(.toNearestOrEven) : number.rounded(.towardZero)
    return abs(scaled) < 1e30 ? Int128(scaled) : nil
  }

  private func product(_ a: Int128, _ b: Int128) -> Int128? {
    let (product, isOver) = a.multipliedReportingOverflow(by: b)
    return isOver || abs(product) > Int128(1e35) ? nil : product
  }
}
