import KithStatistics

/// Numbers as people read them: half up, commas at thousands, millions and billions in words.
public enum NumberDisplay {
  /// A number in some decimals, as LAIT shows it.
  ///
  /// From a million it is in millions with 3 decimals, or with none when it is a multiple of 10 million; so with
  /// billions. Less than that has the decimals asked for.
  /// - Parameter keepsMinus: Whether a small negative that rounds to nothing is shown as `-0`, as LAIT shows it.
  public static func text(_ number: Double, decimals: Int, keepsMinus: Bool = false) -> String {
    for (size, word) in [(1e9, "billion"), (1e6, "million")] where abs(number) >= size {
      let isRound = (number / size).truncatingRemainder(dividingBy: 10) == 0
      return (number / size).grouped(places: isRound ? 0 : 3, minus: "-", keepsMinus: keepsMinus) + " " + word
    }
    return number.grouped(places: decimals, minus: "-", keepsMinus: keepsMinus)
  }

  /// A number on an axis: 2 decimals, or none when they would all be 0.
  public static func axisLabel(_ number: Double) -> String {
    let text = text(number, decimals: 2, keepsMinus: true)
    let parts = text.split(separator: " ")
    guard let dot = parts.first?.firstIndex(of: "."), let digits = parts.first else { return text }
    let isWhole = digits[dot...].dropFirst().allSatisfy { $0 == "0" }
    return ([isWhole ? String(digits[..<dot]) : String(digits)] + parts.dropFirst().map { String($0) })
      .joined(separator: " ")
  }
}
