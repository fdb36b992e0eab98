/// Measures as a script in R without packages.
struct RScript {
  private let script: MeasureScript
  private let frames: FrameScript

  init(_ script: MeasureScript) {
    self.script = script
    frames = FrameScript(script)
  }

  var text: String {
    let head = ScriptHead(script: script, tables: frames.tables, use: use)
    let steps = frames.frames.map { about($0.name) + "\n" + $0.r }
    let parts =
      [head.text, RFunctions.text] + steps + script.populations.map(figures) + [reading, making, result]
    return parts.joined(separator: "\n\n") + "\n"
  }

  private var use: String {
    """
    Rscript FILE FOLDER [OUT.csv]: reads the tables from CSV files in the folder (ssda903_header.csv …) and writes
    year, authority, measure, numerator, denominator. Without Rscript: folder <- "FOLDER", then source the file.
    A numerator is empty where a return is missing that the measure looks back to. Of made-up children, whose tables' names \
    begin with synthetic_, the result's does too. It was tried with R 4.2.
    """.replacing("…", with: "and so on")
  }

  private func about(_ step: String) -> String { ScriptLanguage.r.comment(StepWords.about(step) ?? step) }

  private func figures(_ population: Population) -> String {
    let own = script.measures(of: population).map { measure in
      measure.words(in: .r, indent: "  ") + "\n  " + call(measure)
    }
    return """
      # What the measures of \(population.rawValue) count.
      figures_of_\(population.rawValue) <- function(rows, held, children) rbind(
      \(own.joined(separator: ",\n"))
      )
      """
  }

  private func call(_ measure: Measure) -> String {
    var parts = [measure.id.rQuoted, "rows", "held", "above = \(measure.figure.above.term.r)"]
    switch measure.figure {
    case .rate: parts.append("divisor = children")
    case .children: parts.append("each = child")
    case .mean(let column, _), .yearsAndMonths(let column, _): parts.append("of = \(column)")
    case .count, .percentage: break
    }
    if let base = measure.figure.base { parts.append("below = \(base.term.r)") }
    if measure.yearsNeeded > 1 { parts.append("years = \(measure.yearsNeeded)") }
    return "figure(\(parts.joined(separator: ", ")))"
  }

  private var reading: String {
    let tables = frames.tables.map { table in
      let days = table.columns.filter { $0.kind == .day }.map(\.name)
      let numbers = table.columns.filter { $0.kind == .number }.map(\.name)
      return """
        frames$\(table.name) <- read_table("\(table.name)",
          \(String.rNames(table.columns.map(\.name))),
          days = \(String.rNames(days)), numbers = \(String.rNames(numbers)))
        """
    }
    let people = """
      children <- read_table("\(ScriptTable.populationName)", "population", days = c(), numbers = "population")
      children <- of_years(children, the_year, the_year)
      """
    return """
      # Reads the tables.
      arguments <- commandArgs(trailingOnly = TRUE)
      if (!exists("folder")) folder <- if (length(arguments)) arguments[1] else "."
      the_year <- \(script.year.ends)
      is_synthetic <- FALSE
      frames <- list()
      \(tables.joined(separator: "\n"))
      \(script.hasRates ? people : "children <- NULL")
      """
  }

  private var making: String {
    "# Makes the steps, one after the other.\n" + frames.frames.map(\.rCall).joined(separator: "\n")
  }

  private var result: String {
    let figures = script.populations.map {
      "  figures_of_\($0.rawValue)(frames$\($0.rawValue), frames$\($0.collection.heldName), children)"
    }
    return """
      # Counts, and writes the result.
      result <- rbind(
      \(figures.joined(separator: ",\n"))
      )
      result <- sorted(result, measure, authority)
      out <- if (length(arguments) > 1) arguments[2] else paste0("kith_measures_", the_year, ".csv")
      if (is_synthetic) out <- file.path(dirname(out), sub("^(synthetic_)?", "synthetic_", basename(out)))
      if (file.exists(out)) stop(out, " is there already.", call. = FALSE)
      write.csv(result, out, row.names = FALSE, na = "")
      cat("Wrote", nrow(result), "figures to", out, "\n")
      """
  }
}
