import Hummingbird
import Synchronization

/// Who may use the server: the browser that first opened the start link, until the user ends the session.
final class Session: Sendable {
  /// The secret that each form carries.
  let formToken = Token()
  /// The secret that the start link carries, which works once.
  let startToken = Token()
  private let cookieToken = Token()
  private let state = Mutex(State())

  private struct State {
    var port: Int?
    var isStarted = false
    var isEnded = false
  }

  /// The port on which the server listens; nil until it does.
  var port: Int? {
    get { state.withLock { $0.port } }
    set { state.withLock { $0.port = newValue } }
  }

  /// The link that starts the session.
  var startLink: String { "http://127.0.0.1:\(port ?? 0)/start?token=\(startToken)" }

  /// The cookie of whoever comes with the start token, which works once; nil for a wrong or used one.
  func start(with token: String?) -> Cookie? {
    guard startToken.matches(token) else { return nil }
    let isFirst = state.withLock { state in
      defer { state.isStarted = true }
      return !state.isStarted && !state.isEnded
    }
    guard isFirst else { return nil }
    return Cookie(name: cookieName, value: cookieToken.description, path: "/", httpOnly: true, sameSite: .strict)
  }

  /// Ends the session: no cookie is good from now on.
  func end() { state.withLock { $0.isEnded = true } }

  /// Whether a request comes from the browser of the session.
  func owns(_ request: Request) -> Bool {
    cookieToken.matches(request.cookies[cookieName]?.value) && !state.withLock { $0.isEnded }
  }

  /// Whether a request names this server, and no other name that leads to the same address.
  func isAddressed(by authority: String?) -> Bool {
    guard let port, let authority else { return false }
    return authority == "127.0.0.1:\(port)" || authority == "localhost:\(port)"
  }

  /// The name of the cookie, which differs from that of another server on this machine.
  private var cookieName: String { "kith-\(port ?? 0)" }
}
