import KithReports
import KithRules

/// A rule that failed: what it asks, why, and every row.
struct CheckRulePage: Page {
  static let template = "check-rule"
  static let part = SitePart.check

  /// A row that fails.
  struct Line: Sendable {
    let child: String
    let childAddress: String
    let isOfChild: Bool
    let table: String
    let place: String
    let date: String
    let fields: String
    let who: String
    let note: String
    let standing: String
    let noteAddress: String
  }

  /// Rows shown on one page.
  static let length = 100

  let title: String
  let subject: String
  let address: String
  let severity: String
  let isError: Bool
  let message: String
  let fix: String
  let reason: String
  let example: String
  let hasReason: Bool
  let hasExample: Bool
  let lines: [Line]
  let pages: PageLinks
}

extension CheckRulePage {
  /// The page of a rule of a part of a check; nil where nothing was found by it.
  init?(_ code: String, _ part: CheckedPart, _ check: CheckedReturn, page: Int) {
    let places = part.lines.indices.filter { part.lines[$0].rule == code }
    guard let first = places.first.map({ part.lines[$0] }) else { return nil }
    let base = "/check/\(check.id)"
    title = "Rule \(code)"
    subject = "\(part.title), \(check.yearTitle)"
    address = base
    severity = first.severity.rawValue
    isError = first.severity == .error
    message = first.message
    fix = first.fix
    // The explanations are written as Markdown, in which a code stands between marks.
    reason = part.explanations[code]?.reason.replacing("`", with: "\"") ?? ""
    example = part.explanations[code]?.example.replacing("`", with: "\"") ?? ""
    hasReason = !reason.isEmpty
    hasExample = !example.isEmpty
    pages = PageLinks("\(base)/part/\(part.name)/rule/\(code)", count: places.count, length: Self.length, page: page)
    lines = places[pages.range].map { place in
      Line(part.lines[place], check, noteAddress: "\(base)/part/\(part.name)/note/\(place)")
    }
  }
}

extension CheckRulePage.Line {
  init(_ line: FindingLine, _ check: CheckedReturn, noteAddress: String) {
    child = line.child
    childAddress = check.handles.handle(line.child).map { "/check/\(check.id)/child/\($0)" } ?? ""
    isOfChild = !line.child.isEmpty
    table = ScreenWords.table(line.table)
    place = line.file + (line.line.map { ", line \($0)" } ?? "")
    date = line.date
    fields = line.fields.joined(separator: ", ")
    who = [line.team, line.worker].filter { !$0.isEmpty }.joined(separator: ", ")
    note = line.note
    standing = line.wasThere.map { $0 ? "still there" : "new" } ?? ""
    self.noteAddress = noteAddress
  }
}

/// The links from one page of a long list to the next and to the one before.
struct PageLinks: Sendable {
  let words: String
  let earlierPage: String?
  let laterPage: String?
  /// The places in the list that the page shows.
  let range: Range<Int>

  /// The links of a page, from 1, of a list of so many.
  init(_ address: String, count: Int, length: Int, page: Int) {
    let last = max(1, (count + length - 1) / length)
    let shown = min(max(page, 1), last)
    range = min((shown - 1) * length, count)..<min(shown * length, count)
    words = last == 1 ? "\(count) in all" : "\(range.lowerBound + 1) to \(range.upperBound) of \(count)"
    earlierPage = shown > 1 ? "\(address)?page=\(shown - 1)" : nil
    laterPage = shown < last ? "\(address)?page=\(shown + 1)" : nil
  }
}
