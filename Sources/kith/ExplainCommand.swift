import ArgumentParser
import KithReports
import KithRules

/// `kith explain`: says what a rule asks, why, and what to do.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Say what a rule asks, why, and what to change.")

  @Argument(help: "The rule's code.")
  var code: String

  @Option(help: "The year in which the collection ends: 2026 for 2025/26.")
  var year: Int?

  func run() async throws {
    let years = year.map { [$0] } ?? Array(LookedAfterRules.years.reversed())
    let found = years.lazy.compactMap { year in
      LookedAfterRules.book(for: year)?.rule(code).map { (year, $0) }
    }.first
    guard let (year, rule) = found else {
      throw UsageFault("No rule book\(year.map { " of \($0)" } ?? "") has a rule \(code); kith rules lists them.")
    }
    let held = LookedAfterRules.years.filter { LookedAfterRules.book(for: $0)?.rule(rule.code) != nil }
    print(RuleExplanationText(rule, LookedAfterRules.explanations[rule.code], year: year, held: held).text)
  }
}
