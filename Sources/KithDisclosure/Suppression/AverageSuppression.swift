/// Which means are withheld.
///
/// A mean and its count give a sum, and sums of groups and areas give, by difference, the sum of those that are not shown. So
/// a mean is withheld with its count; the means of the groups of a breakdown are shown all or none, and with their total or not at all;
/// a mean of groups over areas is shown only where all its areas' are. A total over authorities is shown where those that are withheld
/// are two or more and have together enough children, and smaller authorities are withheld until they are. Then the only sums
/// that can be worked out are of an area's whole total, or of authorities that are enough together.
struct AverageSuppression {
  private let averages: [String: AverageFigure]
  private let order: [String]
  private let counts: [String: Int]
  /// The least number of children of whom a sum may be known.
  private let least: Int
  private(set) var hidden: Set<String> = []

  /// - Parameter withheld: the counts that are withheld, by name.
  init(_ publication: Publication, withheld: Set<String>, policy: DisclosurePolicy) {
    averages = Dictionary(uniqueKeysWithValues: publication.averages.map { ($0.name, $0) })
    order = publication.averages.map(\.name)
    counts = Dictionary(
      uniqueKeysWithValues: publication.averages.map { ($0.name, publication[$0.count]?.count ?? 0) })
    least = (policy.withheld?.upperBound ?? 0) + 1
    hidden = Set(publication.averages.filter { withheld.contains($0.count) }.map(\.name))
    spread()
  }

  /// Withholds whatever gives away what is withheld, until nothing does.
  private mutating func spread() {
    let groups = Dictionary(grouping: averages.values.filter { $0.breakdown != nil }, by: \.breakdown)
    var before = -1
    while hidden.count != before {
      before = hidden.count
      for (breakdown, members) in groups {
        let isTold = !hidden.contains(breakdown?.total ?? "") && !members.contains { hidden.contains($0.name) }
        if !isTold { hidden.formUnion(members.map(\.name)) }
      }
      for name in order { if let average = averages[name], !average.parts.isEmpty { protectParts(of: average) } }
    }
  }

  /// Withholds the smallest authorities beside those that are withheld, or else the total over them.
  private mutating func protectParts(of average: AverageFigure) {
    let unknown = average.parts.filter { hidden.contains($0) && count($0) > 0 }
    guard !unknown.isEmpty, !hidden.contains(average.name) else { return }
    let isOfAuthorities = average.parts.allSatisfy { averages[$0]?.parts.isEmpty ?? true }
    guard average.breakdown == nil, isOfAuthorities else { return hide(average.name) }
    var together = unknown
    let others = average.parts.filter { !hidden.contains($0) && count($0) > 0 }.sorted {
      (count($0), $0) < (count($1), $1)
    }
    for part in others where !isEnough(together) { together.append(part) }
    if isEnough(together) { hidden.formUnion(together) } else { hide(average.name) }
  }

  private func count(_ name: String) -> Int { counts[name] ?? 0 }

  private func isEnough(_ parts: [String]) -> Bool {
    parts.count > 1 && parts.reduce(0) { $0 + count($1) } >= least
  }

  private mutating func hide(_ name: String) { hidden.insert(name) }
}

extension Publication {
  /// The means as they are shown, by name.
  func shownAverages(withheld: Set<String>, policy: DisclosurePolicy) -> [(String, ShownFigure)] {
    let hidden = AverageSuppression(self, withheld: withheld, policy: policy).hidden
    return averages.map { average in
      if hidden.contains(average.name) {
        return (average.name, ShownFigure(kind: average.kind, symbol: .confidential))
      }
      guard let count = self[average.count]?.count, count > 0 else {
        return (average.name, ShownFigure(kind: average.kind, symbol: .notApplicable))
      }
      return (average.name, average.shown(over: count))
    }
  }
}
