import Foundation
import KithLinkage
import KithTables

/// The true pairs of two files, and the groups by which accuracy is told.
struct TruthPairs {
  private let groups: [Pair: String]
  private let isWithin: Bool
  private let hasGroups: Bool

  private struct Pair: Hashable {
    let left: String
    let right: String

    init(_ left: String, _ right: String, isWithin: Bool) {
      (self.left, self.right) = isWithin && right < left ? (right, left) : (left, right)
    }
  }

  init(file: String, isWithin: Bool) throws {
    let table: SeparatedText
    do { table = try SeparatedText(Array(Data(contentsOf: URL(filePath: file)))) } catch {
      throw UsageFault("\(file) cannot be read as comma-separated text.")
    }
    guard table.header.count > 1 else { throw UsageFault("\(file) needs a column for each record of a pair.") }
    self.isWithin = isWithin
    hasGroups = table.header.count > 2
    groups = table.records.reduce(into: [:]) { groups, record in
      guard record.count > 1 else { return }
      groups[Pair(record[0], record[1], isWithin: isWithin)] = record.count > 2 ? record[2] : ""
    }
  }

  /// The accuracy of links over all, and the share of true pairs found in each group.
  func accuracy(of links: [FileLink]) -> [(group: String?, accuracy: LinkAccuracy)] {
    let linked = Set(links.map { Pair($0.left, $0.right, isWithin: isWithin) })
    let all = LinkAccuracy(linked, truth: Set(groups.keys))
    guard hasGroups else { return [(nil, all)] }
    let byGroup = Dictionary(grouping: groups.keys) { groups[$0] ?? "" }
    return [(nil, all)]
      + byGroup.keys.sorted().map { group in
        let truth = Set(byGroup[group] ?? [])
        return (group, LinkAccuracy(linked.intersection(truth), truth: truth))
      }
  }
}
