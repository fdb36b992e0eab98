public import KithTables

/// How many children are of each ethnic group.
public struct EthnicPopulation: Sendable {
  /// The children of each group.
  public let people: [String: Double]
  private let groupOfCode: [String: String]

  /// Reads the columns `group,codes,population`, the codes being the guidance's, apart by spaces.
  public init(_ table: SeparatedText, name: String) throws(StudyError) {
    guard let group = table.column("group"), let codes = table.column("codes"), let number = table.column("population")
    else { throw StudyError(.column, "\(name) has no columns group, codes and population; it needs them.") }
    var people: [String: Double] = [:]
    var groups: [String: String] = [:]
    for (record, line) in zip(table.records, table.lines) {
      guard let count = Double(record[number].trimmed), count >= 0 else {
        throw StudyError(.column, "\(name), line \(line), population: write a number.")
      }
      people[record[group].trimmed, default: 0] += count
      for code in record[codes].split(separator: " ") {
        guard groups.updateValue(record[group].trimmed, forKey: String(code)) == nil else {
          throw StudyError(.column, "\(name), line \(line), codes: a code is in two groups; keep it in one.")
        }
      }
    }
    self.people = people
    groupOfCode = groups
  }

  func group(of code: String) -> String? { groupOfCode[code] }
}
