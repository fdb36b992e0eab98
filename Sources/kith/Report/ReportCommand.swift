import ArgumentParser

/// `kith report`: documents that print.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write documents that print: a needs assessment, and an overview of the service.",
    subcommands: [NeedsAssessmentCommand.self])
}
