import KithReports

/// Asks why a child's page is to be opened.
struct CheckReasonPage: Page {
  static let template = "check-reason"
  static let part = SitePart.check

  let title = "Open a child's page"
  let address: String
  let log: String
  let lastReason: String
}

/// A finding and the note that is kept on it.
struct CheckNotePage: Page {
  static let template = "check-note"
  static let part = SitePart.check

  let title = "Note on a finding"
  let address: String
  let backAddress: String
  let code: String
  let message: String
  let child: String
  let table: String
  let date: String
  let note: String
  let kept: String
}

extension CheckNotePage {
  init(_ line: FindingLine, _ check: CheckedReturn, address: String, backAddress: String) {
    self.address = address
    self.backAddress = backAddress
    code = line.rule
    message = line.message
    child = line.child
    table = ScreenWords.table(line.table)
    date = line.date
    note = line.note
    kept =
      check.request.notesFolder == nil
      ? "It is kept until the session ends: download the notes and put the file beside the return."
      : "It is kept in \(Notes.fileName) beside the return."
  }
}

/// The children with a finding.
struct CheckChildrenPage: Page {
  static let template = "check-children"
  static let part = SitePart.check

  struct Line: Sendable {
    let child: String
    let childAddress: String
    let findings: Int
  }

  let title = "Children with findings"
  let subject: String
  let address: String
  let lines: [Line]
  let pages: PageLinks
}

extension CheckChildrenPage {
  init(_ check: CheckedReturn, page: Int) {
    let base = "/check/\(check.id)"
    let all = check.childrenWithFindings
    subject = check.title
    address = base
    pages = PageLinks("\(base)/children", count: all.count, length: CheckRulePage.length, page: page)
    lines = all[pages.range].map { child, findings in
      Line(child: child, childAddress: "\(base)/child/\(check.handles.handle(child) ?? "")", findings: findings)
    }
  }
}
