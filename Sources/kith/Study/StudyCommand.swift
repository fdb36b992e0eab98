import ArgumentParser

/// `kith study`: what helps children, from their histories.
struct StudyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "study",
    abstract: "Study costs, inequalities, trends, demand and the differences between authorities.",
    subcommands: [
      CostsCommand.self, InequalityCommand.self, TrendsCommand.self, DemandCommand.self, AreasCommand.self,
      EvaluateCommand.self, AuditSampleCommand.self,
    ])
}
