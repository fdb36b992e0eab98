public import KithDisclosure
import KithStatistics

/// The costs of a ledger as they may be released: pounds to the nearest thousand, where enough children stand behind them and none of them is
/// nearly all of it; and whatever has to be withheld so that what is not shown cannot be had by taking the rest from a total.
///
/// Rows of a table that are withheld can be had together, as the total less the rest, so there are two or more of them, and what they come to
/// together passes the checks of a secure room for totals (``OutputChecks``). Counts of children are audited as one publication.
public struct CostRelease {
  /// A row of a table, with what each child came to.
  struct Row {
    let name: String
    /// What each child came to, by `authority-child`; 0 where the card has no price.
    let pounds: [String: Double]

    var total: Double { pounds.values.reduce(0, +) }
    /// What the children came to of whom anything was priced.
    var priced: [Double] { pounds.values.filter { $0 > 0 } }
  }

  /// A table whose rows sum to a total.
  struct Table {
    let name: String
    let column: String
    let rows: [Row]
    /// Whether each child is in one row only.
    let isPartition: Bool
  }

  private let tables: [Table]
  private let card: RateCard
  private let unpricedShare: Double

  /// The tables of a ledger; `entries` has the year of the first period of care of each child, by `authority-child`.
  public init(_ ledger: CostLedger, _ card: RateCard, entries: [String: Int]) {
    self.card = card
    unpricedShare =
      ledger.placementDays > 0 ? Double(ledger.unpricedDays) / Double(ledger.placementDays) : 0
    func table(
      _ name: String, _ column: String, isPartition: Bool, _ key: (CostLedger.Line) -> String?
    ) -> Table {
      var rows: [String: [String: Double]] = [:]
      for line in ledger.lines {
        guard let key = key(line) else { continue }
        rows[key, default: [:]][line.quantity.authority + "-" + line.quantity.child, default: 0] += line.pounds
      }
      return Table(
        name: name, column: column, rows: rows.map { Row(name: $0, pounds: $1) }.sorted { $0.name < $1.name },
        isPartition: isPartition)
    }
    tables = [
      table("Cost by process", "process", isPartition: false) { $0.quantity.process.rawValue },
      table("Placement fees by placement", "placement", isPartition: false) { line in
        guard line.quantity.process == .placement else { return nil }
        return line.quantity.placement.isEmpty ? "not given" : line.quantity.placement
      },
      table("Cost by authority", "authority", isPartition: true) { $0.quantity.authority },
      table("Cost by cohort: the year of a child's first period of care", "cohort", isPartition: true) { line in
        guard let year = entries[line.quantity.authority + "-" + line.quantity.child] else {
          return "never looked after"
        }
        return "\(year - 1)/\(year % 100 < 10 ? "0" : "")\(year % 100)"
      },
    ]
  }

  /// The rows of a table that are withheld, by place; nil where nothing of it may be shown.
  static func withheld(_ table: Table, _ checks: OutputChecks) -> Set<Int>? {
    func fails(_ pounds: [Double]) -> Bool { !checks.objections(toTotalOf: pounds).isEmpty }
    let whole = together(table.rows)
    guard !whole.isEmpty, !fails(whole) else { return nil }
    var withheld = Set(table.rows.indices.filter { fails(table.rows[$0].priced) })
    // The least of the rest goes next, so that as little as may be is lost.
    let rest = table.rows.indices.filter { !withheld.contains($0) }.sorted {
      table.rows[$0].total < table.rows[$1].total
    }
    for place in rest {
      let isSafe = withheld.count > 1 && !fails(together(withheld.map { table.rows[$0] }))
      if withheld.isEmpty || isSafe { break }
      withheld.insert(place)
    }
    return withheld
  }

  /// What each child comes to in some rows together.
  private static func together(_ rows: [Row]) -> [Double] {
    var sums: [String: Double] = [:]
    for row in rows { sums.merge(row.pounds, uniquingKeysWith: +) }
    return sums.values.filter { $0 > 0 }
  }

