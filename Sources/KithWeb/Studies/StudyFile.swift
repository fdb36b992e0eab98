import Foundation
import KithAggregates

/// What a study has written with `--json`: its notice, its tables, its curves or its ways.
struct StudyFile: Decodable, Sendable {
  /// A cell of a table.
  enum Cell: Decodable, Sendable {
    case text(String)
    case number(Double)

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if let number = try? value.decode(Double.self) {
        self = .number(number)
      } else {
        self = .text(try value.decode(String.self))
      }
    }

    var number: Double? { if case .number(let number) = self { number } else { nil } }

    /// Whether it is a number with a fraction.
    var isBroken: Bool { number.map { $0 != $0.rounded() } ?? false }

    /// The cell as it is shown: a whole number without a point, another to two places, with commas.
    var words: String { words(decimals: isBroken ? 2 : 0) }

    /// The cell as it is shown, a number to some places, with commas.
    func words(decimals: Int) -> String {
      switch self {
      case .text(let text): text
      case .number(let number): NumberDisplay.text(number, decimals: decimals)
      }
    }
  }

  /// A table; a cell that is nothing is not among its row's.
  struct Table: Decodable, Sendable {
    let name: String
    let columns: [String]
    let rows: [[String: Cell]]
  }

  /// How many come back, by time.
  struct Curve: Decodable, Sendable {
    struct Point: Decodable, Sendable {
      let time: Double
      let share: Double
      let lower: Double?
      let upper: Double?
    }

    let group: String
    let points: [Point]
  }

  let command: String
  let notice: String
  let title: String?
  let notes: [String]?
  let tables: [Table]?
  let curves: [Curve]?
  let states: [String]?
  let shares: [[Double]]?
  let transitions: [[Int]]?

  /// What the study is: its title, else what the command is called.
  var name: String {
    let word = command.split(separator: " ").last.map { String($0) } ?? command
    return title ?? word.prefix(1).uppercased() + word.dropFirst()
  }

  /// Whether all of it rests on published figures.
  var isPublished: Bool { notice.hasPrefix("Worked out from published figures") }
}

/// The studies in the folders that the server was started with.
struct StudyFolder: Sendable {
  /// A file of a study.
  struct Entry: Sendable {
    let name: String
    let path: String
  }

  let entries: [Entry]
  /// Pages that stand by themselves, such as a needs assessment.
  let pages: [Entry]

  /// The files of these folders, by name.
  init(_ folders: [String]) {
    let found = folders.flatMap { folder in
      ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted().map {
        Entry(name: $0, path: folder + "/" + $0)
      }
    }
    entries = found.filter { $0.name.hasSuffix(".json") && (try? Self.read($0)) != nil }
    pages = found.filter { $0.name.hasSuffix(".html") }
  }

  /// A study's file; an error where it is not one.
  static func read(_ entry: Entry) throws -> StudyFile {
    guard let data = FileManager.default.contents(atPath: entry.path), data.count < 50_000_000,
      let study = try? JSONDecoder().decode(StudyFile.self, from: data)
    else { throw WebError.notFound }
    return study
  }
}
