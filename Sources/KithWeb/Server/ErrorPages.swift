import Hummingbird
import KithAggregates
import KithReports
import KithReturns
import KithStore

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
      return try page(.unusable("The files cannot be read", words(error)))
    } catch let error as NoRuleBook {
      return try page(.unusable("There are no rules for that year", error.description))
    } catch let error as StoreError {
      return try page(.unusable("The store cannot be read", error.description))
    } catch let error as AggregatesError {
      return try page(.unusable("The published figures cannot be read", error.description))
    } catch let error as any HTTPResponseError where error.status == .notFound {
      return try page(.notFound)
    } catch let error as any HTTPResponseError {
      return try page(
        WebError(status: error.status, title: "That did not work", advice: "Go back and try again."))
    } catch  where !(error is CancellationError) {
      return try page(.broken)
    }
  }

  /// The error without the session's own folder, which the user does not know.
  private func words(_ error: ReadError) -> String {
    guard error.file.hasPrefix(site.scratch.path) else { return error.description }
    let name = error.file.split(separator: "/").last.map { String($0) } ?? ""
    return "\(name.contains(".") ? name : "What you chose") \(error.reason.text)."
  }

  private func page(_ error: WebError) throws -> Response {
    try site.response(ErrorPage(title: error.title, advice: error.advice), status: error.status)
  }
}
