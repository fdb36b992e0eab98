import ArgumentParser
import Foundation
import KithReturns

/// `kith convert`: writes a return's tables as XML, or its XML as tables.
struct ConvertCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert", abstract: "Write a return's CSV tables as XML, or its XML as CSV tables.")

  enum Layout: String, ExpressibleByArgument, CaseIterable {
    case csv, xml
  }

  @Argument(help: ArgumentHelp("The folder, archive or files of the return.", valueName: "path"))
  var paths: [String]

  @Option(help: "The layout to write.")
  var to: Layout

  @Option(help: "The folder to write to; it is made if need be.")
  var out: String

  @Flag(help: "Overwrite files that are there.")
  var replace = false

  func run() async throws {
    let submissions = try Submission.readAll(paths)
    for submission in submissions {
      let part = submissions.count > 1 ? "/" + submission.collection.rawValue : ""
      try write(submission, to: OutputFolder(out + part, replace: replace))
    }
  }

  private func write(_ submission: Submission, to folder: OutputFolder) throws {
    guard to == .xml else {
      let files = submission.collection.schemas.compactMap { schema in
        submission.tables[schema.name].map { (name: "\(schema.name).csv", text: $0.csv) }
      }
      try folder.write(files)
      return
    }
    switch submission.collection {
    case .lookedAfter:
      let document = LookedAfterXMLDocument(submission.tables)
      try folder.write([(name: "SSDA903.xml", text: document.xml)])
      for sentence in document.leftOut { print(sentence) }
    case .inNeed:
      try folder.write([(name: "CIN.xml", text: InNeedXMLDocument(submission.tables).xml)])
    }
  }
}
