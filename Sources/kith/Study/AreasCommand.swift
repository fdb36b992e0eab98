import ArgumentParser
import KithAggregates
import KithDisclosure
import KithMeasures
import KithStudies

/// Where published figures are.
struct PublishedFigures: ParsableArguments {
  @Option(help: ArgumentHelp("The folder with LAIT's files.", valueName: "folder"))
  var laitData: String?

  @Option(help: ArgumentHelp("A file of Explore Education Statistics, in place of LAIT.", valueName: "file"))
  var ees: String?

  @Option(help: "The outcome: a measure that is a count, by its name or short name.")
  var outcome: String

  @Option(help: "The measure that counts the people among whom it arises.")
  var among: String?

  @Option(
    help: ArgumentHelp(
      "Children of 0 to 17, in place of --among: ONS's estimates, or authority,year,population.", valueName: "file"))
  var population: String?

  @Option(help: "The first year, by that in which it ends.")
  var first: Int?

  @Option(help: "The last year.")
  var last: Int?

  func validate() throws {
    guard (laitData == nil) != (ees == nil) else { throw ValidationError("Give --lait-data or --ees.") }
    guard (among == nil) != (population == nil) else { throw ValidationError("Give --among or --population.") }
    if let first, let last, first > last { throw ValidationError("--first is not after --last.") }
  }

  /// The publication.
  func panel() throws -> AreaPanel {
    if let laitData { return try AreaPanel(lait: laitData) }
    return try AreaPanel(ees: ees ?? "")
  }

  /// The authorities and years.
  func years(_ panel: AreaPanel, covariates: [String] = []) throws -> AreaYears {
    let counts = try panel.values(of: outcome)
    return try AreaYears(
      counts: counts, people: try people(panel, counts), covariates: covariates.map { ($0, try panel.values(of: $0)) },
      years: (first ?? 0)...(last ?? 9_999))
  }

  private func people(_ panel: AreaPanel, _ counts: [AreaYear: Double]) throws -> [AreaYear: Double] {
    if let among { return try panel.values(of: among) }
    let children = try ChildPopulation(file: population ?? "")
    return Dictionary(
      uniqueKeysWithValues: counts.keys.compactMap { key in
        children.count(in: key.authority, returnYear: key.year).map { (key, Double($0)) }
      })
  }
}

/// `kith study areas`: what goes with the differences between authorities.
struct AreasCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "areas",
    abstract: "Study what goes with the differences between authorities.",
    discussion: """
      A panel of authorities and years from published figures: counts with people as offset, that vary beyond chance, and each \
      covariate parted into what differs between authorities and what changes within them. Association between areas; not \
      about children, not cause.

      EXAMPLES
        kith study areas --lait-data LAIT --outcome LACnum_Start --population ons.csv --covariate ChildPov --covariate Work_Force_TO_Rate
      """)

  @OptionGroup(title: "Figures")
  var figures: PublishedFigures

  @Option(help: "A covariate: a measure, by its name or short name. May be given again.")
  var covariate: [String]

  @OptionGroup(title: "Output")
  var output: StudyOutput

  func run() throws {
    let panel = try figures.panel()
    let years = try figures.years(panel, covariates: covariate)
    let tables = AreaReport.tables(try PanelModel(years), years)
    let study = PublishedStudy(source: panel.source, tables: tables, isSynthetic: panel.isSynthetic)
    output.write(
      StudySheet("study areas", published: Disclosure.alreadyPublished(study), notes: [AreaReport.notice]))
  }
}

/// `kith study evaluate`: whether an area changed when something began in it.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Compare an area before and after something began in it, with the others.",
    discussion: """
      Difference in differences against all other authorities that have every year, with checks: slopes before, a placebo year, placebo \
      areas; and an interrupted series of the area alone.

      EXAMPLES
        kith study evaluate --lait-data LAIT --outcome LACnum_Start --population ons.csv --la 301 --began 2021
      """)

  @OptionGroup(title: "Figures")
  var figures: PublishedFigures

  @Option(help: "The authority in which it began.")
  var la: String

  @Option(help: "The first year in which it was at work, by that in which the year ends.")
  var began: Int

  @OptionGroup(title: "Output")
  var output: StudyOutput

  func run() throws {
    let panel = try figures.panel()
    let years = try figures.years(panel)
    let authority = try authorityDigits(la)
    let compared = try DifferenceInDifferences(years, treated: authority, from: began)
    let own = years.keys.indices.filter { years.keys[$0].authority == authority }
    let series = Result { () throws(StudyError) in
      try InterruptedSeries(
        counts: own.map { years.counts[$0] }, people: own.map { years.people[$0] },
        start: own.count { years.keys[$0].year < began })
    }
    let study = PublishedStudy(
      source: panel.source, tables: AreaReport.tables(compared, series: series), isSynthetic: panel.isSynthetic)
    output.write(
      StudySheet("study evaluate", published: Disclosure.alreadyPublished(study), notes: [AreaReport.evaluationNotice]))
  }
}
