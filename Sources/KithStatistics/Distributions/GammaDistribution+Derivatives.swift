extension GammaDistribution {
  /// The slope of the logarithm of the gamma function: NIST DLMF 5.11.2 after the recurrence 5.5.2 has taken x above 10.
  static func digamma(_ x: Double) -> Double {
    var x = x
    var sum = 0.0
    while x < 10 {
      sum -= 1 / x
      x += 1
    }
    let inverse = 1 / (x * x)
    let series =
      inverse * (1.0 / 12 - inverse * (1.0 / 120 - inverse * (1.0 / 252 - inverse * (1.0 / 240 - inverse / 132))))
    return sum + Mathematics.logarithm(x) - 1 / (2 * x) - series
  }

  /// The slope of digamma: NIST DLMF 5.15.8 after the recurrence 5.15.5.
  static func trigamma(_ x: Double) -> Double {
    var x = x
    var sum = 0.0
    while x < 10 {
      sum += 1 / (x * x)
      x += 1
    }
    let inverse = 1 / (x * x)
    let series =
      inverse * (1.0 / 6 - inverse * (1.0 / 30 - inverse * (1.0 / 42 - inverse * (1.0 / 30 - inverse * 5 / 66))))
    return sum + 1 / x + inverse / 2 + series / x
  }
}
