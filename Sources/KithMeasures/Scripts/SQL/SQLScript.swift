import KithEngine
import KithReturns
import KithStore

/// Measures as SQL that DuckDB and Spark share: the steps that ``MeasureRun`` takes, each as a temporary view.
struct SQLScript {
  let script: MeasureScript

  init(_ script: MeasureScript) { self.script = script }

  /// What a step reads: the names after FROM and JOIN.
  private func words(of step: NamedQuery) -> Set<String> {
    let words = step.query.text.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map { String($0) }
    return Set(zip(words, words.dropFirst()).filter { ["FROM", "JOIN"].contains($0.0) }.map(\.1))
  }

  /// What a step may read: the tables, what is made of them, and the steps.
  private var names: [String] {
    ScriptTable.all.map(\.name) + ["current_submission", "submission_field"] + steps.map(\.name)
  }

  /// The tables whose names the steps hold.
  var tables: [ScriptTable] {
    let read = Set(steps.flatMap(words(of:)))
    return ScriptTable.all.filter { read.contains($0.name) }
  }

  /// The steps of the histories and of the populations, each once.
  private var steps: [NamedQuery] {
    let histories = HistoriesAsOf.steps(
      upTo: script.year.ends, years: MeasureRun.years, careLeavers: script.populations.contains(.careLeavers))
    let isCare = script.collections.contains(CollectionKind.lookedAfter)
    let all =
      (isCare ? histories : Array(histories.prefix(1)))
      + script.populations.flatMap { MeasureRun.steps(of: $0, script.year, script.options) }
    var seen: Set<String> = []
    return all.filter { seen.insert($0.name).inserted }
  }

  var text: String {
    let tables = tables
    let raw = RawViews(tables: tables)
    let figures = FigureViews(script: script)
    let head = ScriptHead(script: script, tables: tables, use: use)
    let views = raw.views + steps.map(view) + figures.views
    return ([head.text] + views + [figures.result]).joined(separator: "\n\n") + "\n"
  }

  private var use: String {
    """
    Run it in DuckDB or Spark, in one session. It makes temporary views and ends with a SELECT of
    year, authority, measure, numerator, denominator. A numerator is NULL where a return is missing that the measure looks back to.
    In DuckDB it runs faster with TEMPORARY TABLE wherever it says TEMPORARY VIEW.
    The tables may come from CSV files, of text only:
      DuckDB: CREATE TABLE raw_ssda903_header AS SELECT * FROM read_csv('FOLDER/ssda903_header.csv', all_varchar = true)
      Spark: CREATE TEMPORARY VIEW raw_ssda903_header USING csv OPTIONS (path 'FOLDER/ssda903_header.csv', header true)
    """
  }

  private func view(_ step: NamedQuery) -> String {
    let read = words(of: step)
    let sources = names.filter { read.contains($0) && $0 != step.name }
    let from = sources.isEmpty ? "" : " From: \(sources.joined(separator: ", "))."
    let about = ScriptLanguage.sql.comment((StepWords.about(step.name) ?? step.name).withoutMarks + from)
    return "\(about)\nCREATE OR REPLACE TEMPORARY VIEW \(step.name) AS\n\(query(step));"
  }

  /// The statement of a step; the calendar's days a few to a line.
  private func query(_ step: NamedQuery) -> String {
    step.query.text.replacing("), (DATE", with: "),\n  (DATE")
  }
}
