/// Groups of records that are taken to be one person, formed from candidates as anonlink's greedy solver forms them.
///
/// Candidates are taken in order, the most alike first. Two groups become one once enough of the pairs between them
/// have been met: all of them, or the share that is asked for. With two parties and all pairs, the groups are links of
/// one to one.
public struct RecordGroups: Hashable, Sendable {
  /// The groups of two records or more, each in order, in the order of their first records.
  public let groups: [[RecordPlace]]

  /// Groups from candidates in order.
  ///
  /// - Parameters:
  ///   - share: The share of the pairs between two groups that must be candidates, over 0 to 1.
  ///   - onePerParty: Whether a group has at most one record of each party.
  public init(_ candidates: [CandidatePair], share: Double = 1, onePerParty: Bool = false) {
    var forming = FormingGroups(share: share, onePerParty: onePerParty)
    for pair in candidates where pair.a != pair.b { forming.meet(pair.a, pair.b) }
    groups = forming.groups
  }
}

/// Groups that are being formed.
private struct FormingGroups {
  let share: Double
  let onePerParty: Bool
  private var numbers: [RecordPlace: Int] = [:]
  private var members: [[RecordPlace]] = []
  /// How many pairs between two groups have been met, on either side.
  private var met: [[Int: Int]] = []

  init(share: Double, onePerParty: Bool) {
    self.share = share
    self.onePerParty = onePerParty
  }

  var groups: [[RecordPlace]] { members.filter { $0.count > 1 }.map { $0.sorted() }.sorted { $0[0] < $1[0] } }

  mutating func meet(_ a: RecordPlace, _ b: RecordPlace) {
    switch (numbers[a], numbers[b]) {
    case (nil, nil):
      if onePerParty, a.party == b.party { return }
      let number = new([a, b])
      numbers[b] = number
    case (let group?, nil): join(b, to: group)
    case (nil, let group?): join(a, to: group)
    case (let first?, let second?): if first != second { meet(first, second) }
    }
  }

  private mutating func new(_ records: [RecordPlace]) -> Int {
    members.append(records)
    met.append([:])
    for record in records { numbers[record] = members.count - 1 }
    return members.count - 1
  }

  private mutating func join(_ record: RecordPlace, to group: Int) {
    let isEnough = 1 >= share * Double(members[group].count)
    if isEnough, !onePerParty || members[group].allSatisfy({ $0.party != record.party }) {
      members[group].append(record)
      numbers[record] = group
    } else {
      let alone = new([record])
      met[alone][group] = 1
      met[group][alone] = 1
    }
  }

  private mutating func meet(_ first: Int, _ second: Int) {
    let count = (met[first][second] ?? 0) + 1
    let isEnough = Double(count) >= share * Double(members[first].count * members[second].count)
    if isEnough, !onePerParty || Set(members[first].map(\.party)).isDisjoint(with: members[second].map(\.party)) {
      merge(first, second)
    } else {
      met[first][second] = count
      met[second][first] = count
    }
  }

  /// Puts the smaller group, or the second of equals, into the other.
  private mutating func merge(_ first: Int, _ second: Int) {
    let (into, from) = members[first].count < members[second].count ? (second, first) : (first, second)
    for record in members[from] { numbers[record] = into }
    members[into] += members[from]
    members[from] = []
    met[into][from] = nil
    met[from][into] = nil
    for (other, count) in met[from] {
      met[into][other, default: 0] += count
      met[other][into, default: 0] += count
      met[other][from] = nil
    }
    met[from] = [:]
  }
}
