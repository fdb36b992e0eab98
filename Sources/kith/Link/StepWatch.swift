import Foundation

/// How long each step of a run takes, by the clock and in the processors' time, for who asks.
struct StepWatch {
  private let clock = ContinuousClock()
  private var steps: [(name: String, start: ContinuousClock.Instant, used: Double)] = []

  /// A step begins, and the one before ends.
  mutating func begin(_ step: String) {
    Progress.say(step.prefix(1).uppercased() + step.dropFirst())
    steps.append((step, clock.now, ProcessorTime.now))
  }

  /// Ends the last step and prints all.
  func print() {
    Progress.clear()
    let ends = steps.dropFirst().map { ($0.start, $0.used) } + [(clock.now, ProcessorTime.now)]
    for (step, end) in zip(steps, ends) {
      let seconds = step.start.duration(to: end.0) / .seconds(1)
      let line = "\(step.name): \(fixed(seconds, 3)) seconds, \(fixed(end.1 - step.used, 3)) of processors\n"
      FileHandle.standardError.write(Data(line.utf8))
    }
  }
}
