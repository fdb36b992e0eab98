import KithReturns
import KithTables
import KithTesting

/// Spoils a return's text: rows are lost or sent twice, cells are blank, days are moved.
///
/// Both counts must still agree: what a wrong return says is not right, but it is one thing.
struct Damage {
  private var chance: SplitMix64

  init(seed: UInt64) { chance = SplitMix64(seed: seed) }

  /// A table of comma-separated text, spoiled.
  mutating func table(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: true).map { String($0) }
    guard let header = lines.first else { return text }
    var spoiled = [header]
    for line in lines.dropFirst() where !chance.chance(60) {
      let row = line.split(separator: ",", omittingEmptySubsequences: false).map { cell(String($0)) }
        .joined(separator: ",")
      spoiled.append(row)
      if chance.chance(8) { spoiled.append(line) }
    }
    return spoiled.joined(separator: "\n") + "\n"
  }

  private mutating func cell(_ text: String) -> String {
    if chance.chance(25) { return "" }
    guard text.count == 10, text.contains("/"), chance.chance(60), let day = Day(returnText: text) else { return text }
    return moved(day).description
  }

  /// A census in XML, an element on each line, spoiled; who the children are stays.
  mutating func census(_ text: String) -> String {
    text.split(separator: "\n").filter { !($0.contains("Date>20") && chance.chance(10)) }
      .map { line(String($0)) }.joined(separator: "\n")
  }

  private mutating func line(_ line: String) -> String {
    guard let from = line.firstIndex(of: ">"), let to = line.lastIndex(of: "<"), from < to,
      !line.contains("ReferenceDate")
    else { return line }
    let parts = line[line.index(after: from)..<to].split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, chance.chance(60), let day = Day(parts[2], parts[1], parts[0]) else { return line }
    return line[...from] + moved(day).iso + line[to...]
  }

  private mutating func moved(_ day: Day) -> Day { day.adding(days: chance.number(-400...400)) }
}
