import Foundation
import KithReports
import KithReturns

/// The returns of many authorities, one after the other: each subfolder of a folder is an authority's, by its code or
/// name, and only one is in memory at a time.
struct CheckEach {
  /// What came of one authority's return.
  struct Line: Encodable {
    let authority: String
    let year: Int
    let collection: String
    let findings: Int
    let rules: Int
    let children: Int
    let rows: Int
  }

  /// A folder that could not be read, and why.
  struct Unread: Encodable {
    let folder: String
    let reason: String
  }

  private(set) var lines: [Line] = []
  private(set) var unread: [Unread] = []

  /// The subfolders of a folder, by name.
  static func folders(of path: String) throws -> [String] {
    let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    let folders = names.filter { name in
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: path + "/" + name, isDirectory: &isFolder)
      return isFolder.boolValue && !name.hasPrefix(".")
    }
    guard !folders.isEmpty else {
      throw UsageFault("\(path) has no subfolders; with --each, every subfolder is an authority's return.")
    }
    return folders
  }

  /// A return in an authority's folder: where its tables are, and the year that their paths name.
  struct Part {
    let name: String
    let paths: [String]
    let year: Int?
  }

  /// What an authority's folder holds: one return; or one for each year, where folders below have the tables.
  static func parts(of folder: String, _ name: String) -> [Part] {
    let path = folder + "/" + name
    let below = ReturnPlace.returns(below: path)
    guard !below.isEmpty, !ReturnPlace.holdsTables(path) else { return [Part(name: name, paths: [path], year: nil)] }
    let years = Dictionary(grouping: below) { ReturnPlace($0).year ?? 0 }
    return years.sorted { $0.key < $1.key }.map { year, places in
      let isKnown = year > 0
      return Part(
        name: isKnown ? "\(name)/\(year)" : name, paths: places.map { path + "/" + $0 }, year: isKnown ? year : nil)
    }
  }

  mutating func add(_ document: CheckJSON.Document, _ name: String, authority: String) {
    let counts = document.counts
    lines.append(
      Line(
        authority: authority, year: document.year, collection: name, findings: counts.findings, rules: counts.rules,
        children: counts.children, rows: counts.rows))
  }

  mutating func note(unread folder: String, _ error: any Error) {
    unread.append(Unread(folder: folder, reason: "\(error)"))
  }

  /// The table of authorities, and what could not be read.
  var text: String {
    let rows = lines.map { line in
      [line.authority, String(line.year), line.collection]
        + [line.findings, line.rules, line.children, line.rows].map(String.init)
    }
    let table = TextTable(
      [
        ("Authority", .left), ("Year", .right), ("Return", .left), ("Findings", .right), ("Rules", .right),
        ("Children", .right),
        ("Rows", .right),
      ], rows: rows)
    let faults = unread.map { "Could not read \($0.folder): \($0.reason)" }
    let total =
      "\(lines.count { $0.collection != ReturnCheck.across }) returns, \(lines.reduce(0) { $0 + $1.findings }) findings."
    return (table.lines() + faults + ["", total]).joined(separator: "\n")
  }

  /// The same as one JSON object.
  var json: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(Document(authorities: lines, unread: unread)), as: UTF8.self)
    }
  }

  private struct Document: Encodable {
    let authorities: [Line]
    let unread: [Unread]
  }
}
