import KithCharts
import KithDisclosure
import KithLinkage
import KithStatistics

/// What `kith link evaluate` prints: measures of the links, and a table of who is linked.
struct EvaluatedPairs {
  private let links: Int
  private let accuracy: LinkAccuracy?
  private let byGroup: [(group: String, accuracy: LinkAccuracy)]
  let byThreshold: [(threshold: Double, accuracy: LinkAccuracy)]
  let bias: [BiasLine]
  let isForRelease: Bool

  /// A row of the table as it is shown.
  struct BiasLine {
    let characteristic: String
    let category: String
    let cells: [String]
    /// The percentage that is linked.
    let share: ChartValue?
  }

  init(
    _ links: [EvaluatedLinks.Link], _ truth: LinkageTruth?, _ bias: LinkageBias?, _ command: LinkEvaluateCommand
  ) throws {
    self.links = links.count
    accuracy = truth?.accuracy(of: links)
    byThreshold = truth?.byThreshold(links) ?? []
    byGroup = truth?.recallByGroup(of: links) ?? []
    isForRelease = command.policy != .internal
    self.bias = try bias.map { try Self.lines($0, command.policy.policy) } ?? []
  }

  private static func lines(_ bias: LinkageBias, _ policy: DisclosurePolicy) throws -> [BiasLine] {
    if policy.isForRelease {
      return try bias.released(under: policy).map {
        BiasLine(
          characteristic: $0.characteristic, category: $0.category, cells: $0.figures.map(\.value.description),
          share: $0.figures.last.map { ChartValue($0) })
      }
    }
    let own = Disclosure.internalUse(bias)
    return own.value.rows.map { row in
      let share = "\(fraction(row.share)) (\(fraction(row.limits.lower)) to \(fraction(row.limits.upper)))"
      let difference = row.difference.map { fraction($0) + (row.isMarked ? " *" : "") } ?? ""
      return BiasLine(
        characteristic: row.characteristic, category: row.category,
        cells: ["\(row.linked + row.unlinked)", "\(row.linked)", share, difference],
        share: ChartValue(
          row.share * 100, of: own, places: 1, interval: row.limits.lower * 100...row.limits.upper * 100))
    }
  }

  var text: String {
    let notice = isForRelease ? [] : ["\(Internal<Int>.notice)."]
    return [accuracyLines, thresholdLines, groupLines, biasLines, notice].filter { !$0.isEmpty }
      .map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
  }

  private var accuracyLines: [String] {
    guard let accuracy else { return ["\(links) links."] }
    return [
      "\(links) links: \(accuracy.right) true, \(accuracy.wrong) false; \(accuracy.missed) true pairs are not linked.",
      "Precision \(Self.share(accuracy.precision, accuracy.precisionInterval))",
      "Recall    \(Self.share(accuracy.recall, accuracy.recallInterval))",
      "F1        \(Self.share(accuracy.f1, accuracy.f1Interval))",
    ]
  }

  private static func share(_ share: Double?, _ interval: Interval?) -> String {
    guard let share, let interval else { return "–" }
    return "\(fraction(share)) (95 %: \(fraction(interval.lower)) to \(fraction(interval.upper)))"
  }

  private var thresholdLines: [String] {
    guard byThreshold.count > 1 else { return [] }
    var grid = TextGrid(isLeft: [true, false, false, false, false])
    grid.add(["Threshold", "Links", "Precision", "Recall", "F1"])
    for row in byThreshold where row.accuracy.right + row.accuracy.wrong > 0 {
      let cells = [row.accuracy.precision, row.accuracy.recall, row.accuracy.f1].map { $0.map(fraction) ?? "–" }
      grid.add([rounded(row.threshold, 2), "\(row.accuracy.right + row.accuracy.wrong)"] + cells)
    }
    return grid.lines(width: 120)
  }

  private var groupLines: [String] {
    guard !byGroup.isEmpty else { return [] }
    var grid = TextGrid(isLeft: [true, false, false])
    grid.add(["Group", "True pairs", "Recall"])
    for row in byGroup {
      grid.add([
        row.group, "\(row.accuracy.right + row.accuracy.missed)",
        Self.share(row.accuracy.recall, row.accuracy.recallInterval),
      ])
    }
    return grid.lines(width: 120)
  }

  private var biasLines: [String] {
    guard !bias.isEmpty else { return [] }
    var grid = TextGrid(isLeft: [true, true] + Array(repeating: false, count: isForRelease ? 3 : 4))
    grid.add(
      ["Characteristic", "Category", "All", "Linked"]
        + (isForRelease ? ["% linked"] : ["Share linked (95 %)", "Difference"]))
    for line in bias {
      grid.add([line.characteristic, line.category.isEmpty ? "not recorded" : line.category] + line.cells)
    }
    let note =
      isForRelease
      ? "c: withheld, to protect small counts."
      : "* The linked and the unlinked differ by 0.1 standard deviations or more."
    return grid.lines(width: 120) + [note]
  }

  struct JSON: Encodable {
    let command = "link evaluate"
    let links: Int
    let accuracy: Accuracy?
    let byThreshold: [Threshold]?
    let byGroup: [Group]?
    let people: [Row]?
    let forRelease: Bool

    struct Accuracy: Encodable {
      let right: Int
      let wrong: Int
      let missed: Int
      let precision: [Double]?
      let recall: [Double]?
      let f1: [Double]?

      init(_ accuracy: LinkAccuracy) {
        right = accuracy.right
        wrong = accuracy.wrong
        missed = accuracy.missed
        precision = Self.triple(accuracy.precision, accuracy.precisionInterval)
        recall = Self.triple(accuracy.recall, accuracy.recallInterval)
        f1 = Self.triple(accuracy.f1, accuracy.f1Interval)
      }

      private static func triple(_ value: Double?, _ interval: Interval?) -> [Double]? {
        guard let value, let interval else { return nil }
        return [value, interval.lower, interval.upper]
      }
    }

    struct Threshold: Encodable {
      let threshold: Double
      let accuracy: Accuracy
    }

    struct Group: Encodable {
      let group: String
      let accuracy: Accuracy
    }

    struct Row: Encodable {
      let characteristic: String
      let category: String
      let figures: [String]
    }
  }

  var json: JSON {
    JSON(
      links: links, accuracy: accuracy.map(JSON.Accuracy.init),
      byThreshold: byThreshold.isEmpty
        ? nil : byThreshold.map { .init(threshold: $0.threshold, accuracy: .init($0.accuracy)) },
      byGroup: byGroup.isEmpty ? nil : byGroup.map { .init(group: $0.group, accuracy: .init($0.accuracy)) },
      people: bias.isEmpty
        ? nil : bias.map { .init(characteristic: $0.characteristic, category: $0.category, figures: $0.cells) },
      forRelease: isForRelease)
  }
}

/// A share with four places.
private func fraction(_ share: Double) -> String {
  let units = Int((abs(share) * 10_000).rounded())
  let digits = String(units % 10_000)
  return (share < 0 && units > 0 ? "-" : "") + "\(units / 10_000)." + String(repeating: "0", count: 4 - digits.count)
    + digits
}
