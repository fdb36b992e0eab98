import Foundation
import KithTables
import KithTesting
import Testing

/// The shared boundary cases, as their file has them.
struct EdgeCases {
  /// A case: what it is of, its words, and what each reading makes of it.
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    let measure: String
    let words: String
    private let values: [String: Value]

    private enum Value: Decodable {
      case truth(Bool)
      case number(Int)
      case text(String)
      case nothing

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let truth = try? container.decode(Bool.self) {
          self = .truth(truth)
        } else if let number = try? container.decode(Int.self) {
          self = .number(number)
        } else {
          self = (try? container.decode(String.self)).map(Value.text) ?? .nothing
        }
      }
    }

    private struct Name: CodingKey {
      let stringValue: String
      let intValue: Int? = nil

      init(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Name.self)
      measure = try container.decode(String.self, forKey: Name(stringValue: "measure"))
      words = try container.decode(String.self, forKey: Name(stringValue: "case"))
      values = try container.allKeys.reduce(into: [:]) {
        $0[$1.stringValue] = try container.decode(Value.self, forKey: $1)
      }
    }

    var testDescription: String { "\(measure): \(words)" }

    /// What a reading makes of it; nil where the case says that it makes nothing.
    func truth(_ name: String) -> Bool? { if case .truth(let truth) = values[name] { truth } else { nil } }
    func number(_ name: String) -> Int? { if case .number(let number) = values[name] { number } else { nil } }

    func text(_ name: String) -> String? { if case .text(let text) = values[name] { text } else { nil } }

    /// The days that the words name, in order.
    var days: [Day] {
      words.split { !($0.isNumber || $0 == "-") }.compactMap { part in
        let numbers = part.split(separator: "-").compactMap { Int($0) }
        return numbers.count == 3 ? Day(numbers[2], numbers[1], numbers[0]) : nil
      }
    }
  }

  private struct Document: Decodable {
    let cases: [Case]
  }

  static let all: [Case] = {
    let file = URL(filePath: SharedFolder.path("cases/analysis/measures/edge_cases.json"))
    let document = try? JSONDecoder().decode(Document.self, from: Data(contentsOf: file))
    return document?.cases ?? []
  }()

  /// The cases of a measure, each with the name of a child whom it may be about.
  static func of(_ measure: String) -> [(child: String, edge: Case)] {
    all.filter { $0.measure == measure }.enumerated().map { place, edge in
      ("\(measure)\(place < 10 ? "0" : "")\(place)", edge)
    }
  }
}

extension Day {
  /// The collection year in which the day lies, by the calendar year in which it ends.
  var collectionYear: Int { year + (civil.month > 3 ? 1 : 0) }
}
