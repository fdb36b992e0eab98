import Dispatch
import KithEngine
import Testing

@Suite("Work stopped from another thread")
struct CancellationTests {
  /// A query that would run for minutes.
  private let long: SQL = """
    SELECT count(*) AS n FROM range(2000000) AS a(i), range(2000000) AS b(j) WHERE (i * j) % 7 = 3
    """

  @Test("A long query stops, and says that it was cancelled", .timeLimit(.minutes(1)))
  func longQuery() throws {
    let connection = try inMemory()
    let timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "cancellation"))
    let cancellation = connection.cancellation
    timer.setEventHandler { try? cancellation.cancel() }
    timer.schedule(deadline: .now() + 0.1, repeating: 0.1)
    timer.activate()
    let error = #expect(throws: EngineError.self) { try connection.query(long) }
    timer.cancel()
    #expect(error?.isCancellation == true, "\(error?.description ?? "")")
    #expect(error?.statement == long.text)
  }

  @Test("A connection whose work was cancelled is fit for use")
  func afterwards() throws {
    let connection = try inMemory()
    try connection.forEachBatch("SELECT i FROM range(100000) AS r(i)") { _ in }
    try connection.cancel()
    #expect(try connection.query("SELECT 1 AS n").integers("n")[0] == 1)
  }

  @Test("To cancel a connection that is gone does nothing")
  func gone() throws {
    func closed() throws -> Cancellation { try inMemory().cancellation }
    try closed().cancel()
  }
}
