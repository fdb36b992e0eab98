import Mustache

/// The templates of the pages, which are part of the program.
struct Templates: Sendable {
  private let library: MustacheLibrary

  /// Reads the templates.
  init() throws {
    var library = MustacheLibrary()
    for (name, bytes) in Self.all { try library.register(String(decoding: bytes, as: UTF8.self), named: name) }
    self.library = library
  }

  /// A page within the layout.
  func html(_ frame: Frame) throws -> String {
    guard Self.all[frame.template] != nil, let html = library.render(frame, withTemplate: "layout") else {
      throw WebError.notFound
    }
    return html
  }

  /// Every template by its name; each part of Kith lists its own beside its pages.
  static let all: [String: [UInt8]] = [
    first, check, compare, measures, studies, catalogue,
  ].reduce(into: [:]) { all, part in
    all.merge(part) { _, name in preconditionFailure("two templates have one name: \(name)") }
  }

  private static let first: [String: [UInt8]] = [
    "layout": PackageResources.layout_mustache,
    "form-token": PackageResources.form_token_mustache,
    "home": PackageResources.home_mustache,
    "error": PackageResources.error_mustache,
    "ended": PackageResources.ended_mustache,
  ]
}
