import Foundation
import KithTesting

@testable import KithLinkage

/// A file of the shared cases in which records and their encodings by clkhash stand side by side.
struct VectorFile: Decodable {
  let secret_utf8: String
  let derived_keys_hex: [[String]]
  let records: [[String]]
  let clks_base64: [String]
  let popcounts: [Int]

  static let folder = SharedFolder.path("cases/linkage/clk_vectors")

  /// The files' names.
  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.hasSuffix(".json") && $0 != "unit_vectors.json" }.sorted()
  }()

  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: folder + "/" + name)))
  }

  /// The file, and its schema as JSON.
  static func read(_ name: String) throws -> (file: VectorFile, schema: JSONValue) {
    let bytes = try bytes(name)
    let file = try JSONDecoder().decode(VectorFile.self, from: Data(bytes))
    return (file, try JSONValue(parsing: bytes)["schema"] ?? .null)
  }
}

extension RecordEncoder {
  /// The encodings of records that are given as texts.
  static func encode(_ records: [[String]], _ schema: LinkageSchema, _ key: LinkageKey) throws -> Encodings {
    var encoder = RecordEncoder(schema, key: key)
    var encodings = Encodings(length: schema.length, count: records.count)
    for (row, record) in records.enumerated() {
      if let filter = try encoder.filter(of: record.map { Array($0.utf8) }) { encodings.set(row, to: filter.words) }
    }
    return encodings
  }
}

func bytes(hex: String) -> [UInt8] {
  stride(from: 0, to: hex.utf8.count, by: 2).map { place in
    let start = hex.index(hex.startIndex, offsetBy: place)
    return UInt8(hex[start..<hex.index(start, offsetBy: 2)], radix: 16) ?? 0
  }
}
