import ArgumentParser
import KithReports
import KithReturns
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

  @Option(help: "The collection: ssda903 or cin; or across, for checks across years and returns.")
  var collection = Book.ssda903

  /// A rule book, by the name that a user gives it.
  enum Book: String, ExpressibleByArgument, CaseIterable {
    case ssda903, cin, across

    init?(argument: String) { self.init(rawValue: argument.lowercased()) }
  }

  func run() async throws {
    switch collection {
    case .ssda903: try list(LookedAfterRules.book(for: year))
    case .cin: try list(InNeedRules.book(for: year))
    case .across: try list(AcrossReturns.book(for: year))
    }
  }

  private func list<Collection>(_ book: RuleBook<Collection>?) throws {
    guard let book else { throw UsageFault("There is no \(collection.rawValue) rule book for \(year).") }
    let unknown = codes.filter { book.rule($0) == nil }
    guard unknown.isEmpty else {
      throw UsageFault("The book of \(year) has no rule \(unknown.joined(separator: ", ")).")
    }
    let rules = codes.isEmpty ? book.rules : codes.compactMap(book.rule)
    print(markdown ? RuleList(rules).markdown : RuleList(rules).text)
  }
}
