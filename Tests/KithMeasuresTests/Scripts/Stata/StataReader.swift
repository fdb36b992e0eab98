import Foundation

/// Runs a do-file, as far as the commands that our scripts use go: what they do by Stata's manuals.
///
/// It is no Stata. It refuses what it does not know, names that are not there or there twice, texts where numbers are wanted, and a
/// merge in which a key is not unique, as Stata does; so it checks a script that no one here can run in Stata.
final class StataReader {
  var data = StataData()
  /// Data sets in files for the time of the run, by name.
  var files: [String: StataData] = [:]
  /// The commands that a script defines, by name.
  private var programs: [String: [Substring]] = [:]
  private var macros: [[String: String]] = [[:]]
  private var code = 0

  /// Runs a do-file with its arguments.
  func run(_ text: String, _ arguments: [String]) throws {
    setArguments(arguments, whole: arguments.joined(separator: " "))
    try run(text.replacing("///\n", with: " ").split(separator: "\n", omittingEmptySubsequences: true))
  }

  private func setArguments(_ arguments: [String], whole: String) {
    macros[macros.count - 1]["0"] = whole
    for (place, argument) in arguments.enumerated() { macros[macros.count - 1]["\(place + 1)"] = argument }
  }

  private func run(_ lines: [Substring]) throws {
    var place = 0
    while place < lines.count {
      let line = String(lines[place]).trimmingCharacters(in: .whitespaces)
      place += 1
      if line.isEmpty || line.hasPrefix("*") { continue }
      if line.hasPrefix("program define ") {
        let end = try ending(lines, from: place)
        programs[String(line.dropFirst(15))] = Array(lines[place..<end])
        place = end + 1
      } else if line.hasSuffix("{") {
        let end = try closing(lines, from: place)
        try runBlock(String(line.dropLast()), Array(lines[place..<end]))
        place = end + 1
      } else {
        do { try runLine(line) } catch let fault as StataFault {
          throw StataFault("\(line.prefix(160)): \(fault.description)")
        }
      }
    }
  }

  private func ending(_ lines: [Substring], from start: Int) throws -> Int {
    guard let end = lines[start...].firstIndex(where: { $0.trimmingCharacters(in: .whitespaces) == "end" }) else {
      throw StataFault("a program has no end")
    }
    return end
  }

  private func closing(_ lines: [Substring], from start: Int) throws -> Int {
    var depth = 1
    for place in start..<lines.count {
      let line = lines[place].trimmingCharacters(in: .whitespaces)
      if line.hasSuffix("{") { depth += 1 }
      if line == "}" { depth -= 1 }
      if depth == 0 { return place }
    }
    throw StataFault("a brace is not closed")
  }

  private func runBlock(_ head: String, _ lines: [Substring]) throws {
    let head = expanded(head)
    if head.hasPrefix("if ") { return try isTrue(String(head.dropFirst(3))) ? run(lines) : () }
    let words = head.split(separator: " ", maxSplits: 3).map { String($0) }
    guard words.count >= 4, words[0] == "foreach" else { throw StataFault("unknown block \(head)") }
    let items: [String]
    switch words[2] {
    case "in": items = (words[3...].joined(separator: " ")).split(separator: " ").map { String($0) }
    case "of":
      let list = words[3].split(separator: " ").map { String($0) }
      items =
        list[0] == "local"
        ? (macros.last?[list[1]] ?? "").split(separator: " ").map { String($0) }
        : try data.names(in: list.dropFirst().joined(separator: " "))
    default: throw StataFault("unknown block \(head)")
    }
    for item in items {
      macros[macros.count - 1][words[1]] = item
      try run(lines)
    }
  }

  /// The text with its macros in their places, the innermost first.
  private func expanded(_ text: String) -> String {
    var text = text
    while let end = text.range(of: "'", range: (text.firstIndex(of: "`") ?? text.endIndex)..<text.endIndex),
      let start = text.range(of: "`", options: .backwards, range: text.startIndex..<end.lowerBound)
    {
      let name = String(text[start.upperBound..<end.lowerBound])
      text.replaceSubrange(start.lowerBound..<end.upperBound, with: macros.last?[name] ?? "")
    }
    return text
  }

