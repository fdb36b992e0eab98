import Foundation
import KithMeasures
import KithTables

/// What a script counts, by authority and measure.
struct ScriptCounts {
  private var counts: [String: Parts] = [:]

  private struct Parts: Hashable, CustomStringConvertible {
    let above: Double?
    let below: Double?

    var description: String { "\(above.map { "\($0)" } ?? "none") of \(below.map { "\($0)" } ?? "none")" }
  }

  init() {}

  /// Reads the file that a script in R or Stata writes.
  init(file: String) throws {
    let table = try SeparatedText(Array(Data(contentsOf: URL(filePath: file))))
    let places = ["authority", "measure", "numerator", "denominator"].compactMap { table.header.firstIndex(of: $0) }
    for record in table.records {
      let cells = places.map { record[$0] }
      add(cells[0], cells[1], Double(cells[2]), Double(cells[3]))
    }
  }

  mutating func add(_ authority: String, _ measure: String, _ above: Double?, _ below: Double?) {
    counts["\(measure) of \(authority)"] = Parts(above: above, below: below)
  }

  /// How many figures are the same as Kith's, and what is not.
  func compared(with figures: [MeasureFigure]) -> (same: Int, unlike: [String]) {
    var same = 0
    var unlike: [String] = []
    for figure in figures {
      guard case .authority(let code) = figure.place.area else { continue }
      let key = "\(figure.measure.id) of \(code)"
      guard let isRight = isRight(figure, counts[key]) else { continue }
      same += isRight ? 1 : 0
      if !isRight { unlike.append("\(key): \(counts[key]?.description ?? "nothing"), not \(figure.state)") }
    }
    return (same, unlike)
  }

  /// What is not as Kith counts the rows of groups.
  func unlikeGroups(_ figures: [MeasureFigure]) -> [String] {
    figures.compactMap { figure in
      guard case .authority(let code) = figure.place.area, case .parts(let above, _) = figure.state,
        let breakdown = figure.place.breakdown
      else { return nil }
      let id = Measure.rows(of: figure.measure.population, in: breakdown, figure.place.category).id
      let count = counts["\(id) of \(code)"]?.above
      return count == above ? nil : "\(id) of \(code): \(count.map { "\($0)" } ?? "nothing"), not \(above)"
    }
  }

  /// Whether a count is Kith's; nil where Kith has none because a field was not submitted, which a script cannot know.
  private func isRight(_ figure: MeasureFigure, _ parts: Parts?) -> Bool? {
    switch figure.state {
    case .parts(let above, let below): parts == Parts(above: above, below: below.map { Double($0) })
    case .notApplicable: parts?.below == 0
    case .unavailable(let reason):
      if reason.hasPrefix("it needs the") {
        parts == Parts(above: nil, below: nil)
      } else if reason.hasPrefix("the store has no") || reason.contains("not collected before") {
        parts == nil
      } else {
        nil
      }
    }
  }
}
