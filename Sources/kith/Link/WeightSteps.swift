import KithCharts
import KithDisclosure
import KithLinkage

/// How the weight of a pair comes about, as lines with bars.
struct WeightSteps {
  private let steps: [WeightStep]
  private let probability: Double

  init(_ steps: [WeightStep], probability: Double) {
    self.steps = steps
    self.probability = probability
  }

  var text: String {
    var grid = TextGrid(isLeft: [true, false, true, true])
    var total = 0.0
    for step in steps {
      total += step.weight
      grid.add([step.title, signed(step.weight), step.level, bar(step.weight)])
    }
    grid.add(["weight in bits", signed(total), "probability \(fixed(probability, 4))", ""])
    return grid.lines(width: 120).joined(separator: "\n")
  }

  /// The same as a page with a chart, in a folder.
  func draw(_ title: String, in folder: String, replace: Bool) throws {
    let sheet = ChartSheet(title: title, notice: "\(Internal<Double>.notice).", charts: [chart])
    try sheet.write("weights.html", to: folder, replace: replace)
  }

  private var chart: WaterfallChart {
    let value = { (weight: Double) in
      ChartValue(weight, of: Disclosure.internalUse(weight), places: 2, words: signed(weight))
    }
    let total = steps.reduce(0) { $0 + $1.weight }
    let likely = "probability \(fixed(probability, 4))"
    return WaterfallChart(
      ChartHead(
        finding: "\(signed(total)) bits: \(likely)", subject: "How the weight of the pair comes about", unit: "bits",
        source: "the records and what agreement was learnt to be worth",
        notes: ["A bit doubles the odds that both records are of one child."]),
      headings: (step: "Compared", words: "Agreement"),
      steps: steps.map { WaterfallChart.Step($0.title, $0.level, value($0.weight)) },
      total: WaterfallChart.Step("weight in bits", likely, value(total)))
  }

  private func bar(_ weight: Double) -> String {
    String(repeating: weight < 0 ? "-" : "+", count: min(40, Int(abs(weight).rounded())))
  }

  private func signed(_ number: Double) -> String { (number < 0 ? "" : "+") + fixed(number, 2) }
}

/// A number with so many places.
func fixed(_ number: Double, _ places: Int) -> String {
  let scale = (0..<places).reduce(1.0) { product, _ in product * 10 }
  let whole = Int((abs(number) * scale).rounded())
  let digits = String(whole % Int(scale))
  let sign = number < 0 && whole > 0 ? "-" : ""
  guard places > 0 else { return sign + String(whole) }
  return sign + "\(whole / Int(scale))." + String(repeating: "0", count: places - digits.count) + digits
}
