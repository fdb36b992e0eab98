import Foundation

/// The processor time that steps of a run took, for benchmarks; it goes to standard error and into no file.
struct ProcessorTime {
  private let isOn: Bool
  private var last = Self.now

  init(_ isOn: Bool) { self.isOn = isOn }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// Ends a step.
  mutating func end(_ step: String) {
    guard isOn else { return }
    let now = Self.now
    FileHandle.standardError.write(Data("\(step) \(now - last)\n".utf8))
    last = now
  }
}
