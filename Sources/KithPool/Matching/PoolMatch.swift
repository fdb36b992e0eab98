import Crypto
import KithLinkage
import KithStore
import KithTables

/// Which persons of different authorities are one, by their tokens.
///
/// Two are joined by an equal token of a pupil number that no authority has barred. The surest go first: those of one day of birth,
/// then those whose days differ in a usual way, then those without. A link is refused where days of birth have too little in
/// common, where one return would name the person twice, and where an adoption order parts either's rows.
struct PoolMatch {
  private let persons: PoolPersons
  private var sets = DisjointSets<Int>()
  private var groups: [Int: Group] = [:]
  /// Pairs of persons of one number whose days of birth have too little in common.
  private var contradicted: Set<[Int]> = []
  private(set) var evidence = PoolRound.Evidence()
  private(set) var refused = PoolRound.Refused()
  private(set) var barred = 0
  /// The children of links that were refused and that the authorities are to look at, by pseudonym, with the reason.
  private(set) var conflicts: [Conflict] = []
  /// Every child that has a token, and whether it was handed over.
  private(set) var tokened: [PoolPersons.Key: Bool] = [:]

  /// A child of a link that was refused.
  struct Conflict: Hashable {
    let authority: String
    let child: String
    let reason: String
  }

  private struct Group {
    let nodes: [Int]
    /// The child by each return that names the person.
    let returns: [Int: String]
  }

  private struct Member: Hashable {
    let node: Int
    let key: PoolPersons.Key
    let birth: BirthTokens?
  }

  private struct Pair {
    let first: Member
    let second: Member
    /// 0 for one day of birth, 1 for a usual difference, 2 where it is not known, 3 for another day.
    let level: Int
  }

  init(_ persons: PoolPersons, tokens: [(authority: String, file: TokenFile)]) {
    self.persons = persons
    for node in persons.nodes.indices {
      groups[sets.group(of: node)] = Group(nodes: [node], returns: persons.nodes[node].returns)
    }
    let bars = Set(tokens.flatMap(\.file.bars))
    barred = bars.count
    var members: [String: [Member]] = [:]
    for (authority, file) in tokens {
      for row in file.rows {
        let key = PoolPersons.Key(authority: authority, child: row.child, collection: row.collection)
        let both = PoolPersons.Key(authority: authority, child: row.child, collection: "")
        tokened[both] = row.hasMoved || tokened[both] ?? false
        guard let node = persons.find(key) else { continue }
        members[row.token, default: []].append(Member(node: node, key: key, birth: row.birth))
      }
    }
    var best: [[Int]: Pair] = [:]
    for (token, members) in members.sorted(by: { $0.key < $1.key }) {
      for pair in Self.pairs(of: members) {
        if bars.contains(token) { refused.adoption += 1; continue }
        let nodes = [pair.first.node, pair.second.node]
        if let known = best[nodes], known.level <= pair.level { continue }
        best[nodes] = pair
      }
    }
    let ordered = best.values.sorted {
      ($0.level, $0.first.node, $0.second.node) < ($1.level, $1.first.node, $1.second.node)
    }
    contradicted = Set(ordered.filter { $0.level > 2 }.map { [$0.first.node, $0.second.node] })
    for pair in ordered { judge(pair) }
  }

  /// The pairs of different persons who have one token.
  private static func pairs(of members: [Member]) -> [Pair] {
    members.indices.flatMap { place in
      members[(place + 1)...].compactMap { other -> Pair? in
        let (a, b) = (members[place], other)
        guard a.node != b.node else { return nil }
        return Pair(first: a.node < b.node ? a : b, second: a.node < b.node ? b : a, level: level(a.birth, b.birth))
      }
    }
  }

  private static func level(_ a: BirthTokens?, _ b: BirthTokens?) -> Int {
    guard let a, let b else { return 2 }
    return switch a.agreement(with: b) {
    case .same: 0
    case .usual: 1
    case .other: 3
    }
  }

  private mutating func judge(_ pair: Pair) {
    let (a, b) = (pair.first.node, pair.second.node)
    guard !persons.nodes[a].isParted, !persons.nodes[b].isParted else { refused.adoption += 1; return }
    let (one, other) = (sets.group(of: a), sets.group(of: b))
    guard let own = groups[one], let theirs = groups[other], one != other else { return }
    guard !contradicts(own, theirs) else {
      refused.births += 1
      note(pair, "a child elsewhere has the pupil number and another day of birth")
      return
    }
    guard !own.returns.contains(where: { submission, child in theirs.returns[submission].map { $0 != child } ?? false })
    else {
      refused.sameReturn += 1
      note(pair, "one return would name the person twice: two of its children have the pupil number")
      return
    }
    groups[one] = nil
    groups[other] = nil
    sets.join(a, b)
    groups[sets.group(of: a)] = Group(
      nodes: own.nodes + theirs.nodes, returns: own.returns.merging(theirs.returns) { first, _ in first })
    count(pair.level)
  }

  private func contradicts(_ own: Group, _ theirs: Group) -> Bool {
    own.nodes.contains { a in theirs.nodes.contains { contradicted.contains([min(a, $0), max(a, $0)]) } }
  }

  private mutating func count(_ level: Int) {
    switch level {
    case 0: evidence.sameBirth += 1
    case 1: evidence.usualBirth += 1
    default: evidence.numberOnly += 1
    }
  }

  private mutating func note(_ pair: Pair, _ reason: String) {
    for member in [pair.first, pair.second] {
      conflicts.append(Conflict(authority: member.key.authority, child: member.key.child, reason: reason))
    }
  }
}

extension PoolMatch {
  /// The persons of each group, by their places.
  private mutating func members() -> [[Int]] {
    let all = Dictionary(grouping: persons.nodes.indices, by: { sets.group(of: $0) })
    return all.values.map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }

  /// Who is who in the pool, and how many persons two authorities know, and which children those are.
  ///
  /// A person's name follows from the pseudonyms of the group's first member and the agreement: from no token.
  mutating func outcome(agreement hash: String) -> (links: [PersonLink], persons: Int, linked: Set<PoolPersons.Key>) {
    var (links, count): ([PersonLink], Int) = ([], 0)
    var linked: Set<PoolPersons.Key> = []
    for group in members() {
      let nodes = group.map { persons.nodes[$0] }
      let isShared = Set(nodes.map(\.authority)).count > 1
      if isShared { count += 1 }
      let own = nodes.flatMap(\.links)
      guard group.count > 1 || own.contains(where: { !$0.person.isEmpty }) else { continue }
      let name = Self.name(nodes.map { $0.authority + " " + $0.name }.min() ?? "", hash)
      for link in own {
        links.append(
          PersonLink(
            authority: link.authority, child: link.child, person: name, collection: link.collection,
            after: link.after, until: link.until))
        if isShared { linked.insert(.init(authority: link.authority, child: link.child, collection: "")) }
      }
    }
    return (links, count, linked)
  }

  private static func name(_ first: String, _ hash: String) -> String {
    let key = SymmetricKey(data: Array(hash.utf8))
    let code = HMAC<SHA256>.authenticationCode(for: Array(("pool person\u{1F}" + first).utf8), using: key)
    return Array(code).prefix(16).hexadecimal
  }
}
