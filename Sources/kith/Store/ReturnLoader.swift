import Foundation
import KithStore

/// Loads returns one after the other.
///
/// Where many follow each other fast, the store stays open for the time of some of them, since to open and close it takes
/// as long as to load a small one. It is let go of now and then, so that who waits for it gets in.
struct ReturnLoader {
  private let options: StoreOptions
  private let isHeld: Bool
  private let tell: (LoadedReturn) -> Void
  private var store: Store?
  private var rows = 0
  /// What became of each return.
  private(set) var loaded: [LoadedReturn] = []

  /// How many rows are stored before the store is let go of.
  private static let mostRows = 2_000_000

  init(options: StoreOptions, isHeld: Bool, tell: @escaping (LoadedReturn) -> Void) {
    self.options = options
    self.isHeld = isHeld
    self.tell = tell
  }

  mutating func load(_ found: ReturnReader.Found) throws {
    if rows > Self.mostRows {
      letGo()
      Thread.sleep(forTimeInterval: 0.2)
    }
    let store = try store ?? open()
    let outcome = try store.load(found.prepared)
    if isHeld { self.store = store }
    rows += found.prepared.rows
    let result = LoadedReturn(found.prepared.request, outcome, name: found.name)
    Progress.clear()
    tell(result)
    loaded.append(result)
  }

  private func open() throws -> Store {
    let store = try options.open(for: .writing)
    if isHeld { try store.expectManyLoads() }
    return store
  }

  private mutating func letGo() {
    store = nil
    rows = 0
  }
}
