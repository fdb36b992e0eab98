import Foundation
import KithTables

extension StataReader {
  /// Runs a command that reads or writes a file.
  func runOnFiles(_ command: String, _ main: String, _ options: [String: String]) throws {
    switch command {
    case "save":
      guard files[main.unquoted] == nil else { throw StataFault("file already exists") }
      files[main.unquoted] = data
    case "use":
      let (list, name) = main.contains(" using ") ? main.splitUsing : ("_all", main.unquoted)
      var read = try file(name)
      let names = try read.names(in: list)
      for other in read.names where !names.contains(other) { try read.drop(other) }
      guard options["clear"] != nil else { throw StataFault("no; data in memory would be lost") }
      data = read
    case "append": try append(main.splitUsing.1, options["keep"])
    case "merge": try merge(main, options)
    case "import": try importText(main.splitUsing.1, options)
    case "export": try export(main)
    default: throw StataFault("command \(command) is unrecognized")
    }
  }

  private func file(_ name: String) throws -> StataData {
    guard let file = files[name] else { throw StataFault("file \(name) not found") }
    return file
  }

  private func append(_ name: String, _ list: String?) throws {
    let other = try file(name)
    let names = try list.map(other.names(in:)) ?? other.names
    let blank = [Int?](repeating: nil, count: other.count)
    for name in data.names {
      let own = try data.column(name)
      data.columns[name] = try own + (names.contains(name) ? other.column(name) : own.picked(blank))
    }
    guard names.allSatisfy(data.names.contains) else { throw StataFault("append brings new variables") }
    data.count += other.count
  }

  private func merge(_ main: String, _ options: [String: String]) throws {
    let (list, name) = main.splitUsing
    let (kind, keyList) = list.firstWord
    let keys = keyList.split(separator: " ").map { String($0) }
    let other = try file(name)
    func key(_ data: StataData) throws -> [String] {
      let columns = try keys.map(data.column)
      return (0..<data.count).map { row in columns.map { $0.key(row) }.joined(separator: "\r") }
    }
    let (own, theirs) = (try key(data), try key(other))
    guard Set(theirs).count == theirs.count, kind != "1:1" || Set(own).count == own.count else {
      throw StataFault("variables \(keyList) do not uniquely identify observations")
    }
    for name in keys { _ = try data.column(name).picked([]) + other.column(name).picked([]) }
    let places = Dictionary(uniqueKeysWithValues: theirs.enumerated().map { ($1, $0) })
    let partners = own.map { places[$0] }
    let taken = try options["keepusing"].map(other.names(in:)) ?? other.names.filter { !keys.contains($0) }
    for name in taken { try data.add(name, try other.column(name).picked(partners)) }
    switch options["keep"] {
    case "match": data.keep(rows: partners.indices.filter { partners[$0] != nil })
    case "master match": break
    default: throw StataFault("keep() says what stays")
    }
    guard options["nogenerate"] != nil else { throw StataFault("variable _merge would stay") }
  }

  private func importText(_ path: String, _ options: [String: String]) throws {
    guard options["stringcols"] == "_all", options["clear"] != nil else { throw StataFault("import invalid") }
    let table = try SeparatedText(Array(Data(contentsOf: URL(filePath: path))))
    data = StataData()
    data.count = table.records.count
    for (place, name) in table.header.enumerated() { try data.add(name, .texts(table.records.map { $0[place] })) }
  }

  private func export(_ main: String) throws {
    let (list, path) = main.splitUsing
    guard !FileManager.default.fileExists(atPath: path) else { throw StataFault("file \(path) already exists") }
    let names = try data.names(in: list.replacing("delimited ", with: ""))
    let columns = try names.map(data.column)
    let rows = (0..<data.count).map { row in
      columns.map { column in
        switch column {
        case .numbers(let values): values[row] == StataColumn.missing ? "" : "\(values[row])"
        case .texts(let values): values[row]
        }
      }.joined(separator: ",")
    }
    try ([names.joined(separator: ",")] + rows).joined(separator: "\n").write(
      toFile: path, atomically: true, encoding: .utf8)
  }
}

extension String {
  /// What stands before `using`, and the file after it.
  var splitUsing: (String, String) {
    guard let range = range(of: "using ") else { return (self, "") }
    let before = self[..<range.lowerBound].trimmingCharacters(in: .whitespaces)
    return (before, String(self[range.upperBound...]).trimmingCharacters(in: .whitespaces).unquoted)
  }
}
