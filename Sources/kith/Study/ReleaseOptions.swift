import ArgumentParser

/// What of a study may be released, and raw figures for other commands that release.
struct ReleaseOptions: ParsableArguments {
  @Option(help: "Print what may be released by dfe-cin, dfe-cla or srs; else internal: raw figures.")
  var policy = StudyPolicy.internal

  @Option(
    help: ArgumentHelp("Write raw counts, not for release, as kith release --figures reads them.", valueName: "file"))
  var figures: String?

  @Option(help: ArgumentHelp("Write the cells for kith release --check to this file.", valueName: "file"))
  var outputs: String?

  @Flag(help: "Write over files that are there already.")
  var replace = false

  /// Writes the files that were asked for; refuses before anything is written if one of them may not be.
  func write(figures text: () throws -> String, outputs cells: () throws -> String) throws {
    let files = (
      try figures.map { try StudyFile($0, replace: replace) }, try outputs.map { try StudyFile($0, replace: replace) }
    )
    if let file = files.0 { try file.write(try text()) }
    if let file = files.1 { try file.write(try cells()) }
  }
}
