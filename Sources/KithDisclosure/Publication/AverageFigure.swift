/// A mean of something that is known of the children of a count, such as a score, or the days until they were adopted.
public struct AverageFigure: Hashable, Sendable {
  /// How it is shown.
  public enum Form: Hashable, Sendable {
    /// As a number of so many decimal places.
    case number(places: Int)
    /// As a number of so many decimal places; the sum is of parts, so many of which make one.
    case parts(of: Int, places: Int)
    /// As years and months; the sum is of days.
    case yearsAndMonths
  }

  /// What a mean of a group belongs to: all groups of one breakdown of one area have one.
  public struct Breakdown: Hashable, Sendable {
    /// The mean of all groups together, by name.
    public let total: String
    /// What the groups are by.
    public let name: String

    /// Describes a breakdown.
    public init(of total: String, by name: String) {
      self.total = total
      self.name = name
    }
  }

  /// The name, which no other figure of the publication has.
  public let name: String
  /// The sum that is divided.
  public let sum: Int
  /// The count of children that it is divided by, by name.
  public let count: String
  /// How it is shown.
  public let form: Form
  /// What it is a group of; nil for a total.
  public let breakdown: Breakdown?
  /// The means of the areas that it is taken over, by name; none for an authority's.
  public let parts: [String]

  /// Describes a mean.
  public init(
    _ name: String, sum: Int, over count: String, form: Form, breakdown: Breakdown? = nil, parts: [String] = []
  ) {
    self.name = name
    self.sum = sum
    self.count = count
    self.form = form
    self.breakdown = breakdown
    self.parts = parts
  }
}

extension AverageFigure {
  /// The mean, rounded half up; a year has 365.25 days.
  func shown(over count: Int) -> ShownFigure {
    switch form {
    case .number(let places): return shown(over: count, places: places)
    case .parts(let whole, let places): return shown(over: count * whole, places: places)
    case .yearsAndMonths:
      let months = (2 * sum * 48 + count * 1461) / (2 * count * 1461)
      return ShownFigure(kind: .yearsAndMonths, number: Double(months), places: 0)
    }
  }

  private func shown(over count: Int, places: Int) -> ShownFigure {
    let scale = (0..<places).reduce(1) { power, _ in power * 10 }
    let units = (2 * sum * scale + count) / (2 * count)
    return ShownFigure(kind: .mean, number: Double(units) / Double(scale), places: places)
  }

  var kind: ShownFigure.Kind { form == .yearsAndMonths ? .yearsAndMonths : .mean }
}
