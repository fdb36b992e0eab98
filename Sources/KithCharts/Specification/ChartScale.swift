/// The ends of a scale, at round numbers.
struct ChartScale: Hashable {
  let lower: Double
  let upper: Double
  private let step: Double

  /// The ends about some numbers, from 0 where `fromZero`; 0 to 1 where there are none.
  init(_ numbers: [Double], fromZero: Bool = true) {
    let least = numbers.min() ?? 0
    let most = numbers.max() ?? 1
    let low = fromZero ? min(0, least) : least
    let high = fromZero ? max(0, most) : most
    let span = high > low ? high - low : max(abs(high), 1)
    step = Self.roundStep(span / 5)
    lower = fromZero && least >= 0 ? 0 : (low / step).rounded(.down) * step
    let top = (high / step).rounded(.up) * step
    upper = top > lower ? top : lower + step
  }

  /// 1, 2 or 5 times a power of ten, not less than a length.
  private static func roundStep(_ length: Double) -> Double {
    var power = 1.0
    while power * 10 <= length { power *= 10 }
    while power > length { power /= 10 }
    return power * ([1.0, 2, 5].first { power * $0 >= length } ?? 10)
  }

  /// How Vega writes the numbers of the axis.
  var format: String { step >= 1 ? ",.0f" : step >= 0.1 ? ",.1f" : ",.2f" }

  /// Moves labels apart that would stand on each other, on a drawing of some height.
  func apart(_ numbers: [Double], height: Double, line: Double = 18) -> [Double] {
    let gap = (upper - lower) * line / height
    var placed = numbers
    var last = -Double.infinity
    for place in numbers.indices.sorted(by: { (numbers[$0], $0) < (numbers[$1], $1) }) {
      placed[place] = max(numbers[place], last + gap)
      last = placed[place]
    }
    return placed
  }
}
