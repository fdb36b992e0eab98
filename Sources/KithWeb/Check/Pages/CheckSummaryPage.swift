import KithReports
import KithReturns
import KithRules

/// What came of a check: what to fix first, then by rule and by team.
struct CheckSummaryPage: Page {
  static let template = "check-summary"
  static let part = SitePart.check

  /// A rule to put right early.
  struct Fix: Sendable {
    let code: String
    let ruleAddress: String
    let clears: Int
    let concerned: Int
    let what: String
  }

  /// A rule that failed.
  struct RuleLine: Sendable {
    let code: String
    let ruleAddress: String
    let severity: String
    let isError: Bool
    let findings: Int
    let concerned: Int
    let message: String
  }

  /// A team, or a worker, with findings.
  struct Team: Sendable {
    let name: String
    let findings: Int
    let sheetAddress: String
  }

  /// A file that was read.
  struct File: Sendable {
    let table: String
    let year: String
    let rows: Int
    let file: String
    let remark: String
  }

  /// One return, or both beside each other.
  struct Part: Sendable {
    let heading: String
    let anchor: String
    let sentence: String
    let trend: String
    let fixes: [Fix]
    let rules: [RuleLine]
    let teams: [Team]
    let files: [File]
    let leftAside: String
    let notChecked: [CheckedPart.NotChecked]
    let downloads: String
    let hasTrend: Bool
    let hasFixes: Bool
    let hasRules: Bool
    let hasTeams: Bool
    let hasFiles: Bool
    let hasNotChecked: Bool
    let hasLeftAside: Bool
  }

  let title: String
  let address: String
  let source: String
  let parts: [Part]
  let hasSeveral: Bool
  let children: Int
}

extension CheckSummaryPage {
  init(_ check: CheckedReturn) {
    title = check.title
    address = "/check/\(check.id)"
    source = check.request.name
    parts = check.parts.map { Part($0, address: "/check/\(check.id)/part/\($0.name)") }
    hasSeveral = parts.count > 1
    children = check.childrenWithFindings.count
  }
}

extension CheckSummaryPage.Part {
  init(_ part: CheckedPart, address: String) {
    let fixes = FirstFixes(part.lines).fixes
    let rules = Dictionary(part.rules.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    heading = part.title
    anchor = part.name
    sentence =
      part.counts.findings == 0
      ? "Nothing was found."
      : "\(part.counts.findings) findings by \(part.counts.rules) rules, on \(part.counts.rows) rows of "
        + "\(part.counts.children) children."
    trend = part.trend.map { "\($0.new) new, \($0.still) still there, \($0.gone) gone." } ?? ""
    self.fixes = fixes.map { fix in
      CheckSummaryPage.Fix(
        code: fix.rule, ruleAddress: "\(address)/rule/\(fix.rule)", clears: fix.childrenCleared,
        concerned: fix.children, what: rules[fix.rule]?.fix ?? "")
    }
    self.rules = Self.rules(part, address)
    teams = ChaseSheets(part.lines, due: "").sheets.enumerated().map { place, sheet in
      CheckSummaryPage.Team(name: sheet.name, findings: sheet.findings, sheetAddress: "\(address)/team/\(place)")
    }
    files = part.files.map(CheckSummaryPage.File.init)
    leftAside = part.leftAside.joined(separator: ", ")
    notChecked = part.notChecked
    downloads = address
    hasTrend = part.trend != nil
    hasFixes = !fixes.isEmpty
    hasRules = !self.rules.isEmpty
    hasTeams = !teams.isEmpty
    hasFiles = !files.isEmpty
    hasNotChecked = !notChecked.isEmpty
    hasLeftAside = !part.leftAside.isEmpty
  }

  /// The rules that failed, and the faults of the files' text, which have codes of their own.
  private static func rules(_ part: CheckedPart, _ address: String) -> [CheckSummaryPage.RuleLine] {
    let known = Set(part.rules.map(\.code))
    let faults = Dictionary(grouping: part.lines.filter { !known.contains($0.rule) }, by: \.rule)
    let ofFiles = faults.sorted { $0.key < $1.key }.map { code, lines in
      CheckSummaryPage.RuleLine(
        code: code, ruleAddress: "\(address)/rule/\(code)", severity: lines[0].severity.rawValue,
        isError: lines[0].severity == .error, findings: lines.count, concerned: 0, message: lines[0].message)
    }
    return ofFiles
      + part.rules.map { rule in
        CheckSummaryPage.RuleLine(
          code: rule.code, ruleAddress: "\(address)/rule/\(rule.code)", severity: rule.severity.rawValue,
          isError: rule.severity == .error, findings: rule.findings, concerned: rule.children, message: rule.message)
      }
  }
}

extension CheckSummaryPage.File {
  init(_ file: Submission.File) {
    table = ScreenWords.table(file.table.name)
    year = file.isLastYear ? "last year" : "this year"
    rows = file.rows
    self.file = file.name
    let notes =
      (file.encoding == .utf8 ? [] : ["read as \(file.encoding.rawValue)"])
      + (file.extraColumns.isEmpty ? [] : ["left aside: " + file.extraColumns.joined(separator: ", ")])
      + (file.isSynthetic ? ["synthetic"] : [])
    remark = notes.joined(separator: "; ")
  }
}

/// The words that screens use for the guidance's names.
enum ScreenWords {
  /// A table, in words and by the guidance's name; findings of last year's table end in `_last`.
  static func table(_ name: String) -> String {
    let isLast = name.hasSuffix("_last")
    let plain = isLast ? String(name.dropLast("_last".count)) : name
    return (words[plain].map { "\($0) (\(plain))" } ?? plain) + (isLast ? ", last year" : "")
  }

  private static let words = [
    "Episodes": "Episodes of care", "CINdetails": "Episodes of need", "Missing": "Missing periods",
    "ChildProtectionPlans": "Child protection plans", "CINplanDates": "Child in need plans",
    "Section47": "Section 47 enquiries", "PlacedAdoption": "Placed for adoption", "PrevPerm": "Previous permanence",
    "SWEpisodes": "Social workers", "AD1": "Adoptions", "OC2": "Outcomes", "OC3": "Care leavers",
    "ChildIdentifiers": "Children", "AssessmentFactorsList": "Factors at assessment",
  ]
}
