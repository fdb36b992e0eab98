import Foundation
import KithEngine
import KithMeasures
import KithTesting
import Testing

@Suite("Scripts for secure rooms")
struct ScriptTests {
  @Test("the SQL counts what Kith counts, in a new database without a store", arguments: ScriptTrial.all)
  func sql(_ trial: ScriptTrial) throws {
    let extract = try trial.extract
    let folder = try ScratchFolder()
    try extract.write(to: folder)
    try expectSame(InMemoryTables(folder: folder.path).counts(of: trial.script(.sql)), extract)
  }

  @Test(
    "the R script counts what Kith counts",
    .enabled(if: Rscript.path != nil, "There is no Rscript here (Debian: r-base-core), so scripts in R are not run."),
    arguments: ScriptTrial.all)
  func r(_ trial: ScriptTrial) throws {
    let extract = try trial.extract
    let folder = try ScratchFolder()
    try extract.write(to: folder)
    try folder.write(trial.script(.r).text, "measures.R")
    let said = try Rscript.run([folder.path + "/measures.R", folder.path, folder.path + "/r.csv"])
    #expect(said.contains("figures to"))
    try expectSame(ScriptCounts(file: folder.path + "/synthetic_r.csv"), extract)
  }

  @Test(
    "the do-file counts what Kith counts, as far as its commands do what Stata's manuals say",
    arguments: ScriptTrial.all)
  func stata(_ trial: ScriptTrial) throws {
    let extract = try trial.extract
    let folder = try ScratchFolder()
    try extract.write(to: folder)
    try StataReader().run(trial.script(.stata).text, [folder.path, folder.path + "/stata.csv"])
    try expectSame(ScriptCounts(file: folder.path + "/stata.csv"), extract)
  }

  private func expectSame(_ counts: ScriptCounts, _ extract: ScriptExtract) throws {
    let (same, unlike) = counts.compared(with: extract.figures)
    #expect(unlike == [])
    #expect(same > 350, "of \(extract.figures.count)")
  }
}

/// The tables of a folder in a database in memory, as a script's user makes them.
struct InMemoryTables {
  private let connection: Connection

  init(folder: String) throws {
    connection = try Engine(.duckDB()).connect()
    for file in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let name = "raw_" + file.dropLast(4).replacing("synthetic_", with: "")
      try connection.execute(
        "CREATE TABLE \(identifier: name) AS SELECT * FROM read_csv(\(literal: folder + "/" + file), all_varchar = true)"
      )
    }
  }

  /// Runs a script and reads the rows of its last statement.
  func counts(of script: MeasureScript) throws -> ScriptCounts {
    let statements = script.text.components(separatedBy: ";\n")
    for statement in statements.dropLast(2) { try connection.execute("\(raw: statement)") }
    let found = try connection.query("\(raw: statements[statements.count - 2])")
    var counts = ScriptCounts()
    let (authorities, measures) = (try found.text("authority").values, try found.text("measure").values)
    let (above, below) = (try found.doubles("numerator").values, try found.integers("denominator").values)
    for row in 0..<found.rowCount {
      counts.add(authorities[row] ?? "", measures[row] ?? "", above[row], below[row].map { Double($0) })
    }
    return counts
  }
}

/// R, where it is installed.
enum Rscript {
  static let path: String? = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .map { $0 + "/Rscript" }.first { FileManager.default.isExecutableFile(atPath: $0) }

  /// Runs a script, without the user's own profile; gives all that it said.
  static func run(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: path ?? "/no-rscript")
    process.arguments = ["--vanilla"] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let text = String(decoding: data, as: UTF8.self)
    #expect(process.terminationStatus == 0, "\(text)")
    return text
  }
}
