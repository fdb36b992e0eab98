import KithStore
import KithTables

extension LinkRun {
  /// Who is who. A group is named by the first of its children: the earliest year, then the order of collections, authorities
  /// and identifiers. Children who are alone and whom nothing parts need no link.
  var personLinks: [PersonLink] {
    clusters.members.flatMap { group -> [PersonLink] in
      let first = group.min { isEarlier($0, $1) } ?? group[0]
      let name = children[first].personName
      return group.compactMap { number in
        let child = children[number]
        guard group.count > 1 || child.ordered != nil else { return nil }
        return PersonLink(
          authority: child.key.authority, child: child.key.child, person: name, collection: child.key.collection,
          after: child.part == 1 ? child.ordered : nil, until: child.part == 0 ? child.ordered : nil)
      }
    }
  }

  private func isEarlier(_ a: Int, _ b: Int) -> Bool {
    (children[a].firstYear, a) < (children[b].firstYear, b)
  }

  /// The evidence: links, then what a person is to look at, the likeliest first, then what was refused.
  var evidence: [LinkEvidence] {
    let order: [LinkEvidence.State] = [.linked, .review, .refused]
    let sorted = order.flatMap { state in
      judged.filter { $0.state == state }.sorted { ($1.link.probability ?? 1) < ($0.link.probability ?? 1) }
    }
    return sorted.enumerated().map { place, judged in
      let link = judged.link
      return LinkEvidence(
        number: place + 1, first: children[link.first].key, second: children[link.second].key, state: judged.state,
        rule: link.rule, rank: link.rank, weight: link.weight, probability: link.probability,
        agreement: link.agreement, reason: judged.reason)
    }
  }

  /// What came of it, in counts.
  var summary: LinkSummary {
    let groups = clusters.members
    var unlinked: [LinkSummary.Group: (all: Int, linked: Int)] = [:]
    for group in groups {
      let children = group.map { self.children[$0] }
      let isElsewhere = Set(children.map(\.key.authority)).count > 1
      for child in children {
        for kind in LinkSummary.Group.of(child) {
          unlinked[kind, default: (0, 0)].all += 1
          if isElsewhere { unlinked[kind, default: (0, 0)].linked += 1 }
        }
      }
    }
    return LinkSummary(
      records: children.count, children: Set(children.map { [$0.key.authority, $0.key.child, "\($0.part)"] }).count,
      persons: groups.count,
      personsInSeveralAuthorities: groups.count { Set($0.map { children[$0].key.authority }).count > 1 },
      linked: counts(.linked), review: counts(.review), refused: counts(.refused), dropped: dropped.count,
      parted: children.count { $0.part == 1 }, alone: alone(in: groups),
      groups: LinkSummary.Group.allCases.map { ($0, unlinked[$0] ?? (0, 0)) },
      templates: templates)
  }

  /// How many records stand alone, by the first reason that holds.
  private func alone(in groups: [[Int]]) -> [(reason: LinkSummary.Alone, count: Int)] {
    let single = groups.filter { $0.count == 1 }.map { $0[0] }
    let parted = Set(dropped.joined())
    let named = { (state: LinkEvidence.State) in
      Set(judged.filter { $0.state == state }.flatMap { [$0.link.first, $0.link.second] })
    }
    let (waiting, refused) = (named(.review), named(.refused))
    let reasons = Dictionary(grouping: single) { child -> LinkSummary.Alone in
      if parted.contains(child) { return .adoption }
      if waiting.contains(child) { return .review }
      if refused.contains(child) { return .refused }
      if children[child].isUnborn { return .unborn }
      return children[child].born == nil ? .undated : .nothing
    }
    return LinkSummary.Alone.allCases.map { ($0, reasons[$0]?.count ?? 0) }
  }

  /// How many pairs came to a state by each rule, in the order of ranks.
  private func counts(_ state: LinkEvidence.State) -> [(rule: String, count: Int)] {
    let found = judged.filter { $0.state == state }
    let rules = Dictionary(grouping: found) { $0.link.rule }
    return rules.keys.sorted { (rank(rules[$0]), $0) < (rank(rules[$1]), $1) }.map { ($0, rules[$0]?.count ?? 0) }
  }

  private func rank(_ links: [JudgedLink]?) -> Int { links?.first?.link.rank ?? 99 }
}
