import Foundation
import KithReturns

extension RawTable {
  /// The table of these rows, with the fields that they name and, where there are none, those of the schema.
  init(name: TableName, json rows: [[String: Any]], of schemas: [TableSchema], adding more: [Field] = []) {
    let named = Set(rows.flatMap(\.keys)).sorted().map { Field($0) }
    let all = named.isEmpty ? schemas.first { $0.name == name }?.fields ?? [] : named
    let fields = all + more.filter { !all.contains($0) }
    var builder = RawTableBuilder()
    for (place, row) in rows.enumerated() {
      builder.append(fields.map { Self.text(row[$0.description]) }, line: place + 2)
    }
    self = builder.table(name, file: "\(name).csv", fields: fields)
  }

  /// A value as a file would hold it; nil for null.
  static func text(_ value: Any?) -> String? {
    switch value {
    case let text as String: text
    case let number as NSNumber: number.stringValue
    case let list as [Any]: list.compactMap { text($0) }.joined(separator: ",")
    default: nil
    }
  }
}
