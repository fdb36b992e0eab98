import ArgumentParser

/// `kith link`: who is who, within the store and between files.
struct LinkCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "link",
    abstract: "Find the records that are of one child.",
    subcommands: [
      LinkPersonsCommand.self, LinkReviewCommand.self, LinkDecideCommand.self, LinkRecordsCommand.self,
      LinkSchemaCommand.self, LinkKeyCommand.self, LinkEncodeCommand.self, LinkMatchCommand.self,
      LinkEvaluateCommand.self, LinkResistCommand.self,
    ],
    defaultSubcommand: LinkPersonsCommand.self)
}
