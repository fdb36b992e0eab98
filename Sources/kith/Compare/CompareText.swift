import Foundation
import KithAggregates
import KithDisclosure
import KithPlaces

/// Comparisons as a table made for eyes, in 80 to 120 columns.
struct CompareText {
  let table: ComparisonTable
  let register: AuthorityRegister
  let authority: Authority?
  let isList: Bool
  let width: Int

  init(_ table: Releasable<ComparisonTable>, _ figures: CompareFigures, _ command: CompareCommand) {
    self.table = table.value
    register = figures.benchmark.register
    authority = figures.authority
    isList = figures.isList(command)
    let asked = ProcessInfo.processInfo.environment["COLUMNS"].flatMap(Int.init)
    width = min(max(asked ?? 110, 80), 120)
  }

  /// The whole of the text.
  var text: String {
    let body = isList ? lists : table.rows.first?.series == nil ? summary : table.rows.flatMap(overTime)
    return (heading + body + footnotes.flatMap { TextGrid.wrapped($0, width: width) }).joined(separator: "\n") + "\n"
  }

  private var heading: [String] {
    let who = authority.map { "\($0.code) \($0.name)" } ?? "Every local authority"
    let closed = authority?.closed.map { ", closed \($0)" } ?? ""
    let rules = table.mode == .lait ? "; as LAIT answers, its defects with it" : ""
    return ["\(who)\(closed)", "\(table.source.title); neighbours: \(table.edition)\(rules)", ""]
  }

  private var footnotes: [String] {
    let rows = table.rows
    var lines: [String] = []
    if !isList, rows.contains(where: { $0.comparison.neighbours.used < $0.comparison.neighbours.total }) {
      lines.append("*  the mean of those neighbours that have a number, fewer than all")
    }
    let symbols = Set(rows.compactMap { $0.comparison.own.cell?.symbol }).filter { !$0.rawValue.isEmpty }
    lines += symbols.sorted { $0.rawValue < $1.rawValue }.map { "\($0.rawValue)  \($0.meaning)" }
    let reasons = Set(rows.compactMap { $0.comparison.own.change.reason })
    lines += reasons.sorted().prefix(4).map { "No change is shown where: \($0)." }
    if rows.allSatisfy({ $0.comparison.spread == nil }) {
      lines.append("Counts are not known here, so intervals, funnel limits and a test of trend are not shown.")
    }
    lines += predecessors
    return lines + table.notes.prefix(5)
  }

  private var predecessors: [String] {
    guard let authority, let opened = authority.opened, !authority.predecessors.isEmpty else { return [] }
    let names = authority.predecessors.compactMap { register[$0]?.label }
    return ["Opened \(opened); for earlier years see \(names.joined(separator: ", "))."]
  }

  /// Whether there is no room for names beside figures, nor for ties beside ranks.
  var isNarrow: Bool { width < 104 }

  /// A rank, without its ties where there is no room for them.
  func text(_ rank: Rank) -> String {
    let words = Wording.rank(rank)
    return isNarrow ? String(words.split(separator: " (").first ?? "") : words
  }

  /// A number in a measure's decimals, or the published symbol.
  func text(_ figure: PlaceFigure, _ measure: Measure) -> String {
    if let number = figure.number { return text(number, measure) }
    return figure.cell?.text ?? ""
  }

  func text(_ number: Double, _ measure: Measure) -> String {
    NumberDisplay.text(number, decimals: measure.shownDecimals(table.mode), keepsMinus: table.mode == .lait)
  }

  /// A mean, which has a decimal even where the figures are whole, unless it is large.
  func mean(_ number: Double, _ measure: Measure) -> String {
    let decimals = measure.shownDecimals(table.mode)
    return NumberDisplay.text(number, decimals: abs(number) < 1000 && table.mode != .lait ? max(decimals, 1) : decimals)
  }

  /// A change with its sign, its arrow and whether it is for the better.
  func text(_ change: Change, _ measure: Measure, isMean: Bool = false) -> String {
    guard let difference = change.difference else { return "" }
    let direction = Direction(difference)
    let arrow = [Direction.up: "▲", .down: "▼", .level: "="][direction] ?? ""
    let sign = direction == .up ? "+" : ""
    return [
      sign + (isMean ? mean(difference, measure) : text(difference, measure)), arrow,
      Wording.judgement(direction, measure.polarity),
    ]
    .filter { !$0.isEmpty }.joined(separator: " ")
  }
}
