import HTTPTypes
import Hummingbird

/// Tells the browser to keep nothing, to run and load nothing that is not Kith's own, and to let no other page frame these.
struct SafeHeaders: RouterMiddleware {
  typealias Context = BasicRequestContext

  /// Scripts and styles come from files of Kith's own, never from the page's text; nothing is fetched from elsewhere.
  static let policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; form-action 'self'; "
    + "base-uri 'none'; frame-ancestors 'none'"

  private static let headers: [(HTTPField.Name, String)] = [
    (.contentSecurityPolicy, policy), (.cacheControl, "no-store"), (.xContentTypeOptions, "nosniff"),
    (.named("X-Frame-Options"), "DENY"), (.named("Referrer-Policy"), "same-origin"),
    (.named("Cross-Origin-Resource-Policy"), "same-origin"),
    (.named("Cross-Origin-Opener-Policy"), "same-origin"),
    (.named("Permissions-Policy"), "camera=(), geolocation=(), microphone=()"),
  ]

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    for (name, value) in Self.headers where response.headers[name] == nil { response.headers[name] = value }
    return response
  }
}

extension HTTPField.Name {
  /// The field with a name that is known to be one.
  static func named(_ name: String) -> HTTPField.Name {
    guard let field = HTTPField.Name(name) else { preconditionFailure("\(name) is no name of a field") }
    return field
  }
}
