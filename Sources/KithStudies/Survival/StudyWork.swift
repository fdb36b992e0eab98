import Foundation

/// How work is shared among processors.
enum StudyWork {
  /// How many parts there are.
  static let parts = max(1, ProcessInfo.processInfo.activeProcessorCount)

  /// One part of a range.
  static func share(_ part: Int, of range: Range<Int>, in parts: Int) -> Range<Int> {
    range.lowerBound + range.count * part / parts..<range.lowerBound + range.count * (part + 1) / parts
  }
}
