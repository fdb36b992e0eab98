public import KithReturns

/// An official measure as a definition: who is counted, what is divided by what, and whose definition it is.
public struct Measure: Hashable, Sendable {
  /// The name by which it is asked for, such as `cla_31mar_count`.
  public let id: String
  /// What it is, in DfE's words where it has them.
  public let name: String
  /// The rows that it counts.
  public let population: Population
  /// What is worked out of them.
  public let figure: Figure
  /// How far the definition is confirmed.
  public let status: Status
  /// The fields without which there is no figure, beside those that the population itself needs.
  public let reads: [FieldRead]
  /// How many years' returns it needs, its own among them: 2 for re-referrals, 3 for long-term stability.
  public let yearsNeeded: Int
  /// The first collection year in which it can be worked out; nil where every year's return serves.
  public let firstYear: Int?
  /// What a reader has to know; empty for nothing.
  public let note: String

  /// Describes a measure.
  public init(
    _ id: String, _ name: String, of population: Population, _ figure: Figure, status: Status = .ourReading,
    reads: [FieldRead] = [], yearsNeeded: Int = 1, firstYear: Int? = nil, note: String = ""
  ) {
    self.id = id
    self.name = name
    self.population = population
    self.figure = figure
    self.status = status
    self.reads = reads
    self.yearsNeeded = yearsNeeded
    self.firstYear = firstYear
    self.note = note
  }

  /// The collection that it is worked out from.
  public var collection: CollectionKind { population.collection }

  /// Every field without which there is no figure.
  public var needs: [FieldRead] {
    let isByAge = population == .lookedAfter && figure.counted.columns.contains("age")
    return population.needs + reads + (isByAge ? [FieldRead(.headers, .dateOfBirth)] : [])
  }

  /// What is worked out of a population.
  public enum Figure: Hashable, Sendable {
    /// How many rows.
    case count(Condition)
    /// How many children, each once in an authority.
    case children(Condition)
    /// The share of some rows among others, in per cent. The first are among the others.
    case percentage(Condition, among: Condition)
    /// How many rows to 10,000 children of 0 to 17 in the middle of the year before.
    case rate(Condition)
    /// The mean of a column of numbers.
    case mean(String, of: Condition)
    /// The mean of a column of days, as years and months.
    case yearsAndMonths(String, of: Condition)
  }

  /// Whose reading a definition is.
  public enum Status: String, Hashable, Sendable {
    /// Every published cell of the series follows from the published counts by this formula.
    case verified = "formula verified on published cells"
    /// DfE's words leave something open, and this is how Kith reads them.
    case ourReading = "our reading"
  }
}

/// A field of a return that a measure cannot do without.
public struct FieldRead: Hashable, Sendable {
  /// The table.
  public let table: TableName
  /// The field.
  public let field: Field

  /// Names a field.
  public init(_ table: TableName, _ field: Field) {
    self.table = table
    self.field = field
  }
}

extension Measure.Figure {
  /// The unit, in words.
  public var unit: String {
    switch self {
    case .count, .children: "count"
    case .percentage: "percentage"
    case .rate: "rate per 10,000"
    case .mean: "mean"
    case .yearsAndMonths: "years:months"
    }
  }

  /// The rows that are counted above.
  public var counted: Condition {
    switch self {
    case .count(let condition), .children(let condition), .rate(let condition), .mean(_, let condition),
      .yearsAndMonths(_, let condition):
      condition
    case .percentage(let part, let whole): part.and(whole)
    }
  }

  /// The rows that are divided by; nil where nothing is, or a population of the area.
  public var base: Condition? {
    switch self {
    case .count, .children, .rate: nil
    case .percentage(_, let whole): whole
    case .mean(let column, let condition), .yearsAndMonths(let column, let condition):
      condition.and(.isKnown(column))
    }
  }
}

extension Measure {
  /// Decimal places that DfE publishes: one for the CIN Census and means, none for SSDA903.
  public var places: Int {
    switch figure {
    case .count, .children, .yearsAndMonths: 0
    case .mean: 1
    case .percentage, .rate: collection == .inNeed ? 1 : 0
    }
  }
}
