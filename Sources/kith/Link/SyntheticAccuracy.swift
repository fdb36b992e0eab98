import KithLinkage
import KithStore

/// How good the links between the records of a synthetic store are: over all, and by group.
///
/// A record is a child of an authority in a collection. Pairs of one authority have its identifier in common, so what tells
/// how good linkage is are pairs of two authorities: of children who moved. A pair is in a group where either record is.
struct SyntheticAccuracy {
  private let truth: SyntheticTruth
  private let known: [GroupedChild]
  private let persons: [CollectedChild: String]

  init(_ truth: SyntheticTruth, _ linkage: PersonLinkage, in store: Store) throws {
    self.truth = truth
    known = try store.knownChildren()
    persons = Dictionary(
      linkage.links.filter { $0.after == nil }.map {
        (CollectedChild(collection: $0.collection ?? "", authority: $0.authority, child: $0.child), $0.person)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The accuracy by group, over all first.
  var rows: [GroupAccuracy] {
    let right = pairs { truth.child(known[$0].key)?.person }
    let linked = pairs { persons[known[$0].key] }
    let row = { (name: String?, isIn: (Pair) -> Bool) in
      GroupAccuracy(
        group: name, accuracy: LinkAccuracy(linked.filter(isIn), truth: right.filter(isIn)), knowsWrong: true)
    }
    let moved = { (pair: Pair) in known[pair.first].key.authority != known[pair.second].key.authority }
    return [
      row(nil) { _ in true }, row("of one authority") { !moved($0) }, row("of two authorities: moved") { moved($0) },
    ]
      + groups.map { group in
        row("moved: " + group.name) { moved($0) && (group.isIn(known[$0.first]) || group.isIn(known[$0.second])) }
      }
  }

  private struct Pair: Hashable {
    let first: Int
    let second: Int
  }

  /// The pairs of records that share a name.
  private func pairs(sharing name: (Int) -> (some Hashable)?) -> Set<Pair> {
    var groups: [AnyHashable: [Int]] = [:]
    for place in known.indices {
      if let name = name(place) { groups[AnyHashable(name), default: []].append(place) }
    }
    return groups.values.reduce(into: []) { pairs, group in
      for (place, first) in group.enumerated() {
        for second in group[(place + 1)...] { pairs.insert(Pair(first: first, second: second)) }
      }
    }
  }

  private var groups: [(name: String, isIn: (GroupedChild) -> Bool)] {
    let ages = [0...4, 5...9, 10...15, 16...25].map { ages in
      (
        name: "aged \(ages.lowerBound) to \(ages.upperBound) when last seen",
        isIn: { (child: GroupedChild) in child.age.map(ages.contains) ?? false }
      )
    }
    let sexes = [("F", "female"), ("M", "male")].map { code, name in
      (name: name, isIn: { (child: GroupedChild) in truth.child(child.key)?.sex == code })
    }
    let broad = [("W", "White"), ("M", "Mixed"), ("A", "Asian"), ("B", "Black")].map { code, name in
      (name: name, isIn: { (child: GroupedChild) in truth.child(child.key)?.ethnicity.hasPrefix(code) == true })
    }
    let number = LinkSummary.Group.allCases.filter { $0 != .january && $0 != .unaccompanied }.map { group in
      (name: group.rawValue, isIn: { (child: GroupedChild) in child.group == group })
    }
    return number + [
      (name: "born on 1 January, by any return", isIn: \.isBornInJanuary),
      (name: "unaccompanied", isIn: { truth.child($0.key)?.isUnaccompanied == true }),
    ] + ages + sexes + broad
  }
}
