/// What the measures of a population count, in Stata.
struct StataFigures {
  private let script: MeasureScript
  private let population: Population
  private let measures: [Measure]

  init(_ script: MeasureScript, _ population: Population) {
    self.script = script
    self.population = population
    measures = script.measures(of: population)
  }

  var text: String {
    let name = population.rawValue
    let rates = measures.contains(where: \.figure.isRate)
    let people =
      rates
      ? "merge m:1 authority using \(Frame.file(ScriptTable.populationName)), keep(master match) nogenerate keepusing(population)"
      : "generate population = ."
    return """
      * What the measures of \(name) count.
      use \(Frame.file(name)), clear
      \(measures.enumerated().map(counts).joined(separator: "\n"))
      collapse (sum) above_* below_*, by(authority)
      tempfile tally_\(name)
      save \(Frame.file("tally_" + name))
      use \(Frame.file(population.collection.heldName)), clear
      keep_rows if years_held > 0
      merge 1:1 authority using \(Frame.file("tally_" + name)), keep(master match) nogenerate
      \(people)
      reshape long above_ below_, i(authority) j(place)
      generate str80 measure = ""
      generate years_needed = 1
      generate str8 divisor = ""
      \(measures.enumerated().map(named).joined(separator: "\n"))
      generate numerator = cond(missing(above_), 0, above_) if years_held >= years_needed
      generate denominator = cond(missing(below_), 0, below_) if years_held >= years_needed & divisor == "rows"
      replace denominator = population if years_held >= years_needed & divisor == "children"
      keep authority measure numerator denominator
      tempfile figures_\(name)
      save \(Frame.file("figures_" + name))
      """
  }

  private func counts(_ place: Int, _ measure: Measure) -> String {
    let below = measure.figure.base.map(\.term.stata) ?? "."
    return """
      \(measure.words(in: .stata))
      \(above(place, measure.figure))
      generate below_\(place) = \(below)
      """
  }

  private func above(_ place: Int, _ figure: Measure.Figure) -> String {
    let condition = figure.above.term.stata
    switch figure {
    case .children:
      return """
        generate byte is_counted = \(condition)
        bysort authority is_counted child: generate above_\(place) = is_counted == 1 & !missing(child) & _n == 1
        drop is_counted
        """
    case .mean(let column, _), .yearsAndMonths(let column, _):
      return "generate above_\(place) = cond(\(condition), \(column), 0)"
    case .count, .percentage, .rate: return "generate above_\(place) = \(condition)"
    }
  }

  private func named(_ place: Int, _ measure: Measure) -> String {
    let divisor = measure.figure.isRate ? "children" : measure.figure.base == nil ? "none" : "rows"
    return "name_measure \(place) \"\(measure.id)\" \(measure.yearsNeeded) \(divisor)"
  }
}
