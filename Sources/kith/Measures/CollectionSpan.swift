import ArgumentParser

/// Collection years as a user names them: `2025`, or `2017-2026` for all from the first to the last.
struct CollectionSpan {
  /// The calendar years in which the collections end.
  let years: ClosedRange<Int>

  /// What an option of years says of itself.
  static let help: ArgumentHelp = """
    The year in which the collection ends: 2025 for 2024/25; or all from one to another, as 2017-2026. May be given again.
    """

  /// The most years of one span, so that a slip of the hand is not worked at for hours.
  private static let longest = 50

  /// Reads a year, or two with a hyphen between.
  init(parsing text: String) throws {
    let years = text.split(separator: "-", omittingEmptySubsequences: false).map(Self.year)
    guard (1...2).contains(years.count), let first = years[0], let last = years[years.count - 1] else {
      throw ValidationError("Give a year as 2025, or all from one to another as 2017-2026.")
    }
    guard first <= last else { throw ValidationError("The years begin after they end; give the earlier one first.") }
    guard last - first < Self.longest else {
      throw ValidationError("The years are more than \(Self.longest); give the first and the last of the store's.")
    }
    self.years = first...last
  }

  private static func year(_ text: Substring) -> Int? {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    return text.utf8.count == 4 && text.utf8.allSatisfy(digits.contains) ? Int(text) : nil
  }
}

extension [CollectionSpan] {
  /// Each year once, in order.
  var each: [Int] { Set(flatMap(\.years)).sorted() }
}
