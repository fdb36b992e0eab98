import Foundation
import KithLake
import KithLinkage

/// The matching tokens of a package as they stand in its file, each with the authority's pseudonym of the child; a bar has none.
struct TokenFile {
  /// A token of a child.
  struct Row: Hashable {
    let token: String
    let birth: BirthTokens?
    let collection: String
    let hasMoved: Bool
    let child: String
  }

  let rows: [Row]
  let bars: [String]

  private static let heading = "token,birth,collection,moved,child"

  /// Tokens under pseudonyms.
  init(_ tokens: MatchingTokens, naming name: (String) -> String) {
    rows = tokens.children.map {
      Row(
        token: $0.token, birth: $0.birth, collection: $0.collection, hasMoved: $0.hasMoved, child: name($0.child))
    }
    bars = tokens.bars
  }

  var text: Data {
    let lines =
      rows.map { row in
        [
          row.token, row.birth?.parts.joined(separator: ".") ?? "", row.collection, row.hasMoved ? "1" : "0", row.child,
        ].joined(separator: ",")
      }.sorted() + bars.map { $0 + ",,,," }
    return Data(([Self.heading] + lines).joined(separator: "\n").utf8 + Array("\n".utf8))
  }

  /// Reads a file; what is not as it should be is told by line, never with the value.
  static func read(_ bytes: Data) -> (file: TokenFile, faults: [CellFault]) {
    var (rows, bars, faults): ([Row], [String], [CellFault]) = ([], [], [])
    var seen: Set<Substring> = []
    let text = String(decoding: bytes, as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let fault = { (line: Int, column: String?, remedy: String) in
      CellFault(file: PackageManifest.tokensName, line: line, column: column, remedy: remedy)
    }
    guard lines.first.map(String.init) == heading, lines.last == "" else {
      return (TokenFile([], []), [fault(1, nil, "is to have the columns \(heading) and no others")])
    }
    for (place, line) in lines.dropFirst().dropLast().enumerated() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      if let column = wrongColumn(cells) {
        faults.append(fault(place + 2, column, "is no token, code or pseudonym; let kith pool prepare write it again"))
      } else if !seen.insert(line).inserted {
        faults.append(fault(place + 2, nil, "is there twice; send it once"))
      } else if cells[4].isEmpty {
        bars.append(cells[0])
      } else {
        rows.append(
          Row(
            token: cells[0], birth: BirthTokens(cells[1].split(separator: ".").map(String.init)), collection: cells[2],
            hasMoved: cells[3] == "1", child: cells[4]))
      }
    }
    return (TokenFile(rows, bars), faults)
  }

  private init(_ rows: [Row], _ bars: [String]) {
    self.rows = rows
    self.bars = bars
  }

  /// The first column of a line that has not its form.
  private static func wrongColumn(_ cells: [String]) -> String? {
    guard cells.count == 5 else { return "token" }
    guard isName(cells[0], 32) else { return "token" }
    if cells.dropFirst().allSatisfy(\.isEmpty) { return nil }
    let births = cells[1].split(separator: ".", omittingEmptySubsequences: false)
    guard cells[1].isEmpty || births.count == 4 && births.allSatisfy({ isName(String($0), 16) }) else { return "birth" }
    guard ["cin", "ssda903"].contains(cells[2]) else { return "collection" }
    guard ["0", "1"].contains(cells[3]) else { return "moved" }
    return isName(String(cells[4].prefix(32)), 32) && cells[4].dropFirst(32).allSatisfy("-/.".contains) ? nil : "child"
  }

  private static func isName(_ text: String, _ count: Int) -> Bool {
    text.utf8.count == count && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
  }
}
