import Hummingbird
import KithReturns

/// Answers what went wrong with a page that says what to do, and never with a value that was sent.
struct ErrorPages: RouterMiddleware {
  typealias Context = BasicRequestContext

  let site: Site

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch let error as WebError {
      return try page(error)
    } catch let error as ReadError where error.reason == .tooLarge {
      return try page(.tooLarge)
    } catch let error as ReadError {
      return try page(.unusable("The files cannot be read", error.description))
    } catch let error as any HTTPResponseError where error.status == .notFound {
      return try page(.notFound)
    } catch let error as any HTTPResponseError {
      return try page(
        WebError(status: error.status, title: "That did not work", advice: "Go back and try again."))
    }
  }

  private func page(_ error: WebError) throws -> Response {
    try site.response(ErrorPage(title: error.title, advice: error.advice), status: error.status)
  }
}
