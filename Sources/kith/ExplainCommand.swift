import ArgumentParser
import KithReports
import KithRules

/// `kith explain`: says what a rule asks, why, and what to do.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Say what a rule asks, why, and what to change.")

  @Argument(help: "The rule's code, of either return or across them.")
  var code: String

  @Option(help: "The year in which the collection ends: 2026 for 2025/26.")
  var year: Int?

  func run() async throws {
    let texts = [
      text(LookedAfterRules.years, LookedAfterRules.explanations) { LookedAfterRules.book(for: $0) },
      text(InNeedRules.years, InNeedRules.explanations) { InNeedRules.book(for: $0) },
      text(AcrossReturns.years, AcrossReturns.explanations) { AcrossReturns.book(for: $0) },
    ].compactMap(\.self)
    guard !texts.isEmpty else {
      throw UsageFault("No rule book\(year.map { " of \($0)" } ?? "") has a rule \(code); kith rules lists them.")
    }
    print(texts.joined(separator: "\n\n"))
  }

  /// What a collection's newest book, or the year's, says of the rule; nil when it has none of the code.
  private func text<Collection>(
    _ years: ClosedRange<Int>, _ explanations: [String: Explanation], book: (Int) -> RuleBook<Collection>?
  ) -> String? {
    let found = (year.map { [$0] } ?? years.reversed()).compactMap { book($0)?.rule(code) }.first
    guard let rule = found else { return nil }
    let held = years.filter { book($0)?.rule(rule.code) != nil }
    return RuleExplanationText(rule, explanations[rule.code], held: held).text
  }
}
