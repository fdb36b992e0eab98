public import KithReturns
import KithTables

/// How codes that changed between collection years are brought together, as data.
///
/// The store keeps what was submitted, and beside it the mapped value; so a series over years uses the one and a question
/// about a year the other.
public struct Harmonisation: Sendable {
  /// What becomes of one code of a field.
  public struct Mapping: Hashable, Sendable {
    /// The collection.
    public let collection: CollectionKind
    /// The table, by the guidance's name.
    public let table: String
    /// The field, by the guidance's name.
    public let field: String
    /// The stem of the column that holds the mapped value: `sex` for `sex_mapped`.
    public let column: String
    /// The code as submitted.
    public let code: String
    /// The value that stands for it in series over years.
    public let mapped: String
    /// The collection years in which the code holds.
    public let years: YearSpan
    /// Why.
    public let why: String
  }

  /// All mappings, in the order of the data file.
  public let mappings: [Mapping]
  private let mapped: [Key: String]

  private struct Key: Hashable {
    let collection: CollectionKind
    let table: String
    let field: String
    let code: String
  }

  /// The mappings of the project's own `harmonisation.csv`, which is part of the program.
  public static let standard = Harmonisation(bundled: PackageResources.harmonisation_csv)

  init(bundled bytes: [UInt8]) {
    guard let table = try? SeparatedText(bytes) else { preconditionFailure("harmonisation.csv does not read") }
    mappings = table.records.compactMap(Mapping.init(record:))
    precondition(mappings.count == table.records.count, "harmonisation.csv has a row that does not read")
    precondition(mappings.allSatisfy { $0.code.utf8.count <= 8 }, "harmonisation.csv has a code of more than 8 bytes")
    mapped = Dictionary(
      uniqueKeysWithValues: mappings.map {
        (Key(collection: $0.collection, table: $0.table, field: $0.field, code: $0.code), $0.mapped)
      })
  }

  /// The value that stands for a code in series over years: the code itself where nothing is said of it.
  public func value(_ code: String, of field: Field, in table: TableName, _ collection: CollectionKind) -> String {
    mapped[Key(collection: collection, table: table.description, field: field.description, code: code)] ?? code
  }

  /// The values that stand for codes of a field, in UTF-8, by the codes' bytes as one number.
  func values(of field: Field, in table: TableName, _ collection: CollectionKind) -> [UInt64: [UInt8]] {
    let own = mappings.filter {
      $0.collection == collection && $0.table == table.description && $0.field == field.description
    }
    return Dictionary(
      uniqueKeysWithValues: own.compactMap { mapping in
        let code = Array(mapping.code.utf8).withUnsafeBufferPointer { $0.packed(ignoringCase: true) }
        return code.map { ($0, Array(mapping.mapped.utf8)) }
      })
  }

  /// The columns of mapped values that a table has, each with the fields it is made from, the first that holds a value
  /// deciding.
  func columns(of table: TableName, _ collection: CollectionKind) -> [(stem: String, fields: [Field])] {
    let own = mappings.filter { $0.collection == collection && $0.table == table.description }
    var columns: [(stem: String, fields: [Field])] = []
    for mapping in own {
      let field = Field(mapping.field)
      if let place = columns.firstIndex(where: { $0.stem == mapping.column }) {
        if !columns[place].fields.contains(field) { columns[place].fields.append(field) }
      } else {
        columns.append((mapping.column, [field]))
      }
    }
    return columns
  }
}

extension Harmonisation.Mapping {
  /// Reads a row of the data file; nil when a part of it does not read.
  init?(record: [String]) {
    guard record.count == 9, let collection = CollectionKind(rawValue: record[0]) else { return nil }
    self.init(
      collection: collection, table: record[1], field: record[2], column: record[3], code: record[4],
      mapped: record[5], years: YearSpan(from: Int(record[6]), to: Int(record[7])), why: record[8])
  }
}

extension YearSpan {
  /// The years from one to another, either of which may be open.
  fileprivate init(from first: Int?, to last: Int?) {
    switch (first, last) {
    case (let first?, let last?): self = .between(first, last)
    case (let first?, nil): self = .since(first)
    case (nil, let last?): self = .until(last)
    case (nil, nil): self = .all
    }
  }
}
