import Foundation
import HTTPTypes
import Hummingbird
import KithReference

/// What every route answers from: the session, the templates, and what the user has given.
struct Site: Sendable {
  let settings: WebSettings
  let session: Session
  let templates: Templates
  let assets: Assets
  let scratch: ScratchSpace
  let checks = CheckShelf()
  /// The reference data of checks, whose reading begins when the server starts.
  let references: ReferenceFiles
  let accessLog: AccessLog
  let measures: MeasureShelf
  /// The published figures, whose reading begins when the server starts.
  let figures: Task<PublishedFigures, any Error>

  init(_ settings: WebSettings) throws {
    self.settings = settings
    session = Session()
    templates = try Templates()
    assets = Assets(folder: settings.assets)
    scratch = try ScratchSpace(in: settings.scratch)
    references = ReferenceFiles(postcodes: settings.postcodes, providers: settings.providers)
    accessLog = AccessLog(folder: settings.accessLog ?? AccessLog.usualFolder)
    measures = MeasureShelf(settings)
    figures = Task { try PublishedFigures.read(lait: settings.aggregates, ees: settings.ees) }
  }

  /// A page as a response.
  func response(_ page: some Page, status: HTTPResponse.Status = .ok) throws -> Response {
    let html = try templates.html(Frame(page, formToken: session.formToken.description, charts: assets.charts))
    return Response(
      status: status, headers: [.contentType: "text/html; charset=utf-8"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: html)))
  }

  /// Sends the browser on to another page of Kith's.
  func redirect(to path: String) -> Response { Response(status: .seeOther, headers: [.location: path]) }

  /// A file that the browser saves under a name.
  func download(_ bytes: [UInt8], name: String, type: String) -> Response {
    Response(
      status: .ok,
      headers: [.contentType: type, .contentDisposition: "attachment; filename=\"\(name)\""],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}
