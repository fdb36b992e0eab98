public import ArgumentParser
import Foundation
public import KithMeasures
import KithReports

/// `kith emit`: measures as a script for a place where Kith is not.
struct EmitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "emit",
    abstract: "Write measures as a script in SQL, R or Stata, for a secure room where nothing may be installed.",
    discussion: """
      The script counts what kith measures counts, from the tables that kith store tables writes or from an extract in the \
      same columns (docs/emit.md). It holds no data and needs no network.

      EXAMPLES
        kith emit r --year 2025 --out measures.R
        kith emit sql --measure cla_ --measure rereferral_pct --year 2025
        kith emit --list --year 2025
      """)

  @Argument(help: "The language: sql (DuckDB and Spark), r or stata.")
  var language: ScriptLanguage?

  @Option(help: "The year in which the collection ends: 2025 for 2024/25.")
  var year: Int

  @Option(help: "A measure's identifier, or what identifiers begin with: cla_. May be given again; else all.")
  var measure: [String] = []

  @Option(help: "The file to write to; else the script is printed.")
  var out: String?

  @Flag(help: "Write over a file that is there.")
  var replace = false

  @Flag(help: "List the languages, the measures of the year, and the tables that are read.")
  var list = false

  @OptionGroup(title: "Edges that DfE's words leave open")
  var edges: MeasureEdges

  func run() async throws {
    let wanted = try Measure.wanted(measure, edges.options)
    if list { return print(EmitList(wanted, year: year, options: edges.options).text) }
    guard let language else { throw UsageFault("Say in which language: kith emit sql, r or stata.") }
    let script = MeasureScript(language, wanted, year: year, options: edges.options, version: KithVersion.text)
    guard !script.measures.isEmpty else {
      let why = script.leftOut.first.map { ": \($0.measure.id) is \($0.reason)" } ?? "."
      throw UsageFault("No return of that year gives what was asked for\(why)")
    }
    guard let out else { return print(script.text, terminator: "") }
    try write(script.text, to: out)
    for item in script.leftOut { print("Left out: \(item.measure.id) (\(item.reason)).") }
    print("Wrote \(script.size) of \(CollectionYear(year).title) to \(out).")
  }

  private func write(_ text: String, to file: String) throws {
    guard replace || !FileManager.default.fileExists(atPath: file) else {
      throw UsageFault("\(file) is there already; give another file, or --replace.")
    }
    do { try Data(text.utf8).write(to: URL(filePath: file), options: .atomic) } catch {
      throw UsageFault("\(file) cannot be written; give a path in a folder that is there and may be written to.")
    }
  }
}

extension ScriptLanguage: ExpressibleByArgument {}

/// What can be written as a script.
struct EmitList {
  private let measures: [Measure]
  private let script: MeasureScript

  init(_ measures: [Measure], year: Int, options: MeasureOptions) {
    self.measures = measures
    script = MeasureScript(.sql, measures, year: year, options: options, version: KithVersion.text)
  }

  var text: String {
    let languages = ScriptLanguage.allCases.map { "  \($0.rawValue)  \($0.title)" }
    let tables = script.tables.map { table in
      "  \(table.name) (\(table.years == 1 ? "1 year" : "\(table.years) years")): authority, year, "
        + table.columns.map(\.name).joined(separator: ", ")
    }
    let left = script.leftOut.map { "  \($0.measure.id): \($0.reason)" }
    return
      (["Languages"] + languages + ["Measures", MeasureList(script.measures).text]
      + (left.isEmpty ? [] : ["Not of this year"] + left) + ["Tables that are read"] + tables).joined(separator: "\n")
  }
}
