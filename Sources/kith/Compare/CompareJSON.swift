import Foundation
import KithAggregates
import KithDisclosure
import KithPlaces
import KithStatistics

/// Comparisons as one JSON object, whose shape docs/json.md describes. What is not known is left out.
struct CompareJSON: Encodable {
  let command = "compare"
  let mode: String
  let source: String
  let neighbourEdition: String
  let asOf: Int?
  let comparisons: [Comparison]
  let notes: [String]

  init(_ table: Releasable<ComparisonTable>, register: AuthorityRegister) {
    let value = table.value
    mode = value.mode.rawValue
    source = value.source.title
    neighbourEdition = value.edition
    asOf = value.asOf
    notes = value.notes
    comparisons = value.rows.map { Comparison($0, register: register) }
  }

  /// The object as text, its keys in alphabetical order.
  func text() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  struct Place: Encodable {
    let code: String
    let name: String
  }

  struct MeasureItem: Encodable {
    let code: String
    let name: String
    let topics: [String]
    let unit: String
    let good: String?
    let decimals: Int

    init(_ measure: Measure, decimals: Int) {
      code = measure.code
      name = measure.name
      topics = measure.topics
      unit = measure.unit
      self.decimals = decimals
      switch measure.polarity {
      case .high: good = "high"
      case .low: good = "low"
      case .neither: good = "neither"
      case .notGiven: good = nil
      }
    }
  }

  struct Figure: Encodable {
    let text: String?
    let symbol: String?
    let number: Double?
    let change: ChangeItem

    init(_ figure: PlaceFigure) {
      text = figure.cell?.text
      symbol = figure.cell?.symbol?.rawValue
      number = figure.number
      change = ChangeItem(figure.change)
    }
  }

  struct ChangeItem: Encodable {
    let difference: Double?
    let since: String?
    let reason: String?

    init(_ change: Change) {
      difference = change.difference
      reason = change.reason
      if case .difference(_, let period) = change { since = period.label } else { since = nil }
    }
  }
}
