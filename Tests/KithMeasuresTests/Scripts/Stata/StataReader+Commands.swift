import Foundation
import KithTables

extension StataReader {
  /// Runs a command of Stata's own.
  func run(_ command: String, _ rest: String, by keys: [String] = []) throws {
    let (main, options) = rest.splitOptions
    switch command {
    case "version", "order":
      if command == "order" { _ = try data.names(in: main) }
    case "set": if let number = Int(main.replacing("obs ", with: "")) { data.setCount(number) }
    case "clear": data = StataData()
    case "generate", "replace", "egen", "assert": try runOnRows(command, rest, by: keys)
    case "keep", "drop": try keepOrDrop(command, main, by: keys)
    case "bysort": try bysort(rest)
    case "rename": try rename(main)
    case "sort": try data.sort(main.split(separator: " ").map { String($0) })
    case "confirm": try confirm(main)
    case "collapse": try collapse(main, by: options["by"] ?? "")
    case "reshape": try reshape(main, options)
    default: try runOnFiles(command, main, options)
    }
  }

  private func runOnRows(_ command: String, _ rest: String, by keys: [String]) throws {
    let rows = try StataRows(data, by: keys)
    if command == "assert" {
      var parser = StataParser(rest)
      guard try rows.rows(where: parser.term()).count == data.count else { throw StataFault("assertion is false") }
      return
    }
    guard let equals = rest.firstIndex(of: "=") else { throw StataFault("no =") }
    var names = rest[..<equals].split(separator: " ").map { String($0) }
    let type = names.count == 2 ? names.removeFirst() : nil
    var parser = StataParser(rest[rest.index(after: equals)...])
    if command == "egen" { return try data.add(names[0], summary(parser.term(), rows)) }
    let term = try parser.term()
    let wanted = try self.rows(of: parser.rest, rows)
    if command == "replace" { return try replace(names[0], term, rows, wanted) }
    let values = try rows.only(wanted, of: data).values(term)
    try check(values, fits: type)
    let places = Dictionary(uniqueKeysWithValues: wanted.enumerated().map { ($1, $0) })
    try data.add(names[0], values.picked((0..<data.count).map { places[$0] }))
  }

  private func rows(of rest: Substring, _ rows: StataRows) throws -> [Int] {
    let text = rest.trimmingCharacters(in: .whitespaces)
    if text.isEmpty { return rows.rows }
    guard text.hasPrefix("if ") else { throw StataFault("\(text.prefix(30)) invalid") }
    return try rows.rows(where: wholeTerm(text.dropFirst(3)))
  }

  private func wholeTerm(_ text: some StringProtocol) throws -> StataTerm {
    var parser = StataParser(text)
    let term = try parser.term()
    guard parser.rest.allSatisfy({ $0 == " " }) else { throw StataFault("\(parser.rest.prefix(30)) invalid") }
    return term
  }

  private func check(_ values: StataColumn, fits type: String?) throws {
    switch (type, values) {
    case (nil, _): return
    case ("byte", .numbers(let numbers)) where numbers.allSatisfy({ $0 == StataColumn.missing || abs($0) <= 100 }):
      return
    case (let type?, .texts) where type.hasPrefix("str"): return
    default: throw StataFault("type mismatch")
    }
  }

  /// Row after row, as Stata does, where a row asks for the one before of the same variable.
  private func replace(_ name: String, _ term: StataTerm, _ rows: StataRows, _ wanted: [Int]) throws {
    let steps = term.readsElements(of: name) ? wanted.map { [$0] } : [wanted]
    for step in steps {
      let values = try rows.only(step, of: data).values(term)
      data.columns[name] = try data.column(name).replacing(step, with: values)
    }
  }

