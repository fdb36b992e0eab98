import KithDisclosure
import KithMeasures
import KithPlaces
import KithTables

/// Measures of an authority's own records, as text, comma-separated text and JSON. None of it is for release, and all says so.
struct MeasureDocument {
  private let figures: [MeasureFigure]
  private let warning: String?
  private let isSynthetic: Bool
  private let edges: [String]

  init(_ figures: Internal<[MeasureFigure]>, warning: String?, isSynthetic: Bool, edges: [String]) {
    self.figures = figures.value
    self.warning = warning
    self.isSynthetic = isSynthetic
    self.edges = edges
  }

  private var notice: String {
    Internal<[MeasureFigure]>.notice + ": raw figures of the authority's own records."
      + (isSynthetic ? " SYNTHETIC: no real child, authority or figure." : "")
  }

  /// The measures in lines, an area after the other.
  var text: String {
    let heads = [warning, notice].compactMap { $0 } + edges.map { "Not DfE's edge: \($0)" }
    let years = Set(figures.map(\.year)).sorted()
    let pages = years.flatMap { year in blocks(of: figures.filter { $0.year == year }, year) }
    return (heads + pages + reasons).joined(separator: "\n")
  }

  private func blocks(of figures: [MeasureFigure], _ year: Int) -> [String] {
    let areas = Dictionary(grouping: figures, by: \.place.area)
    return areas.keys.sorted().map { area in
      (["\(title(of: area)), \(CollectionYear(year).title)"] + lines(areas[area] ?? [])).joined(separator: "\n")
    }
  }

  private func lines(_ figures: [MeasureFigure]) -> [String] {
    var grid = TextGrid(isLeft: [true, false, false, true])
    for figure in figures {
      let group = figure.place.breakdown == nil ? "" : ": \(figure.place.category)"
      let over = figure.denominator.map { "\(parts(figure)) of \($0)" } ?? ""
      grid.add([figure.measure.name + group, figure.text, over, words(figure.measure)])
    }
    return grid.lines(width: 130)
  }

  /// The unit, what is counted, and how far the definition is confirmed.
  private func words(_ measure: Measure) -> String {
    let status = measure.status == .verified ? "formula verified" : measure.status.rawValue
    return "\(measure.figure.unit), \(measure.population.unit); \(status)"
  }

  private func parts(_ figure: MeasureFigure) -> String { String(Int(figure.numerator ?? 0)) }

  /// Each reason once for an area, with the measures that it keeps from having a figure.
  private var reasons: [String] {
    let missing = figures.filter { $0.text == "x" && $0.place.breakdown == nil }
    var order: [String] = []
    var measures: [String: [String]] = [:]
    for figure in missing {
      let reason = "\(figure.year), \(title(of: figure.place.area)): \(figure.reason ?? "")"
      if measures[reason] == nil { order.append(reason) }
      measures[reason, default: []].append(figure.measure.id)
    }
    let lines = order.flatMap { reason in
      ["x  " + reason]
        + TextGrid.wrapped((measures[reason] ?? []).joined(separator: ", "), width: 106).map { "     " + $0 }
    }
    return lines.isEmpty ? [] : ["Why there is no figure"] + lines
  }

  private func title(of area: MeasureArea) -> String {
    let name = Self.name(of: area, isSynthetic: isSynthetic)
    if case .authority(let code) = area { return "\(code) \(name)" }
    return name
  }

  static func name(of area: MeasureArea, isSynthetic: Bool) -> String {
    switch area {
    case .authority(let code):
      isSynthetic
        ? "Synthetic authority" : AuthorityCode(parsing: code).flatMap { AuthorityRegister.england[$0]?.name } ?? ""
    case .region(let region): region.name
    case .england: "England"
    case .held: "All authorities in the store"
    }
  }

  static func code(of area: MeasureArea) -> String {
    switch area {
    case .authority(let code): code
    case .region(let region): region.onsCode
    case .england: "E92000001"
    case .held: "all"
    }
  }
}

extension MeasureDocument {
  private static let header = [
    "year", "authority", "authority_name", "measure", "label", "breakdown", "category", "unit", "numerator",
    "denominator", "value", "symbol", "reason", "status", "synthetic",
  ]

