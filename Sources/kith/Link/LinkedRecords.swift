import KithLinkage
import KithStatistics
import KithTables

/// What linking files came to: as text, as a file of links, and as JSON. The text and the JSON hold no record.
struct LinkedRecords {
  private let linkage: FileLinkage
  private let request: FileLinkRequest
  private let accuracy: [GroupAccuracy]

  init(_ linkage: FileLinkage, _ request: FileLinkRequest, _ accuracy: [GroupAccuracy]) {
    self.linkage = linkage
    self.request = request
    self.accuracy = accuracy
  }

  var text: String {
    let (left, right) = linkage.records
    let what = request.right == nil ? "\(left) records" : "\(left) × \(right) records"
    let heads = [
      "\(what); \(linkage.compared) pairs compared; \(linkage.links.count) links of probability "
        + "\(fixed(request.threshold, 2)) or more",
      "About \(Int(linkage.model.expectedMatches.rounded())) pairs of one child are expected; siblings are "
        + (linkage.model.siblings == nil ? "no class of their own here" : "a class of their own") + ".",
      "Pairs were found by: " + linkage.model.design.rules.map(\.title).joined(separator: "; "),
    ]
    return (heads + ModelText(linkage.model).lines + AccuracyText(accuracy).lines).joined(separator: "\n")
  }

  /// The links as comma-separated text.
  var csv: String {
    linkage.links.reduce(into: "left,right,weight,probability\n") { text, link in
      text +=
        "\(link.left.quotedCell),\(link.right.quotedCell),\(fixed(link.pair.weight, 4)),"
        + "\(fixed(link.pair.probability, 6))\n"
    }
  }

  struct JSON: Encodable {
    let command = "link records"
    let records: [Int]
    let compared: Int
    let links: Int
    let threshold: Double
    let model: ModelJSON
    let accuracy: [AccuracyJSON]?
  }

  var json: JSON {
    JSON(
      records: request.right == nil ? [linkage.records.left] : [linkage.records.left, linkage.records.right],
      compared: linkage.compared, links: linkage.links.count, threshold: request.threshold,
      model: ModelJSON(linkage.model),
      accuracy: accuracy.isEmpty ? nil : accuracy.map { AccuracyJSON($0) })
  }
}

/// What was learnt, in lines: for each level of agreement the shares in pairs of one child (m), of siblings (s) and of others
/// (u), and its weight.
struct ModelText {
  private let model: MatchModel

  init(_ model: MatchModel) { self.model = model }

  var lines: [String] {
    var grid = TextGrid(isLeft: [true, false, false, false, false])
    grid.add(["level of agreement", "m", "s", "u", "log2 m/u"])
    for level in model.levels {
      grid.add([
        level.title + ": " + level.words, fixed(level.same, 4), level.siblings.map { fixed($0, 4) } ?? "",
        fixed(level.others, 6),
        fixed(level.weight, 2),
      ])
    }
    return grid.lines(width: 110)
  }
}

/// A model as JSON.
struct ModelJSON: Codable {
  let pairs: Double
  let expectedMatches: Double
  let rounds: Int
  let settled: Bool
  let siblings: Bool
  let rules: [String]
  let levels: [Level]

  struct Level: Codable {
    let field: String
    let level: String
    let m: Double
    let s: Double?
    let u: Double
    let weight: Double
  }

  init(_ model: MatchModel) {
    pairs = model.pairs
    expectedMatches = model.expectedMatches
    rounds = model.rounds
    settled = model.isSettled
    siblings = model.siblings != nil
    rules = model.design.rules.map(\.title)
    levels = model.levels.map {
      Level(field: $0.title, level: $0.name, m: $0.same, s: $0.siblings, u: $0.others, weight: $0.weight)
    }
  }
}

/// How good links are over all or in a group of pairs.
struct GroupAccuracy {
  /// The group; nil for all pairs.
  let group: String?
  let accuracy: LinkAccuracy
  /// Whether wrong links are counted too: not where only true pairs are known to be in the group.
  let knowsWrong: Bool
}

/// Accuracy in lines, with 95 % intervals.
struct AccuracyText {
  private let rows: [GroupAccuracy]

  init(_ rows: [GroupAccuracy]) { self.rows = rows }

  var lines: [String] {
    guard !rows.isEmpty else { return [] }
    var grid = TextGrid(isLeft: [true, false, false, false, false])
    grid.add(["accuracy", "true pairs", "precision", "recall", "F1"])
    for row in rows {
      let (accuracy, isWhole) = (row.accuracy, row.knowsWrong)
      grid.add([
        row.group ?? "all", String(accuracy.right + accuracy.missed),
        isWhole ? share(accuracy.precision, accuracy.precisionInterval) : "",
        share(accuracy.recall, accuracy.recallInterval), isWhole ? share(accuracy.f1, accuracy.f1Interval) : "",
      ])
    }
    return grid.lines(width: 130)
  }

  private func share(_ value: Double?, _ interval: Interval?) -> String {
    guard let value, let interval else { return "" }
    return "\(fixed(value, 4)) (\(fixed(interval.lower, 4)) to \(fixed(interval.upper, 4)))"
  }
}

/// Accuracy as JSON.
struct AccuracyJSON: Encodable {
  let group: String?
  let right: Int
  let wrong: Int?
  let missed: Int
  let precision: Share?
  let recall: Share?
  let f1: Share?

  struct Share: Encodable {
    let value: Double
    let lower: Double
    let upper: Double

    init?(_ value: Double?, _ interval: Interval?) {
      guard let value, let interval else { return nil }
      (self.value, lower, upper) = (value, interval.lower, interval.upper)
    }
  }

  init(_ row: GroupAccuracy) {
    let (accuracy, isWhole) = (row.accuracy, row.knowsWrong)
    group = row.group
    right = accuracy.right
    wrong = isWhole ? accuracy.wrong : nil
    missed = accuracy.missed
    precision = isWhole ? Share(accuracy.precision, accuracy.precisionInterval) : nil
    recall = Share(accuracy.recall, accuracy.recallInterval)
    f1 = isWhole ? Share(accuracy.f1, accuracy.f1Interval) : nil
  }
}
