import Crypto
import Foundation
public import KithDisclosure
import KithTables

/// What the output checks find against outputs that are to leave a secure room.
///
/// A finding says where to look. None means that these checks found no fault: clearance is the output checker's decision.
public struct OutputReview: Sendable {
  /// Something that was looked at.
  public struct Finding: Hashable, Sendable {
    /// The line of the file, from 1.
    public let line: Int
    /// The table, row and column.
    public let place: String
    /// The check.
    public let check: String
    /// What was found, and what to do.
    public let words: String
  }

  /// The file's name.
  public let name: String
  /// The file's SHA-256.
  public let sha256: String
  /// How many cells were looked at.
  public let cells: Int
  /// The faults.
  public let faults: [Finding]
  /// What the file says too little for.
  public let unchecked: [Finding]
  /// What the checks asked.
  public let checks: OutputChecks
  /// Whether zero is disclosive.
  public let withholdsZero: Bool

  /// Checks the cells of a file.
  public init(
    _ bytes: [UInt8], name: String, checks: OutputChecks = OutputChecks(), withholdsZero: Bool = false
  ) throws(ReleaseError) {
    let text: SeparatedText
    do { text = try SeparatedText(bytes) } catch {
      throw .unreadable("\(name) cannot be read as comma-separated text; save it as CSV UTF-8.")
    }
    let cells = try OutputCells(text, name: name).cells
    let review = CellReview(checks: checks, withholdsZero: withholdsZero)
    self.name = name
    self.cells = cells.count
    self.checks = checks
    self.withholdsZero = withholdsZero
    sha256 = SHA256.hash(data: Data(bytes)).hexadecimal
    faults = (cells.flatMap(review.faults) + review.classFaults(cells)).sorted {
      ($0.line, $0.check) < ($1.line, $1.check)
    }
    unchecked = cells.compactMap(review.unchecked)
  }

  /// What is said at the end.
  public var conclusion: String {
    let open = unchecked.isEmpty ? "" : " \(unchecked.count) cells could not be checked in full."
    return faults.isEmpty
      ? "No fault found by these checks; clearance is the output checker's decision.\(open)"
      : "\(faults.count) faults found by these checks; clearance is the output checker's decision.\(open)"
  }

  /// The log for the output checker, as comma-separated text: what was asked, then each finding.
  public var log: String {
    let asked = [
      "file,\(name.quotedCell)", "sha256,\(sha256)", "cells,\(cells)", "threshold,\(checks.threshold)",
      "zero is disclosive,\(withholdsZero ? "yes" : "no")",
      "dominance of the \(checks.dominators) largest,\(checks.dominantShare)",
      "least remainder as a share of the largest,\(checks.otherShare)", "degrees of freedom,\(checks.degreesOfFreedom)",
      "linked tables,not checked: compare with all that was cleared before", "conclusion,\(conclusion.quotedCell)",
    ]
    func lines(_ kind: String, _ findings: [Finding]) -> [String] {
      findings.map { [kind, "\($0.line)", $0.place, $0.check, $0.words].map(\.quotedCell).joined(separator: ",") }
    }
    return (asked + ["", "kind,line,place,check,words"] + lines("fault", faults) + lines("not checked", unchecked))
      .joined(separator: "\n") + "\n"
  }
}

/// The checks of cells.
private struct CellReview {
  let checks: OutputChecks
  let withholdsZero: Bool

  func faults(_ cell: OutputCell) -> [OutputReview.Finding] {
    var found: Set<OutputChecks.Objection> = []
    if let count = cell.count { found.formUnion(checks.objections(toCount: count, zeroIsDisclosive: withholdsZero)) }
    if let degrees = cell.degreesOfFreedom { found.formUnion(checks.objections(toDegreesOfFreedom: degrees)) }
    if ["min", "max", "minimum", "maximum", "range"].contains(cell.statistic) { found.insert(.extreme) }
    if let people = cell.people { found.formUnion(checks.objections(toSteps: [people])[0]) }
    found.formUnion(concentration(cell))
    return found.map { finding(cell, $0) }
  }

  private func concentration(_ cell: OutputCell) -> Set<OutputChecks.Objection> {
    guard let total = cell.total, let largest = cell.largest else { return [] }
    let second = cell.second ?? 0
    guard total >= 0, largest >= 0, second >= 0, second <= largest, total >= largest + second - 1e-9 * total else {
      return [.needsReview]
    }
    guard largest > 0 else { return [] }
    let dominance: Set<OutputChecks.Objection> = (largest + second) / total >= checks.dominantShare ? [.dominance] : []
    let rest = max(0, total - largest - second) / largest
    return rest < checks.otherShare ? dominance.union([.estimable]) : dominance
  }

  /// Rows, and columns, of a table of counts in which all are in one category.
  func classFaults(_ cells: [OutputCell]) -> [OutputReview.Finding] {
    let counted = cells.filter {
      $0.count != nil && $0.people == nil && ($0.statistic.isEmpty || $0.statistic == "count")
    }
    let rows = Dictionary(grouping: counted) { [$0.table, $0.row] }
    let columns = Dictionary(grouping: counted) { [$0.table, $0.column] }
    let groups = rows.values.filter { !$0[0].row.isEmpty } + columns.values.filter { !$0[0].column.isEmpty }
    return groups.compactMap { group in
      guard !checks.objections(toClass: group.compactMap(\.count)).isEmpty,
        let cell = group.first(where: { ($0.count ?? 0) > 0 })
      else { return nil }
      return finding(cell, .wholeClass)
    }
  }

  /// What a cell would have to say to be checked in full.
  func unchecked(_ cell: OutputCell) -> OutputReview.Finding? {
    let sums = ["total", "sum", "mean", "average", "ratio"].contains(cell.statistic)
    let words: String? =
      cell.count == nil && cell.degreesOfFreedom == nil && cell.people == nil
      ? "it gives no count, degrees of freedom or people: give one"
      : (sums || cell.total != nil) && (cell.largest == nil || cell.total == nil)
        ? "dominance: give total, largest and second_largest"
        : ["model", "variance", "sd", "regression"].contains(cell.statistic) && cell.degreesOfFreedom == nil
          ? "degrees of freedom: give degrees_of_freedom"
          : cell.statistic == "survival" && cell.people == nil ? "steps of the curve: give events and censored" : nil
    return words.map { OutputReview.Finding(line: cell.line, place: cell.place, check: "not checked", words: $0) }
  }

  private func finding(_ cell: OutputCell, _ objection: OutputChecks.Objection) -> OutputReview.Finding {
    OutputReview.Finding(line: cell.line, place: cell.place, check: objection.rawValue, words: words(objection))
  }

  private func words(_ objection: OutputChecks.Objection) -> String {
    switch objection {
    case .belowThreshold: "fewer records than \(checks.threshold): withhold it, and what would give it away"
    case .dominance:
      "the \(checks.dominators) largest are \(Int(checks.dominantShare * 100)) % of it or more: withhold it"
    case .estimable: "the second largest can work the largest out too nearly: withhold it"
    case .degreesOfFreedom:
      "fewer than \(checks.degreesOfFreedom) degrees of freedom: fit a simpler model, or withhold it"
    case .wholeClass:
      "everyone of the row or column is here, so a member's category is known: bring categories together"
    case .curveStep: "fewer than \(checks.threshold) people since the step before: bring steps together"
    case .extreme: "a least or greatest value is one person's: give a percentile with enough people beyond it"
    case .needsReview: "contributions below zero, or that do not sum: someone must look"
    }
  }
}
