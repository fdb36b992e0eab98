import KithLinkage
import KithRegister
import KithReports

/// What `kith link match` writes and prints.
struct MatchedParties {
  private let run: MatchRun
  private let parties: [LinkageParty]
  private let permission: Permission
  private let command: LinkMatchCommand

  init(_ run: MatchRun, _ parties: [LinkageParty], _ permission: Permission, _ command: LinkMatchCommand) {
    self.run = run
    self.parties = parties
    self.permission = permission
    self.command = command
  }

  var files: [(name: String, bytes: [UInt8])] {
    var files = [("pairs.csv", Array(PairsFile.text(run.links, parties).utf8))]
    if !run.groups.isEmpty, parties.count > 2 {
      files.append(("groups.csv", Array(PairsFile.text(run.groups, parties).utf8)))
    }
    if !run.models.isEmpty { files.append(("weights.csv", Array(weights.utf8))) }
    if !run.estimates.isEmpty { files.append(("thresholds.csv", Array(thresholds.utf8))) }
    return files + [("protocol.json", record(files).text)]
  }

  private func record(_ files: [(String, [UInt8])]) -> ProtocolRecord {
    var record = ProtocolRecord(
      "link match", program: "kith \(KithVersion.text)", by: command.agreement.by, permission)
    record.note(inputs: parties.map(\.source), outputs: files.map { .init($0.0, $0.1) })
    record.note(
      "parameters",
      [
        "similarity": .words(command.similarity.rawValue), "links": .words(command.links.rawValue),
        "blocking": .words(command.blocking.rawValue), "samples": .words(command.samples), "seed": .words(command.seed),
        "thresholds": .words(run.thresholds.map { "\($0)" }.joined(separator: " ")),
        "thresholdsAreEstimated": .words(run.estimates.isEmpty ? "no" : "yes"), "share": .number(command.share),
        "top": .words(command.top.map(String.init) ?? "all"),
      ])
    record.note(
      "counts",
      [
        "records": .counts(parties.map(\.file.labels.count)), "compared": .count(run.compared),
        "candidates": .count(run.candidates), "links": .count(run.links.count), "groups": .count(run.groups.count),
        "blocksPassedOver": .count(run.rules.reduce(0) { $0 + $1.oversized }),
      ])
    record.note(
      "parties",
      Dictionary(
        uniqueKeysWithValues: parties.enumerated().map { number, party in
          (
            "\(number + 1)",
            .words("\(party.manifest?.by ?? "not said"); schema \(party.manifest?.schemaHash ?? "not known")")
          )
        }))
    return record
  }

  /// What each level of agreement is worth, for each two parties.
  private var weights: String {
    zip(combinations, run.models).reduce(
      into: "first_party,second_party,field,level,same_child,siblings,others,weight\n"
    ) { text, item in
      for level in item.1.levels {
        text +=
          "\(item.0.0),\(item.0.1),\(level.title),\(level.name),\(rounded(level.same, 6)),"
          + "\(level.siblings.map { rounded($0, 6) } ?? ""),\(rounded(level.others, 9)),\(rounded(level.weight, 3))\n"
      }
    }
  }

  private var combinations: [(Int, Int)] {
    (1...parties.count).flatMap { first in (first + 1..<parties.count + 1).map { (first, $0) } }
  }

  /// What each threshold is expected to give, for each two parties.
  private var thresholds: String {
    zip(combinations, run.estimates).reduce(
      into: "first_party,second_party,threshold,links,expected_false,expected_precision,expected_recall\n"
    ) { text, item in
      for row in item.1.rows {
        text +=
          "\(item.0.0),\(item.0.1),\(row.threshold),\(row.links),\(rounded(row.expectedFalse, 1)),"
          + "\(rounded(row.precision, 4)),\(rounded(row.recall, 4))\n"
      }
    }
  }

  var text: String {
    let sizes = parties.map { String($0.file.labels.count) }.joined(separator: " × ")
    let kind = run.groups.isEmpty ? "candidates" : parties.count == 2 ? "links of one to one" : "links"
    let groups = parties.count > 2 && !run.groups.isEmpty ? " in \(run.groups.count) groups" : ""
    let passed = run.rules.reduce(0) { $0 + $1.oversized }
    return
      (["\(sizes) records, \(run.compared) pairs compared: \(run.links.count) \(kind)\(groups)."]
      + thresholdLines
      + (passed > 0 ? ["\(passed) blocks were too large and were passed over."] : [])
      + ["Wrote \(files.map(\.name).joined(separator: ", ")) to \(command.out)."]).joined(separator: "\n")
  }

  private var thresholdLines: [String] {
    guard run.models.isEmpty else {
      return [
        "Features were weighed apart, what each is worth learnt from the pairs; probability \(run.thresholds.first ?? 0) or more."
      ] + run.models.map { "About \(Int($0.expectedMatches.rounded())) children are expected in both files." }
    }
    return run.estimates.isEmpty
      ? ["Threshold \(run.thresholds.first ?? 0), as given."] : run.estimates.map(Self.line)
  }

  private static func line(_ estimate: ThresholdEstimate) -> String {
    guard let row = estimate.chosen else { return "No threshold can be estimated: nothing is alike." }
    return "Threshold \(row.threshold), estimated: about \(Int(row.expectedFalse.rounded())) links false "
      + "(precision \(rounded(row.precision, 3))); \(rounded(row.recall, 3)) of those who can be found are linked."
  }

  struct JSON: Encodable {
    let command = "link match"
    let agreement: String
    let agreementSha256: String
    let records: [Int]
    let compared: Int
    let candidates: Int
    let links: Int
    let groups: Int
    let thresholds: [Double]
    let expected: [Expected]?

    struct Expected: Encodable {
      let matches: Double
      let precision: Double
      let recall: Double
    }
  }

  var json: JSON {
    JSON(
      agreement: permission.agreement.id, agreementSha256: permission.hash, records: parties.map(\.file.labels.count),
      compared: run.compared, candidates: run.candidates, links: run.links.count, groups: run.groups.count,
      thresholds: run.thresholds,
      expected: run.estimates.isEmpty
        ? nil
        : run.estimates.map {
          .init(matches: $0.expectedMatches, precision: $0.chosen?.precision ?? 0, recall: $0.chosen?.recall ?? 0)
        })
  }
}

/// A number with so many decimal places at most, as a number is read.
func rounded(_ number: Double, _ places: Int) -> String {
  let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
  return "\((number * scale).rounded() / scale)"
}
