@testable import KithWeb

/// A full example of each page: no list of it is empty, and nothing in it is missing.
enum PageExamples {
  static let all: [any Page] = first + check + compare + measures + catalogue

  /// A page within what stands around it.
  static func frame(_ page: any Page) -> Frame { frame(of: page) }

  private static func frame(of page: some Page) -> Frame { Frame(page, formToken: "the-form-token", charts: true) }

  private static let first: [any Page] = [
    HomePage(returns: ["return-2026"], store: "children.duckdb", published: "LAIT"),
    ErrorPage(title: "Page not found", advice: "Go back."), EndedPage(),
  ]
}
