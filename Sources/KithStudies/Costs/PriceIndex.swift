public import KithTables

/// A price index by financial year, such as the GDP deflator.
public enum PriceIndex {
  /// Reads the columns `year,index`, the year being that in which the financial year ends.
  public static func read(_ table: SeparatedText, name: String) throws(StudyError) -> [Int: Double] {
    guard let year = table.column("year"), let index = table.column("index") else {
      throw StudyError(.column, "\(name) has no columns year and index; it needs both.")
    }
    var values: [Int: Double] = [:]
    for (record, line) in zip(table.records, table.lines) {
      guard let ends = Int(record[year].trimmed), let value = Double(record[index].trimmed), value > 0 else {
        throw StudyError(.column, "\(name), line \(line): write the year as 2025 and the index as a number above 0.")
      }
      values[ends] = value
    }
    return values
  }
}

/// What a year's accounts say was spent on a service, and the placements that it pays for.
public struct ServiceSpending: Hashable, Sendable {
  /// The service's name.
  public let service: String
  /// Placement codes (PLACE).
  public let placements: Set<String>
  /// Pounds in the year.
  public let expenditure: Double

  /// Reads the columns `service,placements,expenditure`, the placement codes apart by spaces.
  public static func all(_ table: SeparatedText, name: String) throws(StudyError) -> [ServiceSpending] {
    guard let service = table.column("service"), let placements = table.column("placements"),
      let pounds = table.column("expenditure")
    else { throw StudyError(.column, "\(name) has no columns service, placements and expenditure; it needs them.") }
    var all: [ServiceSpending] = []
    for (record, line) in zip(table.records, table.lines) {
      guard let spent = Double(record[pounds].trimmed), spent >= 0 else {
        throw StudyError(.column, "\(name), line \(line), expenditure: write pounds as digits.")
      }
      let codes = record[placements].split(separator: " ").map(String.init)
      all.append(ServiceSpending(service: record[service].trimmed, placements: Set(codes), expenditure: spent))
    }
    return all
  }
}
