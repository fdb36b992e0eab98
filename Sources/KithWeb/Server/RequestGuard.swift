import HTTPTypes
import Hummingbird

/// Lets through only requests of the session's own browser that were made on Kith's own pages.
///
/// The host is checked so that no other name can be made to lead here (DNS rebinding), the origin so that no other site's
/// page can send a form.
struct RequestGuard: RouterMiddleware {
  typealias Context = BasicRequestContext

  let session: Session

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    guard session.isAddressed(by: request.head.authority) else {
      throw WebError(
        status: .misdirectedRequest, title: "Not this address", advice: "Kith answers at 127.0.0.1 only.")
    }
    if request.uri.path == "/start" { return try await next(request, context) }
    guard session.owns(request) else { throw WebError.noSession }
    guard isOurs(request) else { throw WebError.foreign }
    return try await next(request, context)
  }

  /// Whether a request was made by the user, or by one of Kith's pages.
  private func isOurs(_ request: Request) -> Bool {
    let site = request.headers[.named("Sec-Fetch-Site")]
    if let site, !["same-origin", "none"].contains(site) { return false }
    guard request.method != .get, request.method != .head else { return true }
    return request.headers[.origin].map { $0 == "http://\(request.head.authority ?? "")" } ?? false
  }
}
