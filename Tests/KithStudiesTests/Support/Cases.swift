import Foundation
import KithStudies
import KithTables
import KithTesting

/// A file of the shared folder's analysis cases.
func studyCase(_ path: String) -> String { SharedFolder.path("cases/analysis/" + path) }

/// The expected results of a case.
func expected<Content: Decodable>(_ path: String, as type: Content.Type) throws -> Content {
  try JSONDecoder().decode(type, from: Data(contentsOf: URL(filePath: studyCase(path))))
}

/// The columns of a CSV file of numbers, by name; text that is no number is NaN.
struct NumberTable {
  let columns: [String: [Double]]
  let texts: [String: [String]]

  init(_ path: String) throws {
    let table = try SeparatedText([UInt8](Data(contentsOf: URL(filePath: studyCase(path)))))
    var texts: [String: [String]] = [:]
    for (index, name) in table.header.enumerated() { texts[name] = table.records.map { $0[index] } }
    self.texts = texts
    columns = texts.mapValues { $0.map { Double($0) ?? .nan } }
  }

  subscript(name: String) -> [Double] { columns[name] ?? [] }

  func whole(_ name: String) -> [Int] { self[name].map { Int($0) } }

  func outcomes(_ name: String) -> [UInt8] { self[name].map { UInt8($0) } }
}

/// Whether two numbers are the same to 1e-8, or to 1 part in ten million.
func isNear(_ a: Double, _ b: Double, relative: Double = 1e-7, absolute: Double = 1e-8) -> Bool {
  abs(a - b) <= max(absolute, relative * abs(b))
}

/// Whether two lists of numbers are.
func areNear(_ a: [Double], _ b: [Double], relative: Double = 1e-7, absolute: Double = 1e-8) -> Bool {
  a.count == b.count && zip(a, b).allSatisfy { isNear($0, $1, relative: relative, absolute: absolute) }
}

func areNear(_ a: [[Double]], _ b: [[Double]], absolute: Double = 1e-8) -> Bool {
  a.count == b.count && zip(a, b).allSatisfy { areNear($0, $1, absolute: absolute) }
}
