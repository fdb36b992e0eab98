import ArgumentParser
import KithDisclosure
import KithStore
import KithStudies

/// `kith study inequality`: rates by deprivation, indices of the gradient, disparities by ethnicity.
struct InequalityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inequality",
    abstract: "Measure how rates change with deprivation and ethnicity.",
    discussion: """
      The CIN Census holds no address, so gradients of need and protection take your own list of each child's small area \
      (--homes: authority,child,lsoa). Gradients of children looked after take the home from which they came (HOME_POST, with \
      --postcodes: postcode,lsoa), never the placement; unaccompanied children stand apart. The share placed is printed first.

      EXAMPLES
        kith study inequality --store children.duckdb --year 2025 --population lsoa.csv --imd imd.csv --postcodes onspd.csv
        kith study inequality --store children.duckdb --year 2025 --population lsoa.csv --imd imd.csv --homes homes.csv
      """)

  @OptionGroup(title: "Store")
  var options: StoreOptions

  @Option(help: "The year in which the collection ends: 2025 for 2024/25.")
  var year: Int

  @Option(help: "The authority, by its number or its name. May be given again; else all.")
  var la: [String] = []

  @Option(help: ArgumentHelp("Children by small area: lsoa,population, and authority with several.", valueName: "file"))
  var population: String

  @Option(help: ArgumentHelp("Deprivation of small areas: lsoa,decile.", valueName: "file"))
  var imd: String

  @Option(help: ArgumentHelp("Each child's small area: authority,child,lsoa.", valueName: "file"))
  var homes: String?

  @Option(help: ArgumentHelp("Postcodes, to place children looked after: postcode,lsoa.", valueName: "file"))
  var postcodes: String?

  @Option(help: ArgumentHelp("Children by ethnic group: group,codes,population.", valueName: "file"))
  var ethnicity: String?

  @Option(help: "The ethnic group against which the others are set.")
  var reference = "White"

  @Option(
    help: ArgumentHelp(
      "Write the rates by decile, raw and not for release, as kith release --figures reads them.", valueName: "file"))
  var figures: String?

  @Flag(help: "Write over a file that is there already.")
  var replace = false

  @OptionGroup(title: "Output")
  var output: StudyOutput

  func validate() throws {
    if homes == nil, postcodes == nil, ethnicity == nil {
      throw ValidationError("Give --homes, --postcodes or --ethnicity: without one no child can be placed.")
    }
  }

  func run() throws {
    let store = try options.open(for: .reading)
    let areas = try SmallAreas(
      deprivation: studyFile(imd), population: studyFile(population), names: (imd, population))
    let wanted = try la.map(authorityDigits)
    let people = try ethnicity.map { try EthnicPopulation(studyFile($0), name: $0) }
    let report = InequalityReport(areas)
    let figureFile = try figures.map { try StudyFile($0, replace: replace) }
    var decileCounts: [DecileCounts] = []
    let tables = try InterventionLevel.allCases.flatMap { level -> [StudyTable] in
      let children = try PlacedChild.all(level, in: store, year: year)
        .filter { wanted.isEmpty || wanted.contains($0.authority) }
      guard !children.isEmpty else { return [] }
      let placed = try places(level, children).map { homes -> [StudyTable] in
        let counts = DecileCounts(level, children, homes: homes, areas: areas, authorities: wanted)
        decileCounts.append(counts)
        return report.tables(counts)
      }
      let ethnic = try people.map {
        [try InequalityReport.ethnicity(level, children, population: $0, reference: reference)]
      }
      return (placed ?? []) + (ethnic ?? [])
    }
    guard !tables.isEmpty else {
      throw StudyError(.tooLittle, "The store has no child to place at 31 March \(year); load the year's returns.")
    }
    try figureFile?.write(
      DecileCounts.figureFile(decileCounts, areas, year: year, isSynthetic: try store.isSynthetic ?? false).value)
    let unmatched = areas.unmatched > 0 ? ["\(areas.unmatched) small areas are in one of the two files only."] : []
    output.write(
      StudySheet(
        "study inequality", own: Disclosure.internalUse(tables), isSynthetic: try store.isSynthetic ?? false,
        notes: [store.warning].compactMap { $0 } + unmatched))
  }

  private func places(_ level: InterventionLevel, _ children: [PlacedChild]) throws -> ChildHomes? {
    if level == .lookedAfter, let postcodes { return try ChildHomes.ofPostcodes(children, file: postcodes) }
    return level == .lookedAfter ? nil : try homes.map { try ChildHomes(studyFile($0), name: $0) }
  }
}
