import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle
import UnixSignals

/// Kith's pages, served on this machine's own address to the browser of whoever started it.
public struct WebServer: Sendable {
  let site: Site

  /// Gets ready what the pages are made from; nothing listens yet.
  public init(_ settings: WebSettings) throws { site = try Site(settings) }

  /// Serves until the user ends the session or the program is told to stop, and leaves nothing behind.
  ///
  /// `whenReady` is given the link that starts the session.
  public func run(whenReady: @escaping @Sendable (String) -> Void) async throws {
    defer { site.scratch.remove() }
    var quiet = Logger(label: "kith")
    quiet.logLevel = .critical
    let (ends, end) = AsyncStream.makeStream(of: Void.self)
    let application = Application(
      responder: router(whenEnded: { end.finish() }).buildResponder(),
      configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: site.settings.port)),
      onServerRunning: { [session = site.session] channel in
        session.port = channel.localAddress?.port
        whenReady(session.startLink)
      }, logger: quiet)
    let group = ServiceGroup(
      services: [application], gracefulShutdownSignals: [.sigint, .sigterm], logger: quiet)
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask { try await group.run() }
      tasks.addTask {
        for await _ in ends {}
        // The page that says so is still on its way.
        try await Task.sleep(for: .milliseconds(300))
        await group.triggerGracefulShutdown()
      }
      try await tasks.next()
      tasks.cancelAll()
    }
  }

  /// Every route.
  func router(whenEnded: @escaping @Sendable () -> Void) -> Router<BasicRequestContext> {
    let router = Router()
    router.add(middleware: SafeHeaders())
    router.add(middleware: ErrorPages(site: site))
    router.add(middleware: RequestGuard(session: site.session))
    SessionRoutes(site: site, whenEnded: whenEnded).add(to: router)
    CheckRoutes(site: site).add(to: router)
    CheckedChildRoutes(site: site).add(to: router)
    CompareRoutes(site: site).add(to: router)
    MeasureRoutes(site: site).add(to: router)
    StudyRoutes(site: site).add(to: router)
    CatalogueRoutes(site: site).add(to: router)
    return router
  }
}