  /// The tables as a policy lets them be shown.
  public func released(under policy: DisclosurePolicy) throws -> ReleasedTables {
    let checks = OutputChecks(threshold: max(10, (policy.withheld?.upperBound ?? 0) + 1))
    let release = try Disclosure.release(try publication(), under: policy, effort: .fast)
    var (shown, lines) = ([StudyTable](), [String]())
    for table in tables {
      let isWhole = table.column != "placement" || !isWithheld("placement", in: tables[0], checks)
      guard isWhole, let withheld = Self.withheld(table, checks) else {
        lines.append("\(table.name): not shown, too few children or one of them nearly all of it.")
        continue
      }
      lines.append(
        "\(table.name): pounds of \(withheld.count) of \(table.rows.count) rows withheld; together they pass the checks."
      )
      shown.append(Self.table(table, withheld, release))
    }
    guard !shown.isEmpty else {
      throw StudyError(.tooLittle, "No cost may be shown: fewer than \(checks.threshold) children stand behind it.")
    }
    return ReleasedTables(
      tables: shown + [unpriced],
      policy: policy.name + "; pounds to the nearest 1,000, of \(checks.threshold) children or more",
      audit: release.report.lines + lines)
  }

  private func isWithheld(_ name: String, in table: Table, _ checks: OutputChecks) -> Bool {
    guard let withheld = Self.withheld(table, checks), let place = table.rows.firstIndex(where: { $0.name == name })
    else { return true }
    return withheld.contains(place)
  }

  private static func table(_ table: Table, _ withheld: Set<Int>, _ release: Release) -> StudyTable {
    func pounds(_ number: Double) -> StudyTable.Cell { .number((number / 1_000).rounded() * 1_000, places: 0) }
    let rows = table.rows.enumerated().map { place, row -> [StudyTable.Cell] in
      [
        .text(row.name), StudyTable.Cell(release.count("\(table.column) \(row.name)")),
        withheld.contains(place) ? .text("c") : pounds(row.total),
      ]
    }
    let all: [StudyTable.Cell] = [
      .text("all"), StudyTable.Cell(release.count("\(table.column) all")),
      pounds(table.rows.reduce(0) { $0 + $1.total }),
    ]
    return StudyTable(table.name, columns: [table.column, "children", "pounds"], rows: rows + [all])
  }

  private var unpriced: StudyTable {
    StudyTable(
      "Placement days without a price, to the nearest 5 per cent", columns: ["what", "percent"],
      rows: [[.text("without a fee in the unit costs"), .count(Int((unpricedShare * 20).rounded()) * 5)]])
  }

  private func publication() throws(DisclosureError) -> Publication {
    var (cells, relations) = ([CountCell](), [Relation]())
    for table in tables where !table.rows.isEmpty {
      let names = table.rows.map { "\(table.column) \($0.name)" }
      cells += zip(names, table.rows).map { CountCell($0, count: $1.pounds.count) }
      let all = Set(table.rows.flatMap(\.pounds.keys)).count
      cells.append(CountCell("\(table.column) all", count: all))
      if table.isPartition { relations.append(Relation(total: "\(table.column) all", parts: names)) }
    }
    // Everyone with a cost has it by some process, in some authority and in some cohort.
    for column in ["process", "cohort"] where !tables[0].rows.isEmpty {
      relations.append(Relation(["\(column) all"], equals: ["authority all"]))
    }
    return try Publication(title: "Costs", cells: cells, relations: relations)
  }
}

extension CostRelease {
  /// The cells as `kith release --check` reads outputs of a secure room: each total with its two largest contributions.
  public var outputs: String {
    OutputLine.text(
      tables.flatMap { table in
        table.rows.map { row in
          OutputLine(
            table: table.name, row: row.name, column: "pounds", count: row.priced.count,
            contributions: row.priced)
        }
      })
  }

  /// The raw counts of children with a cost of each authority, by process and by placement, as `kith release --figures` reads them: pounds are
  /// no counts, and are left out.
  public func figureFile(year: Int, isSynthetic: Bool) -> Internal<String> {
    let authorities = tables[2].rows
    let lines = authorities.flatMap { authority -> [FigureLine] in
      func line(_ id: String, _ label: String, _ children: Int) -> FigureLine {
        FigureLine(
          year: year, authority: authority.name, measure: id, label: label, group: nil, unit: "count",
          numerator: children, denominator: nil)
      }
      let prefix = authority.name + "-"
      return [line("cost_children", "Children with a cost", authority.pounds.count)]
        + tables.prefix(2).flatMap { table in
          table.rows.map { row in
            let id = "cost_children_\(table.column)_\(row.name)".map { $0.isLetter || $0.isNumber ? String($0) : "_" }
            return line(
              id.joined(), "Children with a cost, \(table.column) \(row.name)",
              row.pounds.keys.count { $0.hasPrefix(prefix) })
          }
        }
    }
    return Disclosure.internalUse(FigureLine.text(lines, isSynthetic: isSynthetic))
  }
}
