public import KithAggregates
public import KithDisclosure
public import KithPlaces

/// An authority in a year.
public struct AreaYear: Hashable, Comparable, Sendable {
  /// The authority's three digits.
  public let authority: String
  /// The year in which the period ends.
  public let year: Int

  /// An authority in a year.
  public init(authority: String, year: Int) {
    self.authority = authority
    self.year = year
  }

  /// Orders by authority, then by year.
  public static func < (a: AreaYear, b: AreaYear) -> Bool { (a.authority, a.year) < (b.authority, b.year) }
}

/// Published figures by authority and year. A cell that shows a symbol is not there.
public struct AreaPanel: Sendable {
  /// The publication.
  public let source: PublicationSource
  private let table: PublishedMeasures

  /// Reads a folder of LAIT's files.
  public init(lait folder: String) throws { self.init(try LAITData(folder: folder).table) }

  /// Reads a file of Explore Education Statistics.
  public init(ees path: String) throws { self.init(try EESData(path: path).table) }

  /// The figures of a publication.
  public init(_ table: PublishedMeasures) {
    self.table = table
    source = table.source
  }

  /// Whether the figures are of an invented England.
  public var isSynthetic: Bool {
    let title = source.title.lowercased()
    return title.contains("invented") || title.contains("synthetic")
  }

  /// The numbers of a measure by authority and year; of periods of one year only.
  public func values(of name: String) throws(StudyError) -> [AreaYear: Double] {
    let measure = try found(name)
    var values: [AreaYear: Double] = [:]
    for (place, period) in table.periods(of: measure).enumerated() where period.isKnown && period.length == 1 {
      for (position, area) in table.areas.enumerated() {
        guard case .authority(let code) = area else { continue }
        let number = table.number(measure, period: place, place: position)
        if number.isFinite { values[AreaYear(authority: code.description, year: period.lastYear)] = number }
      }
    }
    guard !values.isEmpty else {
      throw StudyError(.tooLittle, "\(measure.name) has no number for an authority in a single year.")
    }
    return values
  }

  /// A measure's published series of one authority: the labels of its periods and their numbers, those that show a symbol left out.
  public func series(
    of name: String, authority: AuthorityCode
  ) throws(StudyError) -> (name: String, labels: [String], values: [Double], notes: [String]) {
    let measure = try found(name)
    guard let position = table.place(of: .authority(authority)) else {
      throw StudyError(.unknown, "The publication has no authority \(authority).")
    }
    let periods = table.periods(of: measure)
    let numbers = periods.indices.map { table.number(measure, period: $0, place: position) }
    let kept = periods.indices.filter { numbers[$0].isFinite }
    let left = periods.count - kept.count
    let notes = left > 0 ? ["\(left) of \(periods.count) periods show a symbol and are left out."] : []
    return (measure.name, kept.map { periods[$0].label }, kept.map { numbers[$0] }, notes)
  }

  private func found(_ name: String) throws(StudyError) -> Measure {
    guard let measure = table.measure(named: name) else {
      throw StudyError(.unknown, "The publication has no measure \(name); give its name or its short name.")
    }
    return measure
  }
}
