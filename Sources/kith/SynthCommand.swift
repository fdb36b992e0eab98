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

  @Option(
    help: ArgumentHelp(
      "Write what schools and health would know of the children to this folder too: files to link, with planted effects.",
      valueName: "folder"))
  var attributes: String?

  private var count: Int { england ? SyntheticEngland.count : min(las, SyntheticEngland.count) }

  func validate() throws {
    guard (1...SyntheticEngland.count).contains(las), (1...10).contains(years), (2018...2027).contains(last) else {
      throw ValidationError("Give 1 to 153 authorities and 1 to 10 years, the last of which is 2018 to 2027.")
    }
  }

  /// The comparison with the last published year, whichever years are written.
  private func calibration() async -> Calibration {
    let year = min(last, 2025)
    let synthesis = Synthesis(seed: seed, years: year...year, children: children)
    return await synthesis.calibration(authorities: count, year: year)
  }

  func run() async throws {
    let synthesis = Synthesis(seed: seed, years: (last - years + 1)...last, children: children)
    if report { print(CalibrationText(await calibration()).text) }
    guard let out else {
      if report { return }
      throw UsageFault("Say where to write: --out FOLDER.")
    }
    guard replace || !FileManager.default.fileExists(atPath: out) else {
      throw UsageFault("\(out) is there already; give another folder, or --replace.")
    }
    if let attributes, !replace, FileManager.default.fileExists(atPath: attributes) {
      throw UsageFault("\(attributes) is there already; give another folder, or --replace.")
    }
    let folder = SynthesisFolder(
      path: out, synthesis: synthesis, hasErrors: errors, hasLastYear: prev, attributes: attributes)
    let written = try await folder.write(synthesis.england.authorities.prefix(count))
    print(
      "Wrote \(written.files) files about \(written.children) synthetic children to \(out).")
  }
}
