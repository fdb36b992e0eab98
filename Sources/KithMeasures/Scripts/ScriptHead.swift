import KithReturns

/// What every script says at its beginning: what it is, by which edges it counts, what it reads, what may be done with it.
struct ScriptHead {
  let script: MeasureScript
  let tables: [ScriptTable]
  /// How the script is run and how its tables are given to it, in lines.
  let use: String
  /// What to know of the language's own.
  var caution = ""

  var text: String {
    let parts = [about, use, expected, caution, left]
    return parts.filter { !$0.isEmpty }.map { script.language.comment($0) }
      .joined(separator: "\n" + script.language.mark + "\n")
  }

  private var about: String {
    """
    Official measures of children's social care of \(script.year.title), for each authority: \(script.size).
    Written by Kith \(script.version) (kith emit \(script.language.rawValue) --year \(script.year.ends)).

    NOT FOR RELEASE: the results are raw counts, of small groups too. What leaves a secure room is for its own output rules.

    Definitions: \(sources). Each measure says whether its formula is verified on published cells or is Kith's reading.
    Edges that DfE's words leave open: \(edges).
    """
  }

  /// Where the definitions come from.
  private var sources: String {
    let publications = script.collections.map { collection in
      collection == .inNeed
        ? "DfE, Children in need (tables B1, C1, C3, D3, D5)"
        : "DfE, Children looked after in England including adoptions"
    }
    return (publications + ["the LAIT data dictionary"]).joined(separator: ", ")
  }

  private var edges: String {
    let differences = script.options.differences
    return script.options.edges.map { $0 + (differences.contains($0) ? " (not DfE's)" : "") }.joined(separator: ", ")
  }

  private var expected: String {
    let lists = tables.map { "  " + prefix + $0.name + " " + years($0) + ": " + columns($0) }.joined(separator: "\n")
    let people =
      script.hasRates
      ? "\n  \(prefix)\(ScriptTable.populationName): authority, year, population (children of 0 to 17 in mid-"
        + "\(script.year.ends - 1), under the year \(script.year.ends)). Without rows, rates have no denominator." : ""
    return """
      It reads these tables. Each has the columns authority and year (the calendar year in which the collection ends) and:
      \(lists)\(people)
      Days are written as 2025-03-31. Columns have the guidance's names in small letters. Codes are as submitted: they are \
      brought together across years here. position is a number that tells the rows of a table of one authority and year apart, \
      and parent_position is that of the row of the table above (child, case, assessment, plan). pl_post and sw_id may be any \
      codes, the same for the same place and worker.
      A column that an extract lacks has to be there, empty: then leave alone the measures that need it, as a field that was \
      never given looks like one that says nothing. A return without a row is as one that is not there.
      """
  }

  private var prefix: String { script.language == .sql ? "raw_" : "" }

  private func years(_ table: ScriptTable) -> String {
    table.years == 1 ? "(\(script.year.ends))" : "(\(script.year.ends - table.years + 1) to \(script.year.ends))"
  }

  private func columns(_ table: ScriptTable) -> String {
    table.columns.map { $0.kind == .text ? $0.name : "\($0.name) (\($0.kind.rawValue))" }.joined(separator: ", ")
  }

  private var left: String {
    script.leftOut.isEmpty
      ? "" : "Left out:\n" + script.leftOut.map { "  \($0.measure.id): \($0.reason)" }.joined(separator: "\n")
  }
}
