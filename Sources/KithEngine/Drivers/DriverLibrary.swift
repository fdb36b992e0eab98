#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A shared library that holds a database driver, loaded.
///
/// It stays loaded until the process ends: a driver may have threads that outlive its last connection.
public struct DriverLibrary: Sendable {
  /// The file, or the name under which the system finds it.
  public let path: String
  /// Where the file was found.
  public let source: Source
  private let handle: UInt

  /// How a library was found.
  public enum Source: Hashable, Sendable {
    /// Named by the environment variable `KITH_DUCKDB`.
    case environment
    /// In `.deps/lib`, where `scripts/setup` puts it.
    case project
    /// Among the system's libraries.
    case system
    /// Named by an ``EngineConfiguration``.
    case configuration
  }

  /// Loads the library at a path.
  public init(path: String) throws(EngineError) {
    try self.init(path: path, source: .configuration)
  }

  init(path: String, source: Source) throws(EngineError) {
    self.path = path
    self.source = source
    handle = try Self.load(path)
  }

  /// Whether the library exports a function of this name.
  public func exports(_ symbol: String) -> Bool { address(of: symbol) != nil }

  func address(of symbol: String) -> UnsafeMutableRawPointer? {
    dlsym(UnsafeMutableRawPointer(bitPattern: handle), symbol)
  }

  private static func load(_ path: String) throws(EngineError) -> UInt {
    if let handle = dlopen(path, RTLD_LAZY | RTLD_LOCAL) { return UInt(bitPattern: handle) }
    let reason = dlerror().map { String(cString: $0) } ?? "the system gave no reason"
    if let stub = PythonStub.needed(for: path, after: reason), dlopen(stub, RTLD_LAZY | RTLD_GLOBAL) != nil,
      let handle = dlopen(path, RTLD_LAZY | RTLD_LOCAL)
    {
      return UInt(bitPattern: handle)
    }
    throw EngineError(.missingDriver, "the database library \(path) could not be loaded: \(reason)")
  }
}
