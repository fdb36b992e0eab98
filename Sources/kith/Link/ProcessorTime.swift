import Foundation

/// The processor time that steps of a run took, for benchmarks; it goes to standard error and into no file.
struct ProcessorTime {
  private let isOn: Bool
  private var last = Self.now

  init(_ isOn: Bool) { self.isOn = isOn }

  /// The time of all processors that the program has had, in seconds; POSIX counts it in millionths.
  static var now: Double { Double(clock()) / 1_000_000 }

  /// Ends a step.
  mutating func end(_ step: String) {
    guard isOn else { return }
    let now = Self.now
    FileHandle.standardError.write(Data("\(step) \(now - last)\n".utf8))
    last = now
  }
}