  /// One line for each figure, under a header: what `kith release` reads.
  var csv: String {
    var text = Self.header.joined(separator: ",") + "\n"
    for figure in figures { text += cells(figure).map(\.quotedCell).joined(separator: ",") + "\n" }
    return text
  }

  private func cells(_ figure: MeasureFigure) -> [String] {
    [
      String(figure.year), Self.code(of: figure.place.area), Self.name(of: figure.place.area, isSynthetic: isSynthetic),
      figure.measure.id, figure.measure.name, figure.place.breakdown?.rawValue ?? "total", figure.place.category,
      figure.measure.figure.unit, figure.numerator.map { String(Int($0)) } ?? "",
      figure.denominator.map { String($0) } ?? "", figure.number ?? "", figure.symbol ?? "",
      figure.reason ?? "", figure.measure.status.rawValue, isSynthetic ? "synthetic" : "",
    ]
  }

  struct JSON: Encodable {
    let command = "measures"
    let notice: String
    let synthetic: Bool
    let edges: [String]
    let edgesVersion = MeasureOptions.version
    let figures: [Figure]

    struct Figure: Encodable {
      let measure: String
      let name: String
      let year: Int
      let area: String
      let areaName: String
      let breakdown: String
      let category: String
      let unit: String
      let numerator: Int?
      let denominator: Int?
      let value: String?
      let symbol: String?
      let reason: String?
      let status: String
      let counts: String
      let note: String?
    }
  }

  /// The figures as one object.
  var json: JSON {
    JSON(
      notice: notice, synthetic: isSynthetic, edges: edges,
      figures: figures.map { JSON.Figure($0, areaName: Self.name(of: $0.place.area, isSynthetic: isSynthetic)) })
  }
}

extension MeasureDocument.JSON.Figure {
  init(_ figure: MeasureFigure, areaName: String) {

    measure = figure.measure.id
    name = figure.measure.name
    year = figure.year
    area = MeasureDocument.code(of: figure.place.area)
    self.areaName = areaName
    breakdown = figure.place.breakdown?.rawValue ?? "total"
    category = figure.place.category
    unit = figure.measure.figure.unit
    numerator = figure.numerator.map { Int($0) }
    denominator = figure.denominator
    value = figure.number
    symbol = figure.symbol
    reason = figure.reason
    status = figure.measure.status.rawValue
    counts = figure.measure.population.unit
    note = figure.measure.note.isEmpty ? nil : figure.measure.note
  }
}

extension MeasureFigure {
  /// The value as it is shown; nil where a symbol stands in its place.
  var number: String? { value == nil ? nil : text }

  /// The symbol that stands in the value's place.
  var symbol: String? { value == nil ? text : nil }
}

/// What the measures are.
struct MeasureList {
  private let measures: [Measure]

  init(_ measures: [Measure]) { self.measures = measures }

  var text: String {
    measures.map { measure in
      let history = measure.yearsNeeded > 1 ? "; needs \(measure.yearsNeeded) years' returns" : ""
      let first = measure.firstYear.map { "; since \(CollectionYear($0).title)" } ?? ""
      let head =
        "\(measure.id)  \(measure.name) (\(measure.figure.unit), counts \(measure.population.unit); "
        + "\(measure.status.rawValue)\(history)\(first))"
      return measure.note.isEmpty ? head : head + "\n    " + measure.note
    }.joined(separator: "\n")
  }
}

/// The children that a measure counts, as comma-separated text: for the authority's own staff.
struct ChildListing {
  private let rows: [CountedChild]
  private let measure: Measure
  private let warning: String?

  init(_ rows: [CountedChild], of measure: Measure, warning: String?) {
    self.rows = rows
    self.measure = measure
    self.warning = warning
  }

  var text: String {
    let heads = [warning, "Not for release: identifiable children. \(measure.id): \(measure.name)."].compactMap { $0 }
    let lines = rows.map { row in
      ([row.child, row.isCounted ? "yes" : "no"] + row.details.map { $0 ?? "" }).map(\.quotedCell).joined(
        separator: ",")
    }
    let header = (["child", "counted"] + (rows.first?.names ?? [])).joined(separator: ",")
    return (heads + [header] + lines).joined(separator: "\n") + "\n"
  }
}
