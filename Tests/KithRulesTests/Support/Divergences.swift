import Foundation
import KithTesting

/// The places where Kith's answer is meant to differ from a peer's, as `docs/divergences.md` lists them.
///
/// A row of the section's table begins with the rule's code and the places: `case 0`, the case's place in its
/// file, or the name of a whole return.
struct Divergences {
  let places: [String: Set<String>]

  init(section: String) throws {
    let text = try String(contentsOfFile: SharedFolder.projectFolder + "docs/divergences.md", encoding: .utf8)
    let parts = text.components(separatedBy: "\n## ")
    let lines = parts.first { $0.hasPrefix(section) }?.split(separator: "\n") ?? []
    var places: [String: Set<String>] = [:]
    for line in lines where line.hasPrefix("| ") && !line.hasPrefix("| ---") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count > 2, cells[0] != "rule" else { continue }
      let names = cells[1].split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
      for code in cells[0].split(separator: ",") {
        places[code.trimmingCharacters(in: .whitespaces), default: []].formUnion(names)
      }
    }
    self.places = places
  }

  func lists(_ code: String, _ place: String) -> Bool { places[code]?.contains(place) == true }
}
