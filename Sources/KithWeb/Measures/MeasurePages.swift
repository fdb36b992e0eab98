import KithDisclosure
import KithMeasures
import KithTables

/// Which year and authority of the store are to be looked at.
struct MeasuresPage: Page {
  static let template = "measures"
  static let part = SitePart.measures

  /// A year and an authority that the store holds.
  struct Line: Sendable {
    let words: String
    let address: String
  }

  let title = "Measures and plausibility"
  let lines: [Line]
  let hasStore: Bool

  init(lines: [Line], hasStore: Bool) {
    self.lines = lines
    self.hasStore = hasStore
  }
}

/// An authority's own headline measures beside last year's and the published ones, with what made each difference.
struct MeasureChangePage: Page {
  static let template = "measures-change"
  static let part = SitePart.measures

  /// A reason and by how much it adds or takes away.
  struct Reason: Sendable {
    let count: String
    let why: String
  }

  /// A measure.
  struct Line: Sendable {
    let name: String
    let unit: String
    let now: String
    let before: String
    let difference: String
    let isBeyond: Bool
    let published: String
    let neighbours: String
    let limits: String
    let isOutside: Bool
    let missing: String
    let reasons: [Reason]
    let hasReasons: Bool
    let childrenAddress: String?
  }

  let title: String
  let notice: String
  let backAddress: String
  let lines: [Line]
  let looks: Int
  /// The measures of which there is a figure in neither year, with why.
  let unavailable: [Line]
  let hasUnavailable: Bool
}

extension MeasureChangePage {
  /// The page of these changes; `children` gives the address of the children behind a measure.
  init(
    _ changes: Internal<[MeasureChange]>, title: String, backAddress: String, published: PublishedSeries,
    children: (Measure) -> String?
  ) {
    self.title = title
    self.backAddress = backAddress
    notice = Internal<[MeasureChange]>.notice + ": raw figures of the authority's own records."
    let all = changes.value.map { change in
      (change, Line(change, published.beside(change.now), children: children(change.now.measure)))
    }
    lines = all.filter { $0.0.now.value != nil || $0.0.before.value != nil }.map(\.1)
    unavailable = all.filter { $0.0.now.value == nil && $0.0.before.value == nil }.map(\.1)
    hasUnavailable = !unavailable.isEmpty
    looks = lines.count { $0.isBeyond || $0.isOutside }
  }
}

extension MeasureChangePage.Line {
  init(_ change: MeasureChange, _ beside: PublishedSeries.Beside?, children: String?) {
    let measure = change.now.measure
    name = measure.name
    unit = measure.figure.unit
    now = change.now.text
    before = change.before.text
    difference = Self.difference(change)
    isBeyond = ChanceLimits(change) == .beyond
    published = beside?.last ?? "–"
    neighbours = beside?.neighbours ?? "–"
    limits = beside?.limits ?? ""
    isOutside = beside?.isOutside ?? false
    missing = [change.now, change.before].compactMap { figure in
      figure.value == nil ? "\(figure.text) in \(figure.year): \(figure.reason ?? "")" : nil
    }.joined(separator: "; ")
    reasons = change.parts.map { part in
      MeasureChangePage.Reason(count: part.count > 0 ? "+\(part.count)" : "−\(-part.count)", why: part.reason)
    }
    hasReasons = !reasons.isEmpty
    childrenAddress = change.now.value == nil ? nil : children
  }

  private static func difference(_ change: MeasureChange) -> String {
    guard let now = change.now.value, let before = change.before.value else { return "" }
    if case .yearsAndMonths = change.now.measure.figure { return "" }
    let scale = [1.0, 10, 100][change.now.measure.places]
    let rounded = ((now - before) * scale).rounded(.toNearestOrAwayFromZero) / scale
    let text = change.now.measure.places == 0 ? "\(Int(abs(rounded)))" : "\(abs(rounded))"
    return rounded > 0 ? "+\(text)" : rounded < 0 ? "−\(text)" : "0"
  }
}

/// Asks why the children behind a measure are to be listed.
struct MeasureReasonPage: Page {
  static let template = "measures-reason"
  static let part = SitePart.measures

  let title = "List the children behind a measure"
  let name: String
  let address: String
}

/// The children behind a measure: for the authority's own staff.
struct MeasureChildrenPage: Page {
  static let template = "measures-children"
  static let part = SitePart.measures

  let title: String
  let notice = Internal<[CountedChild]>.notice + ": identifiable children. That they were listed is noted in the store."
  let backAddress: String
  let tables: [ShownTable]
}

extension MeasureChildrenPage {
  /// The page of some rows; beyond 1,000 the rest is said and not shown.
  init(_ rows: Internal<[CountedChild]>, of measure: Measure, backAddress: String) {
    let shown = rows.value.prefix(1000)
    let more = rows.value.count > shown.count ? ", the first 1,000 of \(rows.value.count)" : ""
    title = "\(measure.name): \(rows.value.count { $0.isCounted }) counted of \(rows.value.count)"
    self.backAddress = backAddress
    tables = [
      ShownTable(
        "Children behind the measure" + more, ["Child", "Counted"] + (shown.first?.names ?? []),
        rows: shown.map { row in
          let cells = [row.child, row.isCounted ? "yes" : "no"] + row.details.map { $0 ?? "" }
          return (cells.map { ShownTable.Cell.text($0) }, row.isCounted)
        })
    ]
  }
}
