import HTTPTypes
import Hummingbird
import HummingbirdCore
import KithTesting
import Logging
import NIOCore
import NIOEmbedded
import Synchronization

@testable import KithWeb

/// A browser on a server's pages, without a network: what it sends, and what it gets.
final class Browser: Sendable {
  struct Answer: Sendable {
    let status: Int
    let headers: HTTPFields
    let text: String
    let bytes: [UInt8]
  }

  struct File {
    let name: String
    var text: String { String(decoding: bytes, as: UTF8.self) }
    let bytes: [UInt8]
    var field = "files"

    init(_ name: String, _ text: String, field: String = "files") {
      self.init(name, bytes: Array(text.utf8), field: field)
    }

    init(_ name: String, bytes: [UInt8], field: String = "files") {
      self.name = name
      self.bytes = bytes
      self.field = field
    }
  }

  let site: Site
  let host = "127.0.0.1:7777"
  private let responder: RouterResponder<BasicRequestContext>
  private let cookie = Mutex<String?>(nil)

  /// A browser that has opened the start link, unless it is not to.
  init(_ settings: WebSettings = WebSettings(), opens: Bool = true) async throws {
    let server = try WebServer(settings)
    site = server.site
    site.session.port = 7777
    responder = server.router {}.buildResponder()
    if opens { try await open() }
  }

  /// Opens the start link.
  private func open() async throws {
    let given = try await start(site.session.startToken.description)
    cookie.withLock { $0 = given }
  }

  /// The cookie that the start link gives; nil when it gives none.
  func start(_ token: String) async throws -> String? {
    let answer = try await send(.get, "/start?token=\(token)")
    return answer.headers[.setCookie].map { String($0.prefix { $0 != ";" }) }
  }

  func get(_ path: String, _ headers: HTTPFields = [:]) async throws -> Answer {
    try await send(.get, path, headers)
  }

  /// Sends a form as a page of this session does, unless told otherwise.
  func post(
    _ path: String, _ fields: [String: String] = [:], token: String? = nil, origin: String? = nil,
    _ headers: HTTPFields = [:]
  ) async throws -> Answer {
    let fields = fields.merging(["token": token ?? site.session.formToken.description]) { $1 }
    let text = fields.map { "\($0)=\(Self.escaped($1))" }.joined(separator: "&")
    var headers = headers
    headers[.contentType] = "application/x-www-form-urlencoded"
    headers[.origin] = origin ?? "http://\(host)"
    return try await send(.post, path, headers, ByteBuffer(string: text))
  }

  /// Sends a form with files.
  func upload(
    _ path: String, _ files: [File], _ fields: [(String, String)] = [], token: String? = nil, saysLength: Bool = true,
    lost: Int = 0
  ) async throws -> Answer {
    let boundary = "----kithtest"
    var body = ByteBuffer()
    let all = [("token", token ?? site.session.formToken.description)] + fields
    for (name, value) in all {
      body.writeString("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n")
    }
    for file in files {
      body.writeString(
        "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(file.field)\"; filename=\"\(file.name)\"\r\n"
          + "Content-Type: application/octet-stream\r\n\r\n")
      body.writeBytes(file.bytes)
      body.writeString("\r\n")
    }
    body.writeString("--\(boundary)--\r\n")
    body = body.getSlice(at: 0, length: body.readableBytes - lost) ?? body
    var headers: HTTPFields = [
      .contentType: "multipart/form-data; boundary=\(boundary)", .origin: "http://\(host)",
    ]
    if saysLength { headers[.contentLength] = "\(body.readableBytes)" }
    return try await send(.post, path, headers, body)
  }

  private func send(
    _ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields = [:], _ body: ByteBuffer = ByteBuffer()
  ) async throws -> Answer {
    var head = HTTPRequest(
      method: method, scheme: "http", authority: headers[.hostForTests] ?? host, path: path, headerFields: headers)
    if let cookie = cookie.withLock({ $0 }), headers[.cookie] == nil { head.headerFields[.cookie] = cookie }
    let request = Request(head: head, body: RequestBody(asyncSequence: Pieces(body: body)))
    let context = BasicRequestContext(
      source: ApplicationRequestContextSource(channel: EmbeddedChannel(), logger: Logger(label: "test")))
    let response = try await responder.respond(to: request, context: context)
    let collected = Collected()
    try await response.body.write(CollectingWriter(collected: collected))
    let bytes = collected.bytes.withLock { $0 }
    return Answer(
      status: response.status.code, headers: response.headers, text: String(decoding: bytes, as: UTF8.self),
      bytes: bytes)
  }

  private static func escaped(_ text: String) -> String {
    text.utf8.map { byte in
      let digits = Array("0123456789ABCDEF")
      return "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
    }.joined()
  }
}

/// A body in pieces of an odd size, so that what a reader looks for falls across them.
private struct Pieces: AsyncSequence, Sendable {
  let body: ByteBuffer

  struct AsyncIterator: AsyncIteratorProtocol, Sendable {
    var body: ByteBuffer

    mutating func next() async -> ByteBuffer? {
      body.readableBytes > 0 ? body.readSlice(length: Swift.min(body.readableBytes, 977)) : nil
    }
  }

  func makeAsyncIterator() -> AsyncIterator { AsyncIterator(body: body) }
}

private final class Collected: Sendable {
  let bytes = Mutex<[UInt8]>([])
}

private struct CollectingWriter: ResponseBodyWriter {
  let collected: Collected

  mutating func write(_ buffer: ByteBuffer) async throws {
    collected.bytes.withLock { $0 += Array(buffer: buffer) }
  }

  consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}

extension HTTPField.Name {
  /// In place of the Host header, which is no field of a request.
  static let hostForTests = HTTPField.Name.named("Test-Host")
}
