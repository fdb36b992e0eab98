/// The rules to put right first: each the one that, with those before it, leaves most children without a finding.
public struct FirstFixes: Sendable {
  /// A rule to put right, and what that does.
  public struct Fix: Sendable, Equatable {
    /// The rule's code.
    public let rule: String
    /// How many children have then no finding left that had one before.
    public let childrenCleared: Int
    /// How many children the rule concerns.
    public let children: Int
  }

  /// The rules, in the order in which to put them right.
  public let fixes: [Fix]

  /// The first rules to put right among these findings; where several clear as many children, the one that concerns
  /// more.
  public init(_ lines: [FindingLine], count: Int = 5) {
    var open: [String: Set<String>] = [:]
    for line in lines where !line.child.isEmpty { open[line.child, default: []].insert(line.rule) }
    var concerned: [String: Int] = [:]
    for rules in open.values { for rule in rules { concerned[rule, default: 0] += 1 } }
    var fixes: [Fix] = []
    while fixes.count < count, fixes.count < concerned.count {
      var cleared: [String: Int] = [:]
      for rules in open.values where rules.count == 1 { for rule in rules { cleared[rule, default: 0] += 1 } }
      let done = Set(fixes.map(\.rule))
      let best = concerned.keys.filter { !done.contains($0) }.max { a, b in
        (cleared[a] ?? 0, concerned[a] ?? 0, b) < (cleared[b] ?? 0, concerned[b] ?? 0, a)
      }
      guard let best else { break }
      fixes.append(Fix(rule: best, childrenCleared: cleared[best] ?? 0, children: concerned[best] ?? 0))
      for child in open.keys { open[child]?.remove(best) }
      open = open.filter { !$0.value.isEmpty }
    }
    self.fixes = fixes
  }
}
