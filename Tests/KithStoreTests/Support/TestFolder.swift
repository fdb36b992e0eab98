import Foundation
import KithEngine
import KithReturns
import KithStore

/// A folder for one test, which goes with it.
final class TestFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "kith-store-\(UUID().uuidString)").path()
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var store: String { path + "/children.duckdb" }

  /// Writes a file and returns its path.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    let file = path + "/" + name
    try FileManager.default.createDirectory(
      atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    return file
  }

  /// The SSDA903 return of tables written in text, with cells apart by `|`.
  func lookedAfter(_ tables: [String: String], in folder: String = "return") throws -> Submission {
    for (name, text) in tables { try write("\(folder)/\(name).csv", csv(text)) }
    return try Submission.read([path + "/" + folder])
  }

  /// The CIN Census in an XML of children.
  func inNeed(year: Int, children: String, in folder: String = "census") throws -> Submission {
    let file = try write(
      "\(folder)/census.xml",
      """
      <?xml version="1.0"?>
      <Message><Header><CollectionDetails><Collection>CIN</Collection><Year>\(year)</Year>
      <ReferenceDate>\(year)-03-31</ReferenceDate></CollectionDetails><Source><SourceLevel>L</SourceLevel>
      <LEA>301</LEA></Source></Header><Children>\(children)</Children></Message>
      """)
    return try Submission.read([file], of: .inNeed)
  }

  private func csv(_ text: String) -> String {
    text.split(separator: "\n").map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).map { $0.trimmingCharacters(in: .whitespaces) }
        .joined(separator: ",")
    }.joined(separator: "\n") + "\n"
  }
}

extension Store {
  /// Loads episodes written in text, of 301 Barking and Dagenham unless another is named.
  @discardableResult
  func load(
    _ folder: TestFolder, year: Int, episodes: String, authority: String = "301", named name: String? = nil
  ) throws -> LoadOutcome {
    let submission = try folder.lookedAfter(["episodes": episodes], in: name ?? "\(authority)-\(year)")
    return try load(LoadRequest(submission, year: year, authority: authority))
  }

  /// The rows of a statement as text, cells apart by ` | ` and a blank for nothing.
  func rows(_ statement: String, _ columns: [String]) throws -> [String] {
    let list = columns.map { "coalesce(CAST(\($0) AS VARCHAR), '') AS \($0)" }.joined(separator: ", ")
    let found = try connection.query("SELECT \(raw: list) FROM (\(raw: statement)) AS t")
    let cells = try columns.map { try found.text($0).values }
    return (0..<found.rowCount).map { row in
      cells.map { $0[row] ?? "" }.joined(separator: " | ").trimmingCharacters(in: .whitespaces)
    }
  }
}

/// Three children's episodes in the columns that stores and histories read.
let someEpisodes = """
  CHILD | DECOM | RNE | LS | CIN | PLACE | PLACE_PROVIDER | DEC | REC | REASON_PLACE_CHANGE | HOME_POST | PL_POST | URN
  A | 14/02/2024 | S | C2 | N1 | U6 | PR1 | 10/09/2024 | X1 | CARPL | ZZ1 1ZA | ZZ1 2ZA | SC900001
  A | 10/09/2024 | P | C2 | N1 | H5 | PR4 | | | | ZZ1 1ZA | ZZ1 3ZA | SC900002
  B | 03/05/2024 | S | V2 | N5 | U6 | PR1 | 31/02/2025 | E45 | | ZZ1 1ZB | ZZ1 2ZB | SC900001
  """
