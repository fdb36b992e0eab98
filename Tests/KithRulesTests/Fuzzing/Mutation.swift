import KithTesting

/// Ways in which a file is spoiled on its way from a case system to a check.
enum Mutation: CaseIterable, Sendable {
  case flipBytes, truncate, zeroBytes, breakQuotes, hugeField, mixLineEnds, byteOrderMark, doubleByteOrderMark
  case dropColumn, doubleColumn, renameColumn, garbleDays, repeatRows, blankLines, spaces, extraCells, fewerCells
  case latin1, utf16, separators

  /// Whether the file keeps a line for each row, so that rows may be counted without reading cells.
  var keepsLines: Bool {
    switch self {
    case .flipBytes, .truncate, .utf16, .separators, .zeroBytes: false
    default: true
    }
  }

  /// The file after the mutation.
  func applied(to csv: String, _ random: inout SplitMix64) -> [UInt8] {
    var lines = csv.split(separator: "\n").map(String.init)
    let bytes = Array(csv.utf8)
    switch self {
    case .flipBytes, .zeroBytes: return spoilt(bytes, &random)
    case .truncate: return Array(bytes.prefix(random.number(0...bytes.count)))
    case .byteOrderMark: return [0xEF, 0xBB, 0xBF] + bytes
    case .doubleByteOrderMark: return [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF] + bytes
    case .mixLineEnds: return lines.flatMap { Array(($0 + random.pick(["\n", "\r\n", "\r", "\n"])).utf8) }
    case .latin1: return bytes + Array("K1,caf".utf8) + [0xE9, 0x0A]
    case .utf16: return [0xFF, 0xFE] + csv.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    case .separators: return bytes.map { $0 == UInt8(ascii: ",") ? UInt8(ascii: ";") : $0 }
    case .dropColumn, .doubleColumn, .renameColumn: lines = withOtherColumns(lines, &random)
    default:
      for place in lines.indices.dropFirst() where random.chance(200) { lines[place] = line(lines[place], &random) }
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private func spoilt(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<random.number(1...40) {
      let place = random.number(0...bytes.count - 1)
      bytes[place] = self == .zeroBytes ? 0 : bytes[place] ^ UInt8(1 << random.number(0...7))
    }
    return bytes
  }

  private func withOtherColumns(_ lines: [String], _ random: inout SplitMix64) -> [String] {
    var rows = lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    guard let width = rows.first?.count else { return lines }
    let column = random.number(0...width - 1)
    for row in rows.indices where rows[row].count == width {
      switch self {
      case .dropColumn: rows[row].remove(at: column)
      case .doubleColumn: rows[row].append(rows[row][column])
      default: if row == 0 { rows[row][column] = "was " + rows[row][column] }
      }
    }
    return rows.map { $0.joined(separator: ",") }
  }

  private func line(_ line: String, _ random: inout SplitMix64) -> String {
    switch self {
    case .breakQuotes: line.replacing(",", with: random.pick([",\"", "\",", ",\"\"", ",\"x\"y"]), maxReplacements: 2)
    case .hugeField: line.replacing(",", with: String(repeating: "x", count: 70_000) + ",", maxReplacements: 1)
    case .garbleDays: line.replacing("/", with: random.pick(["-", "//", "", ".", "/99"]))
    case .repeatRows: Array(repeating: line, count: random.number(2...30)).joined(separator: "\n")
    case .blankLines: line + String(repeating: "\n", count: random.number(1...3))
    case .spaces: line.replacing(",", with: " ,\t")
    case .extraCells: line + String(repeating: ",9", count: random.number(1...20))
    case .fewerCells: String(line.prefix { $0 != "," })
    default: line
    }
  }
}

/// Ways in which an XML document is spoiled.
enum XMLMutation: CaseIterable, Sendable {
  case flipBytes, truncate, zeroBytes, dropTag, dropElement, doubleElement, nestElement, rename, entity, garble
  case dropChildTags, byteOrderMark

  func applied(to xml: String, _ random: inout SplitMix64) -> [UInt8] {
    var lines = xml.split(separator: "\n").map(String.init)
    var bytes = Array(xml.utf8)
    let place = random.number(1...lines.count - 2)
    switch self {
    case .flipBytes, .zeroBytes:
      for _ in 0..<random.number(1...20) {
        let byte = random.number(0...bytes.count - 1)
        bytes[byte] = self == .zeroBytes ? 0 : bytes[byte] ^ UInt8(1 << random.number(0...7))
      }
      return bytes
    case .truncate: return Array(bytes.prefix(random.number(0...bytes.count)))
    case .byteOrderMark: return [0xEF, 0xBB, 0xBF] + bytes
    case .dropTag: lines[place] = lines[place].replacing(random.pick(["<", ">", "/"]), with: "", maxReplacements: 1)
    case .dropElement: lines.remove(at: place)
    case .doubleElement: lines.insert(lines[place], at: place)
    case .nestElement: lines[place] = "<EPISODE><CHILD>" + lines[place] + "</CHILD></EPISODE>"
    case .rename: lines[place] = lines[place].replacing("E", with: "Q")
    case .entity: lines.insert("<!DOCTYPE a [<!ENTITY b \"c\">]>", at: random.number(0...2))
    case .garble: lines[place] = lines[place].replacing("/20", with: "&#48;-\u{1F9E9}")
    case .dropChildTags: lines.removeAll { $0.hasSuffix("<CHILD>") || $0.hasSuffix("</CHILD>") }
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }
}
