/// The mean of numbers, summed with compensation for rounding (Neumaier 1974); nil when there are none.
public func mean(_ numbers: some Collection<Double>) -> Double? {
  guard !numbers.isEmpty else { return nil }
  var sum = 0.0
  var lost = 0.0
  for number in numbers {
    let total = sum + number
    lost += abs(sum) >= abs(number) ? (sum - total) + number : (number - total) + sum
    sum = total
  }
  return (sum + lost) / Double(numbers.count)
}

/// The middle number, or the mean of the middle two; nil when there are none.
public func median(_ numbers: some Collection<Double>) -> Double? { quantile(0.5, ofSorted: numbers.sorted()) }

/// A quantile of sorted numbers, by the rule that R calls type 7 (Hyndman and Fan 1996, definition 7).
///
/// With n numbers, h = (n − 1)p; between the neighbours of h it interpolates. Nil when there are no numbers.
/// - Parameter share: The share p of the numbers below it, 0 to 1.
public func quantile(_ share: Double, ofSorted sorted: [Double]) -> Double? {
  guard !sorted.isEmpty else { return nil }
  let place = Double(sorted.count - 1) * share
  let below = sorted[Int(place.rounded(.down))]
  let above = sorted[Int(place.rounded(.up))]
  let fraction = place - place.rounded(.down)
  return below == above || fraction == 0 ? below : (1 - fraction) * below + fraction * above
}

/// The least, the three quartiles and the greatest of some numbers.
public struct Quartiles: Hashable, Sendable {
  /// The least number.
  public let least: Double
  /// The first quartile (type 7).
  public let first: Double
  /// The median (type 7).
  public let second: Double
  /// The third quartile (type 7).
  public let third: Double
  /// The greatest number.
  public let greatest: Double

  /// The quartiles of sorted numbers; nil when there are none.
  public init?(ofSorted sorted: [Double]) {
    guard let least = sorted.first, let greatest = sorted.last, let first = quantile(0.25, ofSorted: sorted),
      let second = quantile(0.5, ofSorted: sorted), let third = quantile(0.75, ofSorted: sorted)
    else { return nil }
    self.least = least
    self.first = first
    self.second = second
    self.third = third
    self.greatest = greatest
  }

  /// Which quarter of the numbers a number lies in, 0 for the lowest: a number equal to a quartile is in the lower.
  ///
  /// Nil when it lies outside the range.
  public func quarter(of number: Double) -> Int? {
    guard number >= least, number <= greatest else { return nil }
    return number <= first ? 0 : number <= second ? 1 : number <= third ? 2 : 3
  }
}