  /// Whether a condition that asks of no row holds.
  private func isTrue(_ text: String) throws -> Bool {
    var parser = StataParser(text)
    return try isTrue(parser.term())
  }

  private func isTrue(_ term: StataTerm) throws -> Bool {
    var single = StataData()
    single.count = 1
    try single.add("number_of_rows", .numbers([Double(data.count)]))
    try single.add("return_code", .numbers([Double(code)]))
    return try StataRows(single).rows(where: term.onOneRow).count == 1
  }

  private func runLine(_ line: String) throws {
    let line = expanded(line)
    let (command, rest) = line.firstWord
    switch command {
    case "args":
      for (place, name) in rest.split(separator: " ").enumerated() {
        macros[macros.count - 1][String(name)] = macros.last?["\(place + 1)"] ?? ""
      }
    case "syntax": macros[macros.count - 1]["if"] = macros.last?["0"] ?? ""
    case "local":
      let (name, value) = rest.firstWord
      macros[macros.count - 1][name] = value.unquoted
    case "tempfile": macros[macros.count - 1][rest] = "temporary \(rest)"
    case "if":
      var parser = StataParser(rest)
      let condition = try parser.term()
      if try isTrue(condition) { try runLine(String(parser.rest).trimmingCharacters(in: .whitespaces)) }
    case "capture":
      do {
        try runLine(rest)
        code = 0
      } catch is StataFault { code = 1 }
    default:
      guard let program = programs[command] else { return try run(command, rest) }
      macros.append([:])
      defer { macros.removeLast() }
      setArguments(rest.quotedWords, whole: rest)
      try run(program)
    }
  }
}

extension StataTerm {
  /// The term with the number of rows and the return code as columns.
  fileprivate var onOneRow: StataTerm {
    switch self {
    case .name("_N"): .name("number_of_rows")
    case .name("_rc"): .name("return_code")
    case .binary(let mark, let a, let b): .binary(mark, a.onOneRow, b.onOneRow)
    default: self
    }
  }
}

extension String {
  /// The first word, and what comes after it.
  var firstWord: (word: String, rest: String) {
    let word = prefix { $0 != " " && $0 != "," }
    return (String(word), dropFirst(word.count).trimmingCharacters(in: .whitespaces))
  }

  /// The text without quotes around it.
  var unquoted: String { hasPrefix("\"") && hasSuffix("\"") && count > 1 ? String(dropFirst().dropLast()) : self }

  /// The words, of which one in quotes is one.
  var quotedWords: [String] {
    var words: [String] = []
    for (place, part) in split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
      if place % 2 == 1 { words.append(String(part)) } else { words += part.split(separator: " ").map { String($0) } }
    }
    return words
  }

  /// What stands before the first comma that is in no quotes or parentheses, and the options after it.
  var splitOptions: (String, options: [String: String]) {
    var (depth, isQuoted) = (0, false)
    for place in indices {
      switch self[place] {
      case "\"": isQuoted.toggle()
      case "(": depth += 1
      case ")": depth -= 1
      case "," where depth == 0 && !isQuoted:
        return (
          String(self[..<place]).trimmingCharacters(in: .whitespaces), String(self[index(after: place)...]).options
        )
      default: break
      }
    }
    return (self, [:])
  }

  private var options: [String: String] {
    var options: [String: String] = [:]
    var rest = Substring(self)
    while let start = rest.firstIndex(where: { $0 != " " }) {
      rest = rest[start...]
      let name = rest.prefix { $0 != " " && $0 != "(" }
      rest = rest.dropFirst(name.count)
      guard rest.hasPrefix("(") else {
        options[String(name)] = ""
        continue
      }
      let value = rest.dropFirst().prefix { $0 != ")" }
      rest = rest.dropFirst(value.count + 2)
      options[String(name)] = String(value)
    }
    return options
  }
}
