import Hummingbird

/// Why a request gets no page, in words for the user.
///
/// It never names a value that the request sent.
struct WebError: Error, Sendable {
  let status: HTTPResponse.Status
  let title: String
  let advice: String

  /// There is no page at the address.
  static let notFound = WebError(
    status: .notFound, title: "Page not found",
    advice: "There is nothing at this address. If it was of a check, the check may have been removed.")
  /// The request has no right to a page.
  static let noSession = WebError(
    status: .forbidden, title: "This page needs the start link",
    advice:
      "Open the link that kith serve printed when it started. It works once; for a new one, start kith serve again."
  )
  /// The request was sent by another site.
  static let foreign = WebError(
    status: .forbidden, title: "This request did not come from Kith",
    advice: "Nothing was done. Go back to Kith's own page and try again.")
  /// The upload is too large.
  static let tooLarge = WebError(
    status: .contentTooLarge, title: "The files are too large",
    advice: "Nothing was kept. Choose the return's own files, or give their folder when you start: kith serve FOLDER.")

  /// What was sent cannot be used.
  static func unusable(_ title: String, _ advice: String) -> WebError {
    WebError(status: .unprocessableContent, title: title, advice: advice)
  }
}
