import KithTables

/// Groups of children who are one person: connected by links, the surest first, but for what cannot be.
///
/// A link is refused that would put into one group two children of one return, birth dates that have nothing to do with each
/// other, or what an adoption order parts.
struct PersonClusters {
  /// Why a link is refused.
  enum Conflict: Hashable {
    case adoption, sameReturn, births
  }

  private let children: [KnownChild]
  private let orders: [Int: [Day]]
  private var sets = DisjointSets<Int>()
  private var groups: [Int: Group]

  fileprivate struct Group {
    var members: [Int]
    var returns: Set<Int>
    var births: [Day]
    var orders: Set<Day>
    /// Children with whom no order that is known of a member, but one that may be, forbids a group.
    var apart: Set<Int>
  }

  /// Children, each alone; with the orders that count for each, and the pairs of whom one may be the other before an order.
  init(_ children: [KnownChild], orders: [Int: [Day]], apart: Set<[Int]> = []) {
    self.children = children
    self.orders = orders
    groups = [:]
    var others: [Int: Set<Int>] = [:]
    for pair in apart {
      others[pair[0], default: []].insert(pair[1])
      others[pair[1], default: []].insert(pair[0])
    }
    for child in children.indices {
      groups[sets.group(of: child)] = Group(
        of: child, children[child], orders[child] ?? [], apart: others[child] ?? [])
    }
  }

  /// Makes one group of two children's, or says why not; nil when it is done.
  mutating func join(_ a: Int, _ b: Int) -> Conflict? {
    let (first, second) = (sets.group(of: a), sets.group(of: b))
    guard first != second, let one = groups[first], let other = groups[second] else { return nil }
    if let conflict = conflict(one, other) { return conflict }
    groups[first] = nil
    groups[second] = nil
    sets.join(a, b)
    groups[sets.group(of: a)] = one.joined(other)
    return nil
  }

  /// What would stand against one group of two children's; nil where nothing would.
  mutating func obstacle(_ a: Int, _ b: Int) -> Conflict? {
    guard let one = groups[sets.group(of: a)], let other = groups[sets.group(of: b)] else { return nil }
    return conflict(one, other)
  }

  private func conflict(_ one: Group, _ other: Group) -> Conflict? {
    let members = one.members + other.members
    for day in one.orders.union(other.orders) {
      let sides = Set(members.map { children[$0].isBefore(day) })
      if sides.count > 1 || sides.contains(nil) { return .adoption }
    }
    if !one.apart.isDisjoint(with: other.members) { return .adoption }
    if sharesReturn(one, other) { return .sameReturn }
    let areUsual = one.births.allSatisfy { a in other.births.allSatisfy { BirthDates.areUsual(a, $0) } }
    return areUsual ? nil : .births
  }

  /// Whether a return names two children of the two groups; a child's own rows in one return are one.
  private func sharesReturn(_ one: Group, _ other: Group) -> Bool {
    guard !one.returns.isDisjoint(with: other.returns) else { return false }
    return one.members.contains { a in
      other.members.contains { b in
        children[a].key != children[b].key && !children[a].returns.isDisjoint(with: children[b].returns)
      }
    }
  }

  /// The groups, each by the numbers of its children, in their order.
  var members: [[Int]] { groups.values.map { $0.members.sorted() }.sorted { $0[0] < $1[0] } }

  /// Whether two children are in one group.
  mutating func areOne(_ a: Int, _ b: Int) -> Bool { sets.group(of: a) == sets.group(of: b) }
}

extension PersonClusters.Group {
  fileprivate init(of number: Int, _ child: KnownChild, _ orders: [Day], apart: Set<Int>) {
    self.init(
      members: [number], returns: child.returns, births: child.born.map { [$0] } ?? [], orders: Set(orders),
      apart: apart)
  }

  fileprivate func joined(_ other: Self) -> Self {
    Self(
      members: members + other.members, returns: returns.union(other.returns),
      births: Set(births + other.births).sorted(), orders: orders.union(other.orders),
      apart: apart.union(other.apart))
  }
}

/// How two birth dates of one child may differ.
enum BirthDates {
  /// Whether two dates are the same or differ in a usual way: as the levels of comparison down to *about a month apart* say.
  static func areUsual(_ a: Day, _ b: Day) -> Bool {
    let (l, r) = (a.civil, b.civil)
    // Months of 31 days each, as the level of comparison has them.
    if abs((l.year - r.year) * 372 + (l.month - r.month) * 31 + l.day - r.day) <= 31 { return true }
    if l.year == r.year {
      if l.month == r.day && l.day == r.month { return true }
      if (l.month, l.day) == (1, 1) || (r.month, r.day) == (1, 1) { return true }
    }
    let digits = zip(written(l), written(r)).count { $0 != $1 }
    return digits == 1
  }

  private static func written(_ day: (day: Int, month: Int, year: Int)) -> [Int] {
    let number = day.year * 10_000 + day.month * 100 + day.day
    return (0..<8).map { place in (0..<place).reduce(number) { rest, _ in rest / 10 } % 10 }
  }
}
