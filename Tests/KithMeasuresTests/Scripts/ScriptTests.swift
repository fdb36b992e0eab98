import Foundation
import KithEngine
import KithMeasures
import KithTables
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

  @Test(
    "the groups by which rows may be broken down are Kith's in every language", arguments: ScriptTrial.all.prefix(3))
  func groups(_ trial: ScriptTrial) throws {
    let extract = try trial.extract
    let folder = try ScratchFolder()
    try extract.write(to: folder)
    var measures: [Measure] = []
    for figure in extract.groups {
      guard let breakdown = figure.place.breakdown else { continue }
      measures.append(.rows(of: figure.measure.population, in: breakdown, figure.place.category))
    }
    func script(_ language: ScriptLanguage) -> MeasureScript {
      MeasureScript(language, measures, year: trial.year, options: trial.options, version: "0")
    }
    try StataReader().run(script(.stata).text, [folder.path, folder.path + "/stata.csv"])
    var counts = [
      try InMemoryTables(folder: folder.path).counts(of: script(.sql)),
      try ScriptCounts(file: folder.path + "/stata.csv"),
    ]
    if Rscript.path != nil {
      try folder.write(script(.r).text, "groups.R")
      _ = try Rscript.run([folder.path + "/groups.R", folder.path, folder.path + "/r.csv"])
      counts.append(try ScriptCounts(file: folder.path + "/synthetic_r.csv"))
    }
    for count in counts { #expect(count.unlikeGroups(extract.groups) == []) }
    #expect(extract.groups.count > 600)
  }

  @Test("a script of a few measures runs without the tables that it does not read")
  func few() throws {
    let trial = ScriptTrial.all[0]
    for names in [["rereferral_pct", "cpp_reviewed_pct"], ["oc2_sdq_mean", "cla_31mar_rate"], ["cin_any_children"]] {
      let measures = Measure.all().filter { names.contains($0.id) }
      let figures = try trial.extract.figures.filter { names.contains($0.measure.id) }
      func script(_ language: ScriptLanguage) -> MeasureScript {
        MeasureScript(language, measures, year: trial.year, version: "0")
      }
      let folder = try ScratchFolder()
      let read = script(.sql).tables.map { "synthetic_\($0.name).csv" } + ["synthetic_child_population.csv"]
      for (name, bytes) in try trial.extract.tables where read.contains(name) { try folder.write(bytes, name) }
      let sql = try InMemoryTables(folder: folder.path).counts(of: script(.sql)).compared(with: figures)
      try StataReader().run(script(.stata).text, [folder.path, folder.path + "/stata.csv"])
      let stata = try ScriptCounts(file: folder.path + "/stata.csv").compared(with: figures)
      #expect(sql.unlike + stata.unlike == [])
      #expect(sql.same == figures.count && stata.same == figures.count)
    }
  }

  @Test("an authority whose tables are all empty but one has counts of nothing, and empty tables end no script")
  func empty() throws {
    let folder = try ScratchFolder()
    for table in ScriptTable.all {
      let header = (["authority", "year"] + table.columns.map(\.name)).joined(separator: ",")
      let isOne = table.name == "cin_childidentifiers" || table.name == "ssda903_header"
      let row = table.name.hasPrefix("cin_") ? "901,2025,1,Z1,2010-01-01,,F" : "901,2025,Z1,F,2010-01-01,WBRI,"
      try folder.write(header + "\n" + (isOne ? row + "\n" : ""), table.name + ".csv")
    }
    try folder.write("authority,year,population\n901,2025,1000\n", "child_population.csv")
    let trial = ScriptTrial.all[0]
    _ = try InMemoryTables(folder: folder.path).counts(of: trial.script(.sql))
    try StataReader().run(trial.script(.stata).text, [folder.path, folder.path + "/stata.csv"])
    var results = [folder.path + "/stata.csv"]
    if Rscript.path != nil {
      try folder.write(trial.script(.r).text, "measures.R")
      _ = try Rscript.run([folder.path + "/measures.R", folder.path, folder.path + "/r.csv"])
      results.append(folder.path + "/r.csv")
    }
    for file in results {
      let table = try SeparatedText(Array(Data(contentsOf: URL(filePath: file))))
      #expect(table.records.count == 125 && table.records.allSatisfy { $0[1] == "901" })
      #expect(table.records.allSatisfy { $0[3].isEmpty || Double($0[3]) == 0 })
    }
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
