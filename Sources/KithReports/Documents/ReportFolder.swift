import Foundation
public import KithRules

/// A folder of reports of one check: all of it, or nothing.
public struct ReportFolder: Sendable {
  /// Why a folder of reports could not be written.
  public struct Failure: Error, CustomStringConvertible, Sendable {
    /// The path and what to do.
    public let description: String
  }

  private let path: String

  /// The folder at a path; throws when something is there and may not be replaced.
  public init(_ path: String, replace: Bool) throws {
    guard replace || !FileManager.default.fileExists(atPath: path) else {
      throw Failure(description: "\(path) is already there; give another folder, or --replace.")
    }
    self.path = path
  }

  /// Writes the reports: Excel workbook, HTML page, CSV, JSON, a chase sheet for each team, and what the run was.
  public func write(
    _ report: CheckReport<some SubmittedReturn>, _ context: FindingContext, due: String, timings: [String: Double]
  ) throws {
    let part = path + ".part"
    do {
      try? FileManager.default.removeItem(atPath: part)
      try FileManager.default.createDirectory(atPath: part + "/chase", withIntermediateDirectories: true)
      try writeFiles(report, context, due: due, timings: timings, into: part)
      if FileManager.default.fileExists(atPath: path) { try FileManager.default.removeItem(atPath: path) }
      try FileManager.default.moveItem(atPath: part, toPath: path)
    } catch let error as WorkbookError {
      try? FileManager.default.removeItem(atPath: part)
      throw error
    } catch {
      try? FileManager.default.removeItem(atPath: part)
      throw Failure(description: "\(path) cannot be written; give a folder that may be, with room for the reports.")
    }
  }

  private func writeFiles(
    _ report: CheckReport<some SubmittedReturn>, _ context: FindingContext, due: String, timings: [String: Double],
    into folder: String
  ) throws {
    let lines = report.lines(context)
    try write(FindingsCSV(lines).text, folder, "findings.csv")
    try write(try report.json, folder, "findings.json")
    try write(report.html(lines, lastRun: context.lastRun), folder, "report.html")
    try report.writeWorkbook(folder + "/report.xlsx", lines, lastRun: context.lastRun)
    for sheet in ChaseSheets(lines, due: due).sheets {
      try write(sheet.csv, folder, "chase/\(Self.fileName(sheet.name)).csv")
    }
    try write(try RunRecord(report, timings: timings).json, folder, "run.json")
  }

  private func write(_ text: String, _ folder: String, _ name: String) throws {
    try Data(text.utf8).write(to: URL(filePath: folder + "/" + name))
  }

  /// A name as a file may bear it on any system.
  private static func fileName(_ name: String) -> String {
    let safe = name.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") ? $0 : "_" }
    return String(safe.prefix(80))
  }
}

/// What a run of a check was: its inputs by hash, its rule book, its counts and how long it took.
private struct RunRecord: Encodable {
  let kith: String
  let collection: String
  let year: Int
  let authority: String?
  let rules: Int
  let inputs: [String: String]
  let counts: CountRecord
  let seconds: [String: Double]

  struct CountRecord: Encodable {
    let findings: Int
    let rules: Int
    let children: Int
    let rows: Int
  }

  init(_ report: CheckReport<some SubmittedReturn>, timings: [String: Double]) {
    let counts = report.counts
    kith = KithVersion.text
    collection = report.collectionName
    year = report.book.year
    authority = report.authority
    rules = report.book.rules.count
    inputs = report.inputHashes
    self.counts = CountRecord(
      findings: counts.findings, rules: counts.rules, children: counts.children, rows: counts.rows)
    seconds = timings
  }

  var json: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }
  }
}

/// The version of Kith.
public enum KithVersion {
  /// The version, as `kith --version` prints it.
  public static let text = "0.1.0"
}
