import ArgumentParser
import Foundation
import KithAggregates
import KithDisclosure
import KithPlaces

/// `kith compare`: an authority beside its neighbours, its region and England.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compares a local authority with its statistical neighbours, its region and England.",
    discussion: """
      Figures come from the Local Authority Interactive Tool (LAIT), whose files you name with --lait-data or KITH_LAIT, \
      or from a file of Explore Education Statistics, with --ees.

      EXAMPLES
        kith compare 301 --topic "Children looked after"
        kith compare Barnsley --measure "Children looked after rate per 10,000"
        kith compare hull --measure CP_conf_15days --neighbours
        kith compare 301 --ees cla_number_and_rate_per_10k_children.csv
      """)

  @Argument(help: "The local authority: its code of three digits, its ONS code, or its name.")
  var authority: String?

  @Option(help: "A topic, such as \"Children looked after\", or the start of its name.")
  var topic: String?

  @Option(help: "A measure: its name, its short name, or words that its name holds. May be given again.")
  var measure: [String] = []

  @Flag(help: "Every measure; without an authority, of every authority.")
  var all = false

  @Flag(help: "List every authority of England, best first.")
  var allLas = false

  @Flag(help: "List the authorities of the same region.")
  var region = false

  @Flag(help: "List the statistical neighbours.")
  var neighbours = false

  @Option(help: ArgumentHelp("Use no figure of a later year.", valueName: "year"))
  var asOf: Int?

  @Option(help: ArgumentHelp("The edition of the neighbours: 2025 or 2021.", valueName: "year"))
  var neighbourEdition: Edition = .may2025

  @Flag(help: "Answer as LAIT does, with its defects: see docs/divergences.md.")
  var lait = false

  @Option(help: ArgumentHelp("The folder with LAIT's files; else the one that KITH_LAIT names.", valueName: "folder"))
  var laitData: String?

  @Option(help: ArgumentHelp("Compare on the figures of this Explore Education Statistics file.", valueName: "file"))
  var ees: String?

  @Option(help: ArgumentHelp("With --ees: whether high or low is good, so that authorities are ranked."))
  var good: GoodEnd?

  @Flag(help: "Write comma-separated text.")
  var csv = false

  @Flag(help: "Write one JSON object: see docs/json.md.")
  var json = false

  @Flag(help: .hidden)
  var timings = false

  func validate() throws {
    if csv && json { throw ValidationError("Choose --csv or --json, not both.") }
    if [allLas, region, neighbours].filter({ $0 }).count > 1 {
      throw ValidationError("Choose one of --all-las, --region and --neighbours.")
    }
    if authority == nil, !all, !allLas { throw ValidationError("Name a local authority, as in: kith compare 301") }
  }

  func run() throws {
    do {
      try compare()
    } catch let failure as CannotRead {
      FileHandle.standardError.write(Data("kith compare: \(failure.message)\n".utf8))
      throw ExitCode(2)
    }
  }

  private func compare() throws {
    let started = ContinuousClock.now
    let figures = try CannotRead.saying { try CompareFigures(self) }
    let imported = ContinuousClock.now
    let table = try CannotRead.saying { try figures.table(self) }
    let compared = ContinuousClock.now
    if timings {
      let line = "import \(started.duration(to: imported)), compare \(imported.duration(to: compared)), "
      FileHandle.standardError.write(Data((line + "\(table.value.rows.count) comparisons\n").utf8))
    }
    guard !table.value.rows.isEmpty else {
      throw CannotRead(message: "the figures have nothing to show for that; try another year, measure or authority.")
    }
    if json { return try print(CompareJSON(table, register: figures.benchmark.register).text()) }
    if csv { return print(ComparisonCSV(table, register: figures.benchmark.register).text, terminator: "") }
    print(CompareText(table, figures, self).text, terminator: "")
  }
}

/// Which end of a measure is good.
enum GoodEnd: String, ExpressibleByArgument {
  case high
  case low

  var polarity: Polarity { self == .high ? .high : .low }
}

/// The edition of the neighbours, by its year.
enum Edition: String, ExpressibleByArgument {
  case may2025 = "2025"
  case april2021 = "2021"

  var year: NeighbourYear { self == .may2025 ? .may2025 : .april2021 }
}

/// A reason to stop with exit code 2: what cannot be read, and what to do instead.
struct CannotRead: Error {
  let message: String

  /// Turns what a reader throws into a reason to stop.
  static func saying<Outcome>(_ work: () throws -> Outcome) throws -> Outcome {
    do {
      return try work()
    } catch let failure as CannotRead {
      throw failure
    } catch {
      throw CannotRead(message: String(describing: error))
    }
  }
}
