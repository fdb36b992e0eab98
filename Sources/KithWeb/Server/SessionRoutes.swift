import HTTPTypes
import Hummingbird

/// The start and the end of a session, the home page, and the files that pages load.
struct SessionRoutes: Sendable {
  let site: Site
  let whenEnded: @Sendable () -> Void

  func add(to router: Router<BasicRequestContext>) {
    router.get("start") { request, _ in try start(request) }
    router.get("/") { _, _ in
      try site.response(HomePage(site))
    }
    router.get("assets/{name}") { _, context in try site.assets.response(context.parameters.require("name")) }
    router.post("end") { request, _ in
      _ = try await FormFields(request, of: site.session)
      return try await end()
    }
  }

  /// Takes the start token for a cookie; whoever has the cookie already goes on.
  private func start(_ request: Request) throws -> Response {
    if session.owns(request) { return site.redirect(to: "/") }
    guard let cookie = session.start(with: request.uri.queryParameters["token"].map { String($0) }) else {
      throw WebError.noSession
    }
    // A redirect would lose the cookie, which is not sent where another site led; a page with a link is a fresh start.
    var response = try site.response(HomePage(site))
    response.setCookie(cookie)
    return response
  }

  private func end() async throws -> Response {
    let response = try site.response(EndedPage())
    session.end()
    await site.checks.clear()
    site.scratch.remove()
    whenEnded()
    return response
  }

  private var session: Session { site.session }
}
