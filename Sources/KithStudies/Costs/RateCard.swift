public import KithTables

/// Unit costs, which the user keeps, each with its price year and source.
public struct RateCard: Hashable, Sendable {
  /// The lines.
  public let lines: [UnitCost]
  /// Whether it is the invented example, which may stand in no report.
  public let isExample: Bool

  /// A card of lines.
  public init(_ lines: [UnitCost]) {
    self.lines = lines
    isExample = lines.contains { $0.source.hasPrefix(Self.exampleMark) }
  }

  /// The unit cost that holds: of the lines that fit, the most particular, an authority's own before all.
  public func unitCost(
    of process: CostProcess, placement: String = "", provider: String = "", authority: String = ""
  ) -> UnitCost? {
    lines.filter { $0.process == process && $0.holds(placement: placement, provider: provider, authority: authority) }
      .max { $0.particularity < $1.particularity }
  }

  /// The card with all lines in the prices of one year.
  public func inPrices(of year: Int, _ deflators: [Int: Double]) throws(StudyError) -> RateCard {
    var priced: [UnitCost] = []
    for line in lines {
      guard line.priceYear != year else {
        priced.append(line)
        continue
      }
      guard let from = deflators[line.priceYear], let to = deflators[year] else {
        throw StudyError(
          .unknown, "The price index has no year \(line.priceYear) or \(year); give one that has both by --index.")
      }
      priced.append(line.with(pounds: line.pounds * to / from, priceYear: year))
    }
    return RateCard(priced)
  }

  /// The price years of the lines.
  public var priceYears: [Int] { Set(lines.map(\.priceYear)).sorted() }

  /// Reads a card with the columns `process,placement,provider,authority,unit,unit_cost,price_year,source`.
  public init(_ table: SeparatedText, name: String) throws(StudyError) {
    var places: [Int] = []
    for column in Self.columns {
      guard let place = table.column(column) else {
        throw StudyError(.column, "\(name) has no column \(column); it needs \(Self.columns.joined(separator: ",")).")
      }
      places.append(place)
    }
    var lines: [UnitCost] = []
    for (record, line) in zip(table.records, table.lines) {
      lines.append(try UnitCost(places.map { record[$0].trimmed }, at: "\(name), line \(line)"))
    }
    guard !lines.isEmpty else { throw StudyError(.tooLittle, "\(name) has no unit cost; add a line for each.") }
    let keys = lines.map { [$0.process.rawValue, $0.placement, $0.provider, $0.authority] }
    guard Set(keys).count == keys.count else {
      throw StudyError(
        .column, "\(name) gives a unit cost twice; keep one line for each process, placement, provider and authority.")
    }
    self.init(lines)
  }

  static let columns = ["process", "placement", "provider", "authority", "unit", "unit_cost", "price_year", "source"]
}

extension UnitCost {
  func with(pounds: Double, priceYear: Int) -> UnitCost {
    UnitCost(
      process, placement: placement, provider: provider, authority: authority, per: unit, pounds: pounds,
      priceYear: priceYear, source: source)
  }

  /// Reads a line of a card, the cells in the order of the card's columns.
  fileprivate init(_ cells: [String], at place: String) throws(StudyError) {
    guard let process = CostProcess(rawValue: cells[0]) else {
      let known = CostProcess.allCases.map(\.rawValue).joined(separator: ", ")
      throw StudyError(.column, "\(place), process: write one of \(known).")
    }
    guard let unit = Unit(rawValue: cells[4]), (unit == .once) != process.isByDay else {
      throw StudyError(
        .column, "\(place), unit: write \(process.isByDay ? "week or day" : "once") for \(process.rawValue).")
    }
    guard let pounds = Double(cells[5]), pounds >= 0, pounds.isFinite else {
      throw StudyError(.column, "\(place), unit_cost: write pounds as digits, as 1250.50.")
    }
    guard let year = Int(cells[6]), (1990...2100).contains(year) else {
      throw StudyError(.column, "\(place), price_year: write the year in which the financial year ends, as 2025.")
    }
    guard !cells[7].isEmpty else { throw StudyError(.column, "\(place), source: say where the figure is from.") }
    self.init(
      process, placement: cells[1], provider: cells[2], authority: cells[3], per: unit, pounds: pounds, priceYear: year,
      source: cells[7])
  }
}
