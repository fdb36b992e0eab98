/// The small library that lets DuckDB be loaded from its Python wheel.
///
/// The wheel's file exports DuckDB's whole interface and also wants Python's symbols, of which none is called through
/// that interface. `scripts/setup` makes a library that defines those names; no Python runs. This is the one
/// place that knows of it.
enum PythonStub {
  static let fileName = "libduckdb_python_stub.so"

  /// The stub's file when a library would not load for want of Python's symbols: beside the library, else in `.deps/lib`.
  static func needed(for library: String, after reason: String) -> String? {
    guard reason.contains("undefined symbol: Py") || reason.contains("undefined symbol: _Py") else { return nil }
    let beside = Folders.parent(of: library) + "/" + fileName
    return ([beside] + Folders.projectLibraries.map { $0 + "/" + fileName }).first(where: Folders.isReadable)
  }
}
