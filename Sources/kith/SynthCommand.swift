import ArgumentParser
import Foundation
import KithSynthetic

/// `kith synth`: makes returns of children who do not exist.
struct SynthCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "synth",
    abstract: "Make synthetic returns: children, authorities and events are invented.",
    discussion: """
      Writes the SSDA903 return and the CIN Census of each authority and year to OUT/AUTHORITY/YEAR. They are \
      calibrated to published national figures and keep the rules of their year. The same seed makes the same bytes.
      """)

  @Option(help: "How many authorities, of the 153.")
  var las = 3

  @Flag(help: "All 153 authorities.")
  var england = false

  @Option(help: "How many collection years, up to the last.")
  var years = 3

  @Option(help: "The calendar year in which the last collection ends.")
  var last = 2026

  @Option(help: "The seed.")
  var seed: UInt64 = 7

  @Option(
    help: "About how many children in each authority's yearly CIN Census; without it authorities are of real size.")
  var children: Int?

  @Option(help: "The folder to write to.")
  var out: String?

  @Flag(
    help: "Print how near the last published year comes to the published figures; without --out nothing is written.")
  var report = false

  @Flag(help: "Put errors in on purpose, with the answers in synthetic_errors.csv.")
  var errors = false

  @Flag(help: "Write to a folder that is there already.")
  var replace = false

  @Flag(help: "Put last year's return into a folder prev of each year's.")
  var prev = false

  private var count: Int { england ? SyntheticEngland.count : min(las, SyntheticEngland.count) }

  func validate() throws {
    guard (1...SyntheticEngland.count).contains(las), (1...10).contains(years), (2018...2027).contains(last) else {
      throw ValidationError("Give 1 to 153 authorities and 1 to 10 years, the last of which is 2018 to 2027.")
    }
  }

  func run() async throws {
    let synthesis = Synthesis(seed: seed, years: (last - years + 1)...last, children: children)
    if report { print(CalibrationText(synthesis.calibration(authorities: count, year: min(last, 2025))).text) }
    guard let out else {
      if report { return }
      throw UsageFault("Say where to write: --out FOLDER.")
    }
    guard replace || !FileManager.default.fileExists(atPath: out) else {
      throw UsageFault("\(out) is there already; give another folder, or --replace.")
    }
    let authorities = synthesis.england.authorities.prefix(count)
    var written = Written()
    written.add(try write(placesOf: authorities, of: synthesis, to: out))
    for authority in authorities {
      Progress.say("Authority \(authority.code)")
      written.add(try write(synthesis.history(of: authority), synthesis, to: "\(out)/\(authority.code)"))
    }
    Progress.clear()
    print(written.text(out))
  }

  /// Writes what is of all authorities: the mark and their populations.
  private func write(
    placesOf authorities: some Sequence<SyntheticAuthority>, of synthesis: Synthesis, to folder: String
  ) throws -> (Int, Int) {
    let mark = SyntheticMark.text(nil, seed: seed, hasErrors: errors)
    let populations = PopulationFile(authorities, years: synthesis.years)
    try write([(SyntheticMark.name, mark), (PopulationFile.name, populations.text)], to: folder)
    return (0, 2)
  }

  /// Writes an authority's files; how many children and files.
  private func write(_ history: AuthorityHistory, _ synthesis: Synthesis, to folder: String) throws -> (Int, Int) {
    let mark = (SyntheticMark.name, SyntheticMark.text(history.authority, seed: seed, hasErrors: errors))
    try write([mark, (TruthFile.name, history.truth.text)], to: folder)
    var files = 2
    var last: [(name: String, text: String)] = []
    for year in synthesis.years {
      var made = history.returns(in: year)
      let place = "\(folder)/\(year)"
      if errors {
        let (returns, planted) = made.withErrors(seed: seed, authority: history.authority)
        made = returns
        try write([(PlantedError.fileName, PlantedError.file(planted))], to: place)
        files += 1
      }
      try write([mark], to: place)
      let care = made.lookedAfterFiles
      try write([mark] + care, to: place + "/ssda903")
      try write([mark, made.inNeedFile], to: place + "/cin")
      if prev, !last.isEmpty { try write([mark] + last, to: place + "/ssda903/prev") }
      last = care
      files += care.count + 4
    }
    return (history.childCount, files)
  }

  private func write(_ files: [(name: String, text: String)], to folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for file in files { try Data(file.text.utf8).write(to: URL(filePath: folder + "/" + file.name)) }
  }
}

/// What was written.
private struct Written {
  private var children = 0
  private var files = 0

  mutating func add(_ written: (children: Int, files: Int)) {
    children += written.children
    files += written.files
  }

  func text(_ folder: String) -> String { "Wrote \(files) files about \(children) synthetic children to \(folder)." }
}
