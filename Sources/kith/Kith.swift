import ArgumentParser

/// The command that an analyst types.
@main
struct Kith: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kith",
    abstract: "Checks, joins and compares administrative data on children's social care in England.",
    subcommands: [CompareCommand.self])
}
