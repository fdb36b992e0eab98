import KithEngine
import KithStore

/// Submissions that are written together: all of their files before any gets its name.
struct LakeBatch: Sendable {
  let submissions: [StoredSubmission]

  /// Submissions in their order, in batches.
  static func all(of submissions: some Sequence<StoredSubmission>, _ pace: LakePace) -> [LakeBatch] {
    var batches: [[StoredSubmission]] = []
    var rows = 0
    for submission in submissions {
      rows += submission.rows
      if let last = batches.last, last.count < pace.submissions, rows <= pace.rows {
        batches[batches.count - 1].append(submission)
      } else {
        batches.append([submission])
        rows = submission.rows
      }
    }
    return batches.map(LakeBatch.init)
  }

  /// From the first to the last of its submissions' numbers.
  var range: ClosedRange<Int> {
    let ids = submissions.map(\.id)
    return (ids.min() ?? 0)...(ids.max() ?? 0)
  }

  /// The condition that a column of the store is the number of one of its submissions.
  func holds(_ column: SQL) -> SQL {
    let ids = submissions.map { String($0.id) }.joined(separator: ", ")
    return """
      \(sql: column) BETWEEN \(raw: String(range.lowerBound)) AND \(raw: String(range.upperBound))
      AND \(sql: column) IN (\(raw: ids))
      """
  }
}
