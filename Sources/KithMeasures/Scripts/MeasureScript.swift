import KithReturns

/// Measures of one collection year as a script for a place where Kith is not: no network, nothing installed.
///
/// It reads the tables of ``ScriptTable`` and counts what ``MeasureRun`` counts: each authority's numerators and denominators.
public struct MeasureScript: Sendable {
  /// The language.
  public let language: ScriptLanguage
  /// The measures that it counts.
  public let measures: [Measure]
  /// The measures that were asked for and that no return of the year gives, and why.
  public let leftOut: [LeftOut]
  let year: CollectionYear
  let options: MeasureOptions
  let version: String

  /// A measure that a script leaves out.
  public struct LeftOut: Hashable, Sendable {
    /// The measure.
    public let measure: Measure
    /// Why.
    public let reason: String
  }

  /// A script of measures, with the edges that hold and the version of Kith that its head names.
  public init(
    _ language: ScriptLanguage, _ measures: [Measure], year: Int, options: MeasureOptions = MeasureOptions(),
    version: String
  ) {
    self.language = language
    self.year = CollectionYear(year)
    self.options = options
    self.version = version
    var (kept, left): ([Measure], [LeftOut]) = ([], [])
    for measure in measures where !kept.contains(measure) {
      if let reason = Availability.neverGiven(measure, in: self.year) {
        left.append(LeftOut(measure: measure, reason: reason))
      } else {
        kept.append(measure)
      }
    }
    (self.measures, leftOut) = (kept, left)
  }

  /// How many measures it counts, in words.
  public var size: String { measures.count == 1 ? "1 measure" : "\(measures.count) measures" }

  /// The populations, in order, that the measures are of.
  var populations: [Population] {
    Population.allCases.filter { population in measures.contains { $0.population == population } }
  }

  /// The measures of a population.
  func measures(of population: Population) -> [Measure] { measures.filter { $0.population == population } }

  /// Whether a measure is divided by the children of the area.
  var hasRates: Bool { measures.contains(where: \.figure.isRate) }

  /// The collections that the measures are of.
  var collections: [CollectionKind] {
    CollectionKind.allCases.filter { kind in measures.contains { $0.collection == kind } }
  }

  /// The tables that the script reads, in the order of ``ScriptTable/all``.
  public var tables: [ScriptTable] {
    switch language {
    case .sql: SQLScript(self).tables
    case .r, .stata: FrameScript(self).tables
    }
  }

  /// The script.
  public var text: String {
    switch language {
    case .sql: SQLScript(self).text
    case .r: RScript(self).text
    case .stata: StataScript(self).text
    }
  }
}

extension Measure {
  /// What the measure is, as scripts say it beside its numbers.
  func words(in language: ScriptLanguage, indent: String = "") -> String {
    let history = yearsNeeded > 1 ? " It needs the returns of \(yearsNeeded) years." : ""
    let fields = "It needs " + needs.map { "\($0.table).\($0.field)" }.joined(separator: ", ") + "."
    let text =
      "\(id): \(name) (\(figure.unit), counts \(population.unit), \(status.rawValue)). \(note) \(fields)\(history)"
    return language.comment(text.withoutMarks, indent: indent)
  }
}

extension String {
  /// The text without marks that end a statement in one of the languages.
  var withoutMarks: String { replacing(";", with: ",").replacing("  ", with: " ") }
}
