import ArgumentParser
import KithPlaces
import KithReports

/// What people have written for a document, and where the document goes.
struct ReportOutput: ParsableArguments {
  @Option(help: ArgumentHelp("The folder with what people have written.", valueName: "folder"))
  var text: String?

  @Option(help: ArgumentHelp("The folder to write to; it is made if need be.", valueName: "folder"))
  var out: String

  @Flag(help: "Overwrite a file that is there.")
  var replace = false

  @Flag(help: "Write one JSON object: see docs/json.md.")
  var json = false

  /// What people have written; nil where no folder was given.
  func texts() throws -> TextSlots? { try text.map(TextSlots.read) }

  /// Writes a document and prints what it is in a line, or as JSON.
  func write(
    _ name: String, _ html: String, of authority: Authority,
    _ contents: [(title: String, exhibits: Int, missing: [String])], line: String
  ) throws {
    let file = (name: "\(name.replacing("-", with: "_"))_\(authority.code).html", text: html)
    let written = try OutputFolder(out, replace: replace).write([file], says: !json)
    print(json ? sortedJSON(ReportJSON("report \(name)", authority, contents, written)) : line)
  }
}
