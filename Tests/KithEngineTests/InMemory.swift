import KithEngine

/// A connection to a new database in memory, on two threads.
func inMemory(_ options: [String: String] = [:]) throws -> Connection {
  try Engine(.duckDB(options: options.merging(["threads": "2"]) { asked, _ in asked })).connect()
}
