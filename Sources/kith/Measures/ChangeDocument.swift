import KithDisclosure
import KithMeasures

/// This year's measures beside last year's, with what made the difference: the authority's own raw figures.
struct ChangeDocument {
  private let changes: [MeasureChange]
  private let heads: [String]
  private let published: PublishedBeside

  init(_ changes: Internal<[MeasureChange]>, heads: [String], beside published: PublishedBeside = .none) {
    self.changes = changes.value
    self.heads = heads
    self.published = published
  }

  /// The notice that stands on each page.
  static func notice(isSynthetic: Bool) -> String {
    Internal<[MeasureChange]>.notice + ": raw figures of the authority's own records."
      + (isSynthetic ? " SYNTHETIC: no real child, authority or figure." : "")
  }

  /// The page: a line for each measure, the reasons beneath.
  var text: String {
    let lines = changes.flatMap { change -> [String] in
      let measure = change.now.measure
      let difference = difference(of: change)
      let first = "\(measure.name): \(change.now.text), last year \(change.before.text)\(difference)"
      return [first] + (beyond(change) + published.lines(change.now) + reasons(change)).map { "    " + $0 }
    }
    return (heads + lines).joined(separator: "\n")
  }

  private func difference(of change: MeasureChange) -> String {
    guard let now = change.now.value, let before = change.before.value else { return "" }
    if case .yearsAndMonths = change.now.measure.figure { return "" }
    let scale = [1.0, 10, 100][change.now.measure.places]
    let rounded = ((now - before) * scale).rounded(.toNearestOrAwayFromZero) / scale
    let text = change.now.measure.places == 0 ? String(Int(rounded)) : String(rounded)
    return " (\(rounded > 0 ? "+" : "")\(text))"
  }

  private func beyond(_ change: MeasureChange) -> [String] {
    let missing = [change.now, change.before].compactMap { figure in
      figure.value == nil ? "\(figure.text) in \(figure.year): \(figure.reason ?? "")" : nil
    }
    guard missing.isEmpty else { return missing }
    switch ChanceLimits(change) {
    case .beyond?: return ["LOOK: more than chance alone makes of last year's figure"]
    case .within?, nil: return []
    }
  }

  private func reasons(_ change: MeasureChange) -> [String] {
    let shown = change.parts.prefix(6).map { "\($0.count > 0 ? "+" : "")\($0.count)  \($0.reason)" }
    let rest = change.parts.dropFirst(6).reduce(0) { $0 + $1.count }
    return shown + (change.parts.count > 6 ? ["\(rest > 0 ? "+" : "")\(rest)  other reasons"] : [])
  }
}

extension ChangeDocument {
  struct JSON: Encodable {
    let command: String
    let notice: [String]
    let measures: [Line]

    struct Line: Encodable {
      let measure: String
      let name: String
      let year: Int
      let now: String
      let before: String
      let unit: String
      let difference: Int?
      let reasons: [Reason]
      let notes: [String]
    }

    struct Reason: Encodable {
      let reason: String
      let count: Int
    }
  }

  /// The changes as one object.
  func json(_ command: String) -> JSON {
    JSON(
      command: command, notice: heads,
      measures: changes.map { change in
        let measure = change.now.measure
        return JSON.Line(
          measure: measure.id, name: measure.name, year: change.now.year, now: change.now.text,
          before: change.before.text, unit: measure.figure.unit, difference: change.difference,
          reasons: change.parts.map { JSON.Reason(reason: $0.reason, count: $0.count) },
          notes: beyond(change) + published.lines(change.now))
      })
  }
}
