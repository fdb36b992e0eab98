import ArgumentParser
import Foundation
import KithReports

/// `kith note`: keeps an accepted explanation beside the return.
struct NoteCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note",
    abstract: "Keep an accepted explanation of a finding, beside the return.",
    discussion: """
      The note is of a rule, a child and the day of the row, so it is shown again in the next run and the next year. \
      It never takes the finding away.
      """)

  @Argument(help: "The folder of the return, in which kith-notes.csv is kept.")
  var folder: String

  @Option(help: "The rule's code.")
  var rule: String

  @Option(help: "The table, as findings name it: Episodes.")
  var table: String

  @Option(help: "The child's identifier.")
  var child: String

  @Option(help: "The day of the row, as findings name it; none where a child has one row.")
  var date = ""

  @Argument(help: "The explanation.")
  var text: String

  func run() async throws {
    let path = folder + "/" + Notes.fileName
    var notes = FileManager.default.fileExists(atPath: path) ? try Notes(path) : Notes()
    notes[FindingKey(rule: rule, table: table, child: child, date: date)] = text
    do {
      try Data(notes.csv.utf8).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw UsageFault("\(path) cannot be written; give the folder of the return.")
    }
    print("Kept in \(path), which now holds \(notes.count) \(notes.count == 1 ? "note" : "notes").")
  }
}
