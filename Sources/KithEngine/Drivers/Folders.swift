#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The folders where Kith looks for what `scripts/setup` has put in place.
enum Folders {
  /// Every `.deps/lib` there could be: of the current folder, of the program's folder and of all above it.
  static var projectLibraries: [String] {
    let above = executable.map { sequence(first: parent(of: $0), next: { $0 == "/" ? nil : parent(of: $0) }) }
    return (["."] + (above.map { Array($0) } ?? [])).map { ($0 == "/" ? "" : $0) + "/.deps/lib" }
  }

  /// A file of the project's own libraries, by its path below `.deps/lib`; nil when set-up has not put it there.
  static func projectLibrary(_ name: String) -> String? {
    projectLibraries.map { $0 + "/" + name }.first(where: isReadable)
  }

  static func isReadable(_ path: String) -> Bool { access(path, R_OK) == 0 }

  static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The file of the running program.
  private static var executable: String? {
    guard let resolved = realpath(invoked, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  #if canImport(Darwin)
    private static var invoked: String {
      var size = UInt32(PATH_MAX)
      return withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(size)) { buffer in
        guard let start = buffer.baseAddress, _NSGetExecutablePath(start, &size) == 0 else { return "." }
        return String(cString: start)
      }
    }
  #else
    private static var invoked: String { "/proc/self/exe" }
  #endif
}

/// The value of an environment variable that is set and not empty.
func environment(_ name: String) -> String? {
  guard let value = getenv(name), value.pointee != 0 else { return nil }
  return String(cString: value)
}

/// The code with which a stream of results says that it was cancelled.
let cancelledCode = ECANCELED
