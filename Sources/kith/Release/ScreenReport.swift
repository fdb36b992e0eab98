import ArgumentParser
import KithAggregates

/// What the screening of an EES file found.
struct ScreenReport: Encodable {
  let command = "release screen"
  let file: String
  let rows: Int
  let passes: Bool
  let lastStage: String
  let findings: [Finding]

  struct Finding: Encodable {
    let stage: String
    let severity: String
    let rule: String
    let message: String
  }

  init(path: String) throws {
    let screening = try EESScreening(path: path)
    file = PublishedFile(path: path).name
    rows = screening.rowCount
    passes = screening.passes
    lastStage = screening.lastStage.rawValue
    findings = screening.findings.map {
      Finding(stage: $0.stage.rawValue, severity: $0.severity.rawValue, rule: $0.rule, message: $0.message)
    }
  }

  /// Prints the findings; 1 where there are any.
  func end(json: Bool) throws {
    print(json ? sortedJSON(self) : text)
    if !findings.isEmpty { throw ExitCode(1) }
  }

  private var text: String {
    let verdict =
      passes
      ? "\(file): passes, \(rows) rows" + (findings.isEmpty ? "" : ", with \(findings.count) warnings")
      : "\(file): does not pass; stages after \(lastStage) were not looked at"
    return (findings.map { "\($0.severity), \($0.stage): \($0.message)" } + [verdict]).joined(separator: "\n")
  }
}
