import ArgumentParser
import Foundation
import KithLinkage
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

  /// Writes a document and beside it what the run was of, and prints what it is in a line, or as JSON.
  func write(
    _ name: String, _ html: String, of authority: Authority,
    _ contents: [(title: String, exhibits: Int, missing: [String])], run: ReportRun, line: String
  ) throws {
    let stem = "\(name.replacing("-", with: "_"))_\(authority.code)"
    let page = (name: "\(stem).html", bytes: Array(html.utf8))
    var texts: [ProtocolRecord.File] = []
    if let text {
      for file in (FileManager.default.subpaths(atPath: text) ?? []).sorted() {
        if let data = FileManager.default.contents(atPath: text + "/" + file) {
          texts.append(ProtocolRecord.File(file, Array(data)))
        }
      }
    }
    let note = run.note("report \(name)", texts, output: page)
    let written = try OutputFolder(out, replace: replace).write(
      [(name: page.name, data: Data(page.bytes)), (name: "\(stem).run.json", data: Data(note.bytes))], says: !json)
    print(json ? sortedJSON(ReportJSON("report \(name)", authority, contents, written)) : line)
  }
}
