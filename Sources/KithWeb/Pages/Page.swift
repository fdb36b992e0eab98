/// What a page shows: a value whose properties are the tags of a template.
protocol Page: Sendable {
  /// The name of the template, a file of `Resources` without its ending.
  static var template: String { get }
  /// The part of Kith to which the page belongs.
  static var part: SitePart { get }

  /// What the page is, as its title says it.
  var title: String { get }
}

/// A part of Kith, as the navigation lists them.
enum SitePart: String, Sendable, CaseIterable {
  case home = "/"
  case check = "/check"
  case compare = "/compare"
  case measures = "/measures"
  case studies = "/studies"
  case catalogue = "/catalogue"

  var title: String {
    switch self {
    case .home: "Start"
    case .check: "Check a return"
    case .compare: "Compare"
    case .measures: "Measures"
    case .studies: "Studies"
    case .catalogue: "Data sets"
    }
  }
}

/// A page and what stands around it, for the template `layout`.
struct Frame: Sendable {
  /// A part of the navigation.
  struct Link: Sendable {
    let title: String
    let address: String
    let isCurrent: Bool
  }

  let title: String
  let template: String
  let page: any Page
  let formToken: String
  let charts: Bool
  let navigation: [Link]

  init<Shown: Page>(_ page: Shown, formToken: String, charts: Bool) {
    title = page.title
    template = Shown.template
    self.page = page
    self.formToken = formToken
    self.charts = charts
    navigation = SitePart.allCases.map { part in
      Link(title: part.title, address: part.rawValue, isCurrent: part == Shown.part)
    }
  }
}
