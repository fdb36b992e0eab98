/// How much memory DuckDB may take; the rest of its work goes to files. Without, it takes up to four fifths of the machine's.
enum EngineMemory {
  /// The environment variable that says so.
  static let variable = "KITH_MEMORY"

  /// DuckDB's options with the limit that `text` says, where they hold none; text that is none is an error.
  static func limited(_ options: [String: String], to text: String?) throws(EngineError) -> [String: String] {
    guard let text, !text.isEmpty, options["memory_limit"] == nil else { return options }
    guard let limit = limit(text) else {
      throw EngineError(
        .setting, "\(variable) does not say how much memory: write a number with MB or GB, 64MB or more, such as 4GB.")
    }
    return options.merging(["memory_limit": limit]) { asked, _ in asked }
  }

  private static func limit(_ text: String) -> String? {
    let units: [(name: String, megabytes: Double)] = [
      ("MIB", 1.048_576), ("GIB", 1_073.741_824), ("MB", 1), ("GB", 1_000),
    ]
    let plain = text.filter { $0 != " " }.uppercased()
    guard let unit = units.first(where: { plain.hasSuffix($0.name) }),
      let number = Double(plain.dropLast(unit.name.count)), number.isFinite, number * unit.megabytes >= 64
    else { return nil }
    return plain
  }
}