  private func summary(_ term: StataTerm, _ rows: StataRows) throws -> StataColumn {
    guard case .call(let name, let terms) = term, terms.count == 1 else { throw StataFault("egen has one function") }
    let values = try rows.values(terms[0]).numbers()
    var result = [Double](repeating: StataColumn.missing, count: data.count)
    for row in 0..<data.count where rows.starts[row] == row {
      let known = values[row..<rows.ends[row]].filter { $0 != StataColumn.missing }
      let value: Double? =
        switch name {
        case "min": known.min()
        case "max": known.max()
        case "total": known.reduce(0, +)
        default: throw StataFault("unknown egen function \(name)()")
        }
      for own in row..<rows.ends[row] { result[own] = value ?? StataColumn.missing }
    }
    return .numbers(result)
  }

  private func keepOrDrop(_ command: String, _ main: String, by keys: [String]) throws {
    if main.hasPrefix("if ") {
      let hits = try StataRows(data, by: keys).rows(where: wholeTerm(main.dropFirst(3)))
      let isHit = Set(hits)
      data.keep(rows: (0..<data.count).filter { isHit.contains($0) == (command == "keep") })
      return
    }
    let names = try data.names(in: main)
    for name in command == "drop" ? names : data.names.filter({ !names.contains($0) }) { try data.drop(name) }
  }

  private func bysort(_ rest: String) throws {
    guard let colon = rest.firstIndex(of: ":") else { throw StataFault("no colon after bysort") }
    let lists = rest[..<colon].split(separator: "(").map {
      $0.filter { $0 != ")" }.split(separator: " ").map { String($0) }
    }
    try data.sort(lists.flatMap { $0 })
    guard data.count > 0 else { throw StataFault("no observations") }
    let (command, main) = String(rest[rest.index(after: colon)...]).trimmingCharacters(in: .whitespaces).firstWord
    try run(command, main, by: lists[0])
  }

  private func rename(_ main: String) throws {
    let names = main.split(separator: " ").map { String($0) }
    let column = try data.column(names[0])
    try data.add(names[1], column)
    try data.drop(names[0])
  }

  private func confirm(_ main: String) throws {
    let words = main.quotedWords
    if words[0] == "file" {
      guard FileManager.default.fileExists(atPath: words[1]) else { throw StataFault("file \(words[1]) not found") }
    } else {
      _ = try data.column(words[2]).texts()
    }
  }

  private func collapse(_ main: String, by key: String) throws {
    guard main.hasPrefix("(sum) ") else { throw StataFault("collapse sums here") }
    let names = try data.names(in: String(main.dropFirst(6)))
    try data.sort([key])
    let rows = try StataRows(data, by: [key])
    for name in names { data.columns[name] = try summary(.call("total", [.name(name)]), rows) }
    data.keep(rows: (0..<data.count).filter { rows.starts[$0] == $0 })
    for name in data.names where name != key && !names.contains(name) { try data.drop(name) }
  }

  private func reshape(_ main: String, _ options: [String: String]) throws {
    let words = main.split(separator: " ").map { String($0) }
    guard words[0] == "long", let key = options["i"], let place = options["j"] else {
      throw StataFault("reshape invalid")
    }
    guard try Set((0..<data.count).map(data.column(key).key)).count == data.count else {
      throw StataFault("variable \(key) does not uniquely identify the observations")
    }
    let stubs = Array(words.dropFirst())
    let numbers = data.names.filter { $0.hasPrefix(stubs[0]) }.compactMap { Int($0.dropFirst(stubs[0].count)) }.sorted()
    var long = StataData()
    long.count = data.count * numbers.count
    let rows = (0..<data.count).flatMap { row in numbers.map { _ in row } }
    try long.add(place, .numbers((0..<data.count).flatMap { _ in numbers.map { Double($0) } }))
    for stub in stubs {
      let own = try numbers.map { try data.column("\(stub)\($0)").numbers() }
      try long.add(stub, .numbers((0..<data.count).flatMap { row in own.map { $0[row] } }))
    }
    let isLong = { (name: String) in stubs.contains { name.hasPrefix($0) && Int(name.dropFirst($0.count)) != nil } }
    for name in data.names where !isLong(name) { try long.add(name, try data.column(name).picked(rows)) }
    data = long
  }
}
