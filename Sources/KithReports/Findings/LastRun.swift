public import KithReturns

/// The findings of an earlier run, read from its `findings.csv`.
public struct LastRun: Sendable {
  /// The keys of its findings.
  public let keys: Set<FindingKey>

  /// The run that left this file, or this folder of reports.
  public init(_ path: String) throws(ReadError) {
    let file = path.lowercased().hasSuffix(".csv") ? path : path + "/findings.csv"
    let list = try ListFile(file)
    let columns = ["Rule", "Table", "Child", "Date"].map { list.column($0) }
    guard let rule = columns[0], let table = columns[1], let child = columns[2], let date = columns[3] else {
      throw ReadError(.headings("Rule, Table, Child and Date"), file)
    }
    keys = Set(
      list.rows.map { FindingKey(rule: $0[rule], table: $0[table], child: $0[child], date: $0[date]) })
  }

  /// The run that had these findings.
  public init(keys: Set<FindingKey>) { self.keys = keys }

  /// Whether the run had the finding.
  public func contains(_ key: FindingKey) -> Bool { keys.contains(key) }

  /// How findings of now compare with the run's: new, still there, and gone.
  public func comparison(with lines: [FindingLine]) -> (new: Int, still: Int, gone: Int) {
    let now = Set(lines.map(\.key))
    return (now.subtracting(keys).count, now.intersection(keys).count, keys.subtracting(now).count)
  }
}
