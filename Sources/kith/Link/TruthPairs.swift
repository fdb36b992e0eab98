import Foundation
import KithLinkage
import KithTables

/// The true pairs of two files, or of one, and the groups by which accuracy is told.
struct TruthPairs {
  private let truth: LinkageTruth
  private let isWithin: Bool

  init(file: String, isWithin: Bool) throws {
    let table: SeparatedText
    do { table = try SeparatedText(Array(Data(contentsOf: URL(filePath: file)))) } catch {
      throw UsageFault("\(file) cannot be read as comma-separated text.")
    }
    truth = try LinkageTruth(table, name: file, isWithin: isWithin)
    self.isWithin = isWithin
  }

  /// The accuracy of links over all, and the share of true pairs found in each group.
  func accuracy(of links: [FileLink]) -> [GroupAccuracy] {
    let linked = Set(
      links.map { link in
        let pair = NamedPair(link.left, link.right)
        return isWithin ? pair.inOrder : pair
      })
    return [GroupAccuracy(group: nil, accuracy: truth.accuracy(of: linked), knowsWrong: true)]
      + truth.recallByGroup(of: linked).map { GroupAccuracy(group: $0.group, accuracy: $0.accuracy, knowsWrong: false) }
  }
}
