extension Double {
  /// The number rounded to 10 decimal places, half away from zero: without the noise that binary arithmetic leaves.
  ///
  /// Compare and rank rounded numbers. From about 450,000 a binary number holds fewer than 10 places, and is left alone.
  public var withoutNoise: Double {
    abs(self) < 450_000 ? (self * 1e10).rounded(.toNearestOrAwayFromZero) / 1e10 : self
  }

  /// The number rounded half away from zero ("half up") to some decimal places, as England's official statistics do it.
  ///
  /// What is half in decimals counts as half, though binary arithmetic hold it a hair lower: 1.005 gives 1.01.
  public func roundedHalfUp(places: Int) -> Double {
    let scale = Double.power(of: 10, places)
    let scaled = abs(self) * scale
    // 1.5e-8 is the square root of the spacing of numbers at 1.
    let whole = (scaled + 0.5 + 0x1p-26).rounded(.down)
    let rounded = whole / scale
    return self < 0 ? -rounded : rounded
  }

  /// The number in so many decimals, half up, with commas at thousands.
  ///
  /// - Parameters:
  ///   - minus: The sign before a number below nothing.
  ///   - keepsMinus: Whether a small negative that rounds to nothing has the sign too.
  public func grouped(places: Int, minus: String, keepsMinus: Bool = false) -> String {
    let scale = Double.power(of: 10, places)
    let whole = Int((abs(self).roundedHalfUp(places: places) * scale).rounded())
    let digits = String(whole)
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    let fraction = places > 0 ? "." + padded.suffix(places) : ""
    return (self < 0 && (keepsMinus || whole > 0) ? minus : "") + Self.commas(padded.dropLast(places)) + fraction
  }

  private static func commas(_ digits: some StringProtocol) -> String {
    var text = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place).isMultiple(of: 3) { text += "," }
      text.append(digit)
    }
    return text
  }

  /// A whole power.
  static func power(of base: Double, _ exponent: Int) -> Double {
    (0..<abs(exponent)).reduce(1) { power, _ in exponent < 0 ? power / base : power * base }
  }
}
