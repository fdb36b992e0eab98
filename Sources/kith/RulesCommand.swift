import ArgumentParser
import KithReports
import KithRules

/// `kith rules`: lists the rules of a year.
struct RulesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List the rules of a year, or show one.")

  @Argument(help: "The codes of the rules to show; all when none is named.")
  var codes: [String] = []

  @Option(help: "The year in which the collection ends: 2026 for 2025/26.")
  var year = 2026

  @Flag(help: "Write the list as a Markdown table.")
  var markdown = false

  func run() async throws {
    guard let book = LookedAfterRules.book(for: year) else { throw UsageFault("There is no rule book for \(year).") }
    let unknown = codes.filter { book.rule($0) == nil }
    guard unknown.isEmpty else {
      throw UsageFault("The book of \(year) has no rule \(unknown.joined(separator: ", ")).")
    }
    let rules = codes.isEmpty ? book.rules : codes.compactMap(book.rule)
    print(markdown ? RuleList(rules).markdown : RuleList(rules).text)
  }
}
