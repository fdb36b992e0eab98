import CArrow
import Synchronization

/// Stops what a connection is doing, from any thread.
///
/// The work that is stopped throws an ``EngineError`` whose ``EngineError/isCancellation`` is true. To cancel a connection that
/// is idle or closed does nothing.
public final class Cancellation: Sendable {
  private let driver: Driver
  /// Nil once the connection has closed; the lock keeps it from closing in the midst of a cancellation.
  private let address: Mutex<SharedAddress<AdbcConnection>?>

  init(of connection: SharedAddress<AdbcConnection>, through driver: Driver) {
    self.driver = driver
    address = Mutex(connection)
  }

  /// Stops the statement that is running, or the result that is being read.
  public func cancel() throws(EngineError) {
    try address.withLock { address throws(EngineError) in
      guard let connection = address?.pointer else { return }
      try driver.perform(driver.functions.ConnectionCancel, "cancel") { $0(connection, $1) }
    }
  }

  func close() { address.withLock { $0 = nil } }
}
