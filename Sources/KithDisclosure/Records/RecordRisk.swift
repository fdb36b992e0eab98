import KithStatistics

/// Records with the columns by which a person could be recognised, and one that must not be learnt.
///
/// The figures are for the records' keeper: with a handful of columns most extracts of children have unique records, and are not anonymous.
public struct RecordRisk: Sendable {
  /// The records that look alike, each class by the values that they share, in the order of their first record.
  public let classes: [[Int]]
  private let sensitive: [String]

  /// Groups records into classes that look alike.
  ///
  /// - Parameters:
  ///   - recognisable: The columns by which a person could be recognised, each with one value for each record.
  ///   - sensitive: What must not be learnt, for each record; categories, without an order.
  public init(recognisable: [[String]], sensitive: [String]) {
    self.sensitive = sensitive
    classes = Self.classes(recognisable, count: sensitive.count)
  }

  /// The least number of records that look alike (k-anonymity; Sweeney 2002, definition 3).
  public var anonymity: Int { classes.map(\.count).min() ?? 0 }

  /// The least number of sensitive values in a class (distinct l-diversity; Machanavajjhala and others 2007, section 4).
  public var diversity: Int { classes.map { Set($0.map { sensitive[$0] }).count }.min() ?? 0 }

  /// The least exponential of the entropy of a class's sensitive values (entropy l-diversity; Machanavajjhala and others 2007, definition 4.1).
  public var entropyDiversity: Double {
    classes.map { Mathematics.exponential(entropy(of: $0)) }.min() ?? 0
  }

  /// The furthest that a class's sensitive values lie from those of all, with equal distances between values (t-closeness; Li, Li and
  /// Venkatasubramanian 2007, equation 1).
  public var closeness: Double {
    let all = shares(Array(sensitive.indices))
    return classes.map { members in
      let own = shares(members)
      return all.sorted { $0.key < $1.key }.reduce(0) { $0 + abs($1.value - own[$1.key, default: 0]) } / 2
    }.max() ?? 0
  }

  /// Records that look like no other, by position.
  public var uniques: [Int] { classes.filter { $0.count == 1 }.map { $0[0] }.sorted() }

  /// How many records look like fewer than some number, themselves included.
  public func records(inClassesBelow size: Int) -> Int {
    classes.filter { $0.count < size }.reduce(0) { $0 + $1.count }
  }

  /// For each record that is unique: the smallest sets of columns, by position, that make it so (minimal sample uniques; Elliot, Manning
  /// and Ford 2002).
  public static func minimalUniques(recognisable: [[String]]) -> [Int: [[Int]]] {
    let subsets = (1..<(1 << recognisable.count)).map { bits in recognisable.indices.filter { bits >> $0 & 1 == 1 } }
    var found: [Int: [[Int]]] = [:]
    for subset in subsets.sorted(by: {
      ($0.count, $0.map(String.init).joined()) < ($1.count, $1.map(String.init).joined())
    }) {
      let classes = classes(subset.map { recognisable[$0] }, count: recognisable.first?.count ?? 0)
      for record in classes.filter({ $0.count == 1 }).map({ $0[0] }) {
        let isMinimal = !(found[record] ?? []).contains { Set($0).isSubset(of: subset) }
        if isMinimal { found[record, default: []].append(subset) }
      }
    }
    return found
  }

  private static func classes(_ columns: [[String]], count: Int) -> [[Int]] {
    var order: [[String]: Int] = [:]
    var classes: [[Int]] = []
    for record in 0..<count {
      let values = columns.map { $0[record] }
      if let known = order[values] {
        classes[known].append(record)
      } else {
        order[values] = classes.count
        classes.append([record])
      }
    }
    return classes
  }

  private func shares(_ records: [Int]) -> [String: Double] {
    records.reduce(into: [:]) { $0[sensitive[$1], default: 0] += 1 }.mapValues { $0 / Double(records.count) }
  }

  private func entropy(of records: [Int]) -> Double {
    shares(records).sorted { $0.key < $1.key }.reduce(0) { $0 - $1.value * Mathematics.logarithm($1.value) }
  }
}
