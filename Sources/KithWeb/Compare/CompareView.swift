/// A page on comparisons: the choices, what they give in words, tables and charts.
struct CompareView: Page {
  static let template = "compare-view"
  static let part = SitePart.compare

  let title: String
  let subject: String
  let ways: [Way]
  let form: CompareForm
  let sentences: [String]
  let tables: [ShownTable]
  let charts: [ShownChart]
  let remarks: [String]
  let dataAddress: String?
  let ownAddress: String?
}

/// The choices of a page on comparisons, as a form whose sending is an address that restores them.
struct CompareForm: Sendable {
  let action: String
  let choices: [Choice]
  let button: String
}
