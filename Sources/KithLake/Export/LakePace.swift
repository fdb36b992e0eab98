import Foundation

/// How much of a lake is written at a time. What is written does not hang on it.
struct LakePace: Sendable {
  /// How many submissions a batch has at most. The engine holds a file of each open, and no more than a hundred files.
  var submissions = 40
  /// How many rows a batch has at most, where it is not one submission alone: they are in memory together.
  var rows = 250_000
  /// How many threads write, each a batch.
  var threads = min(4, ProcessInfo.processInfo.activeProcessorCount)
  /// How many submissions are written before the manifest first takes them up. Each time after it is half as many as the lake
  /// holds, as the manifest is written whole: a run that is killed loses a third of its work at most.
  var firstRound = 100

  /// The usual pace.
  init() {}
}
