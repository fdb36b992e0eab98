import Foundation
import KithLinkage
import KithStore
import KithSynthetic
import KithTables

/// Who the children of a synthetic England truly are, from the files that `kith synth` wrote.
struct SyntheticTruth {
  private var children: [AuthorityChild: Child] = [:]

  private struct AuthorityChild: Hashable {
    let authority: String
    let child: String
  }

  private struct Child {
    let person: Int
    let isUnaccompanied: Bool
  }

  init(folder: String) throws {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder))?.sorted() ?? []
    for name in names {
      let file = "\(folder)/\(name)/\(TruthFile.name)"
      guard let data = FileManager.default.contents(atPath: file) else { continue }
      try read(data, file)
    }
    guard !children.isEmpty else {
      throw UsageFault("\(folder) holds no \(TruthFile.name): give a folder of kith synth.")
    }
  }

  private mutating func read(_ data: Data, _ file: String) throws {
    guard let table = try? SeparatedText(Array(data)), let person = table.column("SYNTHETIC_CHILD"),
      let authority = table.column("AUTHORITY"), let child = table.column("CHILD"), let alone = table.column("UASC")
    else { throw UsageFault("\(file) does not read; let kith synth write it again.") }
    for record in table.records {
      children[AuthorityChild(authority: record[authority], child: record[child].uppercased())] = Child(
        person: Int(record[person]) ?? -1, isUnaccompanied: record[alone] == "1")
    }
  }

  /// The child of a record; a hyphen in the identifier is an error put in on purpose.
  private func child(_ key: CollectedChild) -> Child? {
    children[AuthorityChild(authority: key.authority, child: key.child.replacing("-", with: ""))]
  }

  /// How good the links between children of an authority are: over all, and by group how many true pairs are found.
  func accuracy(
    of linkage: PersonLinkage, in store: Store
  ) throws -> [(group: String?, accuracy: LinkAccuracy)] {
    let known = try store.knownChildren()
    let truth = pairs(of: known.map(\.key)) {
      children[AuthorityChild(authority: $0.authority, child: $0.child)]?.person
    }
    let persons = Dictionary(
      linkage.links.filter { $0.after == nil }.map {
        (AuthorityChild(authority: $0.authority, child: $0.child), $0.person)
      }, uniquingKeysWith: { first, _ in first })
    let links = pairs(of: known.map(\.key)) { persons[AuthorityChild(authority: $0.authority, child: $0.child)] }
    let groups = Dictionary(uniqueKeysWithValues: known.map { ($0.key, $0.groups) })
    return [(nil, LinkAccuracy(links, truth: truth))]
      + Self.names.map { name in
        let own = truth.filter { pair in
          name == Self.names[0]
            ? Set(pair.map(\.authority)).count > 1 : pair.contains { isIn(name, $0, groups) }
        }
        return (name, LinkAccuracy(links.intersection(own), truth: own))
      }
  }

  private static let names =
    ["moved from one authority to another", "unaccompanied"] + LinkSummary.Group.allCases.map(\.rawValue)

  private func isIn(_ name: String, _ child: CollectedChild, _ groups: [CollectedChild: Set<String>]) -> Bool {
    return name == Self.names[1] ? self.child(child)?.isUnaccompanied == true : groups[child]?.contains(name) == true
  }

  /// The pairs of children who share something.
  private func pairs(
    of known: [CollectedChild], sharing name: (CollectedChild) -> (some Hashable)?
  ) -> Set<Set<CollectedChild>> {
    var groups: [AnyHashable: [CollectedChild]] = [:]
    for child in known {
      if let name = name(child) { groups[AnyHashable(name), default: []].append(child) }
    }
    var pairs: Set<Set<CollectedChild>> = []
    for group in groups.values {
      for (place, first) in group.enumerated() {
        for second in group[(place + 1)...] { pairs.insert([first, second]) }
      }
    }
    return pairs
  }
}
