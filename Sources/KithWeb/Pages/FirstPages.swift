/// The page on which a session begins.
struct HomePage: Page {
  static let template = "home"
  static let part = SitePart.home

  let title = "What do you want to do?"
  let returns: [String]
  let store: String?
  let published: String?
}

extension HomePage {
  /// What the server was started with.
  init(_ site: Site) {
    self.init(
      returns: site.settings.returns.map { $0.joined(separator: ", ") }, store: nil,
      published: site.settings.aggregates.map { ([$0] + site.settings.ees).joined(separator: ", ") })
  }
}

/// What went wrong, and what to do.
struct ErrorPage: Page {
  static let template = "error"
  static let part = SitePart.home

  let title: String
  let advice: String
}

/// The page that ends a session.
struct EndedPage: Page {
  static let template = "ended"
  static let part = SitePart.home

  let title = "The session has ended"
}
