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
