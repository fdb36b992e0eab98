import ArgumentParser
import KithStore

/// `kith link decide`: keeps what a person decided about a pair.
struct LinkDecideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide",
    abstract: "Keep a person's decision about a pair of records; it counts from the next kith link persons on.",
    discussion: """
      EXAMPLES
        kith link decide 12 --same --reason "both files have the same school" --store children.duckdb
        kith link decide 13 --different --reason "twins" --store children.duckdb
      """)

  @Argument(help: "The number of the pair, as kith link review has it.")
  var number: Int

  @OptionGroup(title: "Store")
  var options: StoreOptions

  @Flag(help: "They are one child.")
  var same = false

  @Flag(help: "They are two children.")
  var different = false

  @Option(help: "Why, without a name or an identifier.")
  var reason: String

  func validate() throws {
    guard same != different else { throw ValidationError("Say --same or --different.") }
  }

  func run() throws {
    let store = try options.open(for: .changing)
    guard let pair = try store.linkEvidence().first(where: { $0.number == number }) else {
      throw UsageFault("There is no pair \(number) in the last run; kith link review lists them.")
    }
    try store.decide(
      LinkDecision(first: pair.first, second: pair.second, isSame: same, reason: reason), asOf: options.asOf)
    print("Kept: pair \(number) is \(same ? "one child" : "two children"). Run kith link persons for it to count.")
  }
}
