import KithDisclosure
import KithTesting
import Testing

@Suite(
  "Withheld cells, against an exhaustive search and another solver",
  .enabled(if: SharedFolder.isPresent, "the shared folder of oracles is not here"))
struct SuppressionOracleTests {
  /// The oracles' own policy: 1 to 5 withheld, nothing rounded.
  static let policy = DisclosurePolicy.council(threshold: 6)

  @Test("all eight cases are read")
  func cases() { #expect(SuppressionCase.all.count == 8) }

  @Test("the fewest and smallest cells are withheld, as the exhaustive search proved", arguments: SuppressionCase.all)
  func optimum(_ example: SuppressionCase) throws {
    let publication = try example.publication()
    let pattern = try publication.suppressed(under: Self.policy)
    #expect(pattern.primary == example.primary.sorted())
    #expect(pattern.secondary.count == example.optimal.n_secondary)
    #expect(pattern.cost == example.optimal.n_secondary * 1_000 + example.optimal.secondary_weight_sum_of_values)
    #expect(pattern.isProvedLeast)
    #expect(try publication.audit(pattern, under: Self.policy).isSafe)
  }

  @Test("the heuristic alone is safe, and near", arguments: SuppressionCase.all)
  func heuristic(_ example: SuppressionCase) throws {
    let publication = try example.publication()
    let pattern = try publication.suppressed(under: Self.policy, effort: .fast)
    #expect(try publication.audit(pattern, under: Self.policy).isSafe)
    print(example.name, "heuristic", pattern.secondary.count, "optimum", example.optimal.n_secondary)
  }

  @Test("withholding the primary cells alone gives what the attack gives", arguments: SuppressionCase.all)
  func primaryOnly(_ example: SuppressionCase) throws {
    try expect(example, example.primary, example.primary_only_attack)
  }

  @Test("every interval of the optimal pattern is the oracle's", arguments: SuppressionCase.all)
  func optimalIntervals(_ example: SuppressionCase) throws {
    try expect(example, example.optimal.secondary, example.optimal.attack_integer)
  }

  @Test("textbook patterns that leak are found to leak, cell by cell", arguments: SuppressionCase.all)
  func textbookPatterns(_ example: SuppressionCase) throws {
    for (_, pattern) in example.patterns ?? [:] {
      let report = try example.publication().audit(example.pattern(pattern.suppressed), under: Self.policy)
      let primaryFailures = report.failures.filter { $0.role == .ownSake }.map(\.name)
      #expect(primaryFailures.isEmpty == pattern.safe)
      #expect(primaryFailures.sorted() == pattern.fails.sorted())
      try expect(example, pattern.suppressed, pattern.attack_integer)
    }
  }

  private func expect(_ example: SuppressionCase, _ withheld: [String], _ ranges: [String: OracleRange]) throws {
    let report = try example.publication().audit(example.pattern(withheld), under: Self.policy)
    #expect(!ranges.isEmpty)
    for (name, range) in ranges {
      #expect(report[name]?.range == KnownRange(range), "\(example.name) \(name)")
    }
  }
}
