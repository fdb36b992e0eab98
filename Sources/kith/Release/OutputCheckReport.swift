import ArgumentParser
import Foundation
import KithDisclosure
import KithRelease

/// What the output checks found against a file of outputs.
struct OutputCheckReport: Encodable {
  let command = "release check"
  let file: String
  let sha256: String
  let cells: Int
  let threshold: Int
  let conclusion: String
  let faults: [Finding]
  let notChecked: [Finding]

  struct Finding: Encodable {
    let line: Int
    let place: String
    let check: String
    let words: String

    init(_ finding: OutputReview.Finding) {
      line = finding.line
      place = finding.place
      check = finding.check
      words = finding.words
    }
  }

  private let log: String
  private enum CodingKeys: CodingKey { case command, file, sha256, cells, threshold, conclusion, faults, notChecked }

  init(path: String, threshold: Int, withholdsZero: Bool) throws {
    guard let data = FileManager.default.contents(atPath: path), !data.isEmpty else {
      throw UsageFault("\(path) is not there, is empty, or may not be read; check the path.")
    }
    let review = try OutputReview(
      [UInt8](data), name: URL(filePath: path).lastPathComponent, checks: OutputChecks(threshold: threshold),
      withholdsZero: withholdsZero)
    file = review.name
    sha256 = review.sha256
    cells = review.cells
    self.threshold = threshold
    conclusion = review.conclusion
    faults = review.faults.map(Finding.init)
    notChecked = review.unchecked.map(Finding.init)
    log = review.log
  }

  /// Prints the findings, writes the log where a folder is given; 1 where there are faults.
  func end(json: Bool, out: String?, replace: Bool) throws {
    if let out { try OutputFolder(out, replace: replace).write([("output_check_log.csv", log)], says: !json) }
    print(json ? sortedJSON(self) : text)
    if !faults.isEmpty { throw ExitCode(1) }
  }

  private var text: String {
    let lines = faults.map { "fault, line \($0.line), \($0.place): \($0.words)" }
    let open = notChecked.map { "not checked, line \($0.line), \($0.place): \($0.words)" }
    return (lines + open + ["\(file), \(cells) cells: \(conclusion)"]).joined(separator: "\n")
  }
}
