/// Measures as a do-file for Stata without packages: the moves of ``RScript``, statement by statement.
struct StataScript {
  private let script: MeasureScript
  private let frames: FrameScript

  init(_ script: MeasureScript) {
    self.script = script
    frames = FrameScript(script)
  }

  var text: String {
    let head = ScriptHead(script: script, tables: frames.tables, use: use, caution: caution)
    let steps = frames.frames.map { about($0.name) + "\ntempfile \($0.name)\n" + $0.stata }
    let parts =
      [head.text, Self.beginning] + frames.tables.map(reading) + [people] + steps
      + script.populations.map { StataFigures(script, $0).text } + [result]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private var use: String {
    """
    do FILE "FOLDER" "OUT.csv" - reads the tables from CSV files in the folder (ssda903_header.csv and so on) and writes
    year, authority, measure, numerator, denominator. A numerator is empty where a return is missing that the measure looks back to.
    """
  }

  private var caution: String {
    """
    NOT RUN IN STATA BY US: Kith's makers have no Stata. The same steps, written in R by the same code, count what Kith counts, \
    and a reader of the Stata commands that are used here does too. Compare with the R script (kith emit r) on made-up \
    returns before you rely on it.
    """
  }

  private func about(_ step: String) -> String { ScriptLanguage.stata.comment(StepWords.about(step) ?? step) }

  private func reading(_ table: ScriptTable) -> String {
    func names(_ kind: ScriptTable.Kind) -> String {
      table.columns.filter { $0.kind == kind }.map(\.name).joined(separator: " ")
    }
    let (days, numbers, texts) = (names(.day), names(.number), names(.text))
    return
      ([
        "read_table \"`folder'\" \(table.name)",
        "keep authority year \(table.columns.map(\.name).joined(separator: " "))", "read_numbers year \(numbers)",
      ] + (days.isEmpty ? [] : ["read_days \(days)"]) + (texts.isEmpty ? [] : ["read_texts \(texts)"]) + [
        "tempfile \(table.name)", "save \(Frame.file(table.name))",
      ]).joined(separator: "\n")
  }

  private var people: String {
    guard script.hasRates else { return "" }
    return """
      read_table "`folder'" \(ScriptTable.populationName)
      keep authority year population
      read_numbers year population
      keep_rows if year == \(script.year.ends)
      bysort authority: keep if _n == 1
      tempfile \(ScriptTable.populationName)
      save \(Frame.file(ScriptTable.populationName))
      """
  }

  private var result: String {
    let files = script.populations.map { "figures_\($0.rawValue)" }
    let all = files.enumerated().map { place, name in
      place == 0 ? "use \(Frame.file(name)), clear" : "append using \(Frame.file(name))"
    }
    return """
      * Writes the result.
      \(all.joined(separator: "\n"))
      drop if authority == ""
      generate year = \(script.year.ends)
      order year authority measure numerator denominator
      sort measure authority
      if "`out'" == "" {
        local out "kith_measures_\(script.year.ends).csv"
        capture confirm file "`folder'/synthetic_\(frames.tables.first?.name ?? "").csv"
        if _rc == 0 local out "synthetic_kith_measures_\(script.year.ends).csv"
      }
      export delimited year authority measure numerator denominator using "`out'"
      """
  }
}

extension StataScript {
  private static let beginning = #"""
    version 15
    clear all
    set more off
    set varabbrev off
    set type double
    args folder out
    if "`folder'" == "" local folder "."

    * Keeps rows, and one blank row where none is left: it is in no authority, and commands by group want a row.
    program define keep_rows
      syntax if
      keep `if'
      if _N == 0 set obs 1
    end

    * Reads a table as text. The files of made-up children have names that begin with synthetic_.
    program define read_table
      args folder name
      local file "`folder'/`name'.csv"
      capture confirm file "`file'"
      if _rc != 0 local file "`folder'/synthetic_`name'.csv"
      import delimited using "`file'", varnames(1) case(lower) stringcols(_all) bindquotes(strict) encoding("utf-8") clear
      if _N == 0 {
        set obs 1
        foreach column of varlist _all {
          capture confirm string variable `column'
          if _rc != 0 {
            drop `column'
            generate str1 `column' = ""
          }
        }
      }
    end

    * Makes days of columns of text as 2025-03-31; a text that is no day ends the script.
    program define read_days
      foreach column of local 0 {
        generate value_read = date(`column', "YMD")
        assert missing(value_read) == missing(`column')
        drop `column'
        rename value_read `column'
      }
    end

    * Makes numbers of columns of text; a text that is no number ends the script.
    program define read_numbers
      foreach column of local 0 {
        generate value_read = real(`column')
        assert missing(value_read) == missing(`column')
        drop `column'
        rename value_read `column'
      }
    end

    * Takes spaces around texts away and makes capitals of their letters.
    program define read_texts
      foreach column of local 0 {
        replace `column' = strupper(strtrim(`column'))
      }
    end

    * Says which measure a place in a population's list is, how many years' returns it needs, and what it is divided by.
    program define name_measure
      args place measure years divisor
      replace measure = "`measure'" if place == `place'
      replace years_needed = `years' if place == `place'
      replace divisor = "`divisor'" if place == `place'
    end
    """#
}
