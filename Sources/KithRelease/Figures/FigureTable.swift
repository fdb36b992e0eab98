/// Figures by measure, year, authority and group, seen to be consistent.
struct FigureTable {
  /// A measure of the figures.
  struct Measure {
    let id: String
    let label: String
    let unit: ReleaseFigure.Unit
    let places: Int
    let names: ReleaseFigure.Names
  }

  /// Where a figure stands, beside its measure.
  struct Place: Hashable {
    let year: Int
    let authority: String
    let group: ReleaseGroup
  }

  /// In the order in which they first occur.
  let measures: [Measure]
  let years: [Int]
  /// All children first, then by breakdown.
  let groups: [ReleaseGroup]
  /// The authorities of each year.
  let authorities: [Int: Set<String>]
  private let states: [[Place: ReleaseFigure.State]]
  private let brokenDown: [Set<String>]

  init(_ figures: [ReleaseFigure]) throws(ReleaseError) {
    var order: [String: Int] = [:]
    var measures: [Measure] = []
    var states: [[Place: ReleaseFigure.State]] = []
    for figure in figures {
      let measure = Measure(figure)
      if let known = order[figure.measure] {
        guard measures[known].isLike(measure) else {
          throw .unreadable("the measure \(figure.measure) has two labels, units or counts; give it one.")
        }
        measures[known] = measures[known].finer(measure)
      } else {
        order[figure.measure] = measures.count
        measures.append(measure)
        states.append([:])
      }
      try Self.check(figure)
      let place = Place(year: figure.year, authority: figure.authority, group: figure.group)
      guard states[order[figure.measure] ?? 0].updateValue(figure.state, forKey: place) == nil else {
        throw .unreadable(
          "\(figure.measure) is given twice for \(figure.authority), \(figure.year), \(figure.group.title).")
      }
    }
    self.measures = measures
    self.states = states
    brokenDown = states.map { Set($0.keys.map(\.group.breakdown)) }
    years = Set(figures.map(\.year)).sorted()
    groups = Self.ordered(figures.map(\.group))
    authorities = Dictionary(grouping: figures, by: \.year).mapValues { Set($0.map(\.authority)) }
  }

  private static func check(_ figure: ReleaseFigure) throws(ReleaseError) {
    guard case .parts(let above, let below) = figure.state else { return }
    let place = "\(figure.measure) of \(figure.authority), \(figure.year), \(figure.group.title)"
    guard above >= 0, (below ?? 0) >= 0 else { throw .unreadable("\(place) has a number below 0.") }
    guard (figure.unit == .count) == (below == nil) else {
      throw .unreadable("\(place) should have a denominator if, and only if, it is no count.")
    }
    if figure.unit == .percentage, let below, above > below {
      throw .unreadable("\(place) has a numerator above its denominator, so it is no percentage.")
    }
  }

  private static func ordered(_ groups: [ReleaseGroup]) -> [ReleaseGroup] {
    var seen: Set<ReleaseGroup> = [.total]
    let others = groups.filter { seen.insert($0).inserted }
    var breakdowns: [String: Int] = [:]
    for group in others where breakdowns[group.breakdown] == nil { breakdowns[group.breakdown] = breakdowns.count }
    return [.total]
      + others.enumerated().sorted {
        (breakdowns[$0.element.breakdown] ?? 0, $0.offset) < (breakdowns[$1.element.breakdown] ?? 0, $1.offset)
      }.map(\.element)
  }

  /// The places of a measure's figures.
  func places(_ measure: Int) -> some Sequence<Place> { states[measure].keys }

  /// A measure's figure; nil where none was given.
  func state(_ measure: Int, _ place: Place) -> ReleaseFigure.State? { states[measure][place] }

  /// Whether a measure has figures of a breakdown anywhere.
  func has(_ measure: Int, _ breakdown: String) -> Bool { brokenDown[measure].contains(breakdown) }

  /// The breakdowns, the total not among them.
  var breakdowns: [String] { groups.filter { !$0.isTotal }.map(\.breakdown).unique }

  /// The groups of a breakdown.
  func groups(of breakdown: String) -> [ReleaseGroup] { groups.filter { $0.breakdown == breakdown } }
}

extension FigureTable.Measure {
  fileprivate init(_ figure: ReleaseFigure) {
    self.init(
      id: figure.measure, label: figure.label, unit: figure.unit, places: figure.places, names: figure.names)
  }

  fileprivate func isLike(_ other: FigureTable.Measure) -> Bool {
    label == other.label && unit == other.unit && names == other.names
  }

  fileprivate func finer(_ other: FigureTable.Measure) -> FigureTable.Measure {
    FigureTable.Measure(id: id, label: label, unit: unit, places: max(places, other.places), names: names)
  }
}

extension ReleaseGroup {
  /// The group in words; `all children` for the total.
  var title: String { isTotal ? "all children" : "\(breakdown): \(category)" }
}

extension Sequence where Element: Hashable {
  /// The elements without those that came before.
  var unique: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
