import Foundation
import KithDisclosure
import KithStudies
import KithTables

/// The ways that children take, as text, comma-separated text and JSON.
struct PathwayDocument {
  private let study: PathwayStudy
  private let subject: PathwaySubject
  private let distance: String
  private let clustering: String

  init(_ study: Internal<PathwayStudy>, _ subject: PathwaySubject, distance: String, clustering: String) {
    self.study = study.value
    self.subject = subject
    self.distance = distance
    self.clustering = clustering
  }

  private var notice: String { StudyNotice.text(isSynthetic: subject.isSynthetic) }

  var text: String {
    let heads = [subject.warning, notice, subject.title].compactMap { $0 }
    let flow = subject.steps.isEmpty ? [] : CohortDocument.lines(subject.steps)
    let means = study.means
    let summary = [
      "\(study.children) children with \(study.distinct) different ways",
      "Means: entropy \(fixed(means.entropy, 3)), turbulence \(fixed(means.turbulence, 2)), "
        + "complexity \(fixed(means.complexity, 3)), changes of state \(fixed(means.transitions, 2))",
    ]
    return (heads + subject.notes + flow + summary + transitions + chances + clusters).joined(separator: "\n")
  }

  private var transitions: [String] {
    var grid = TextGrid(isLeft: [true] + study.states.map { _ in false } + [false])
    grid.add(["from (% of its successors)"] + study.states + ["mean time"])
    for (row, state) in study.states.enumerated() {
      grid.add([state] + study.rates[row].map { fixed(100 * $0, 1) } + [fixed(study.meanTimes[row], 2)])
    }
    return grid.lines(width: 120)
  }

  private var chances: [String] {
    guard let found = subject.chances else { return [] }
    var grid = TextGrid(isLeft: [true, true, false] + Cohort.levels.map { _ in false })
    grid.add(["day", "from", "children"] + Cohort.levels)
    for (time, matrix) in zip(found.chances.times, found.chances.matrices) {
      for level in found.shown() {
        grid.add(
          [fixed(time, 0), Cohort.levels[level], String(found.began[level])] + matrix[level].map { fixed(100 * $0, 1) })
      }
    }
    return [
      "Chance (%) of being at each level, by the level on the first day, where 10 children or more began there (Aalen-Johansen)"
    ] + grid.lines(width: 120)
  }

  private var clusters: [String] {
    guard !study.clusters.isEmpty else { return [] }
    let head = "Clusters (\(clustering), \(distance)), mean silhouette \(fixed(study.averageSilhouette, 3))"
    return [head]
      + study.clusters.enumerated().map { index, cluster in
        let order = cluster.states.map { $0.joined(separator: " > ") }
        let alike = cluster.alike.map { " (\($0) have this order)" } ?? ""
        let middle =
          order.map { "in the middle: \($0)\(alike)" } ?? "the order of states in its middle is that of too few"
        let cost = cluster.poundsAChild.map { "; \(Int($0.rounded())) pounds a child" } ?? ""
        return
          "\(index + 1): \(cluster.children) children, silhouette \(fixed(cluster.silhouette, 3)); \(middle)\(cost)"
      }
  }

  /// The share in each state at each unit of time.
  var csv: String {
    let header = (["time"] + study.states + ["entropy", "synthetic"]).map(\.quotedCell).joined(separator: ",") + "\n"
    return study.entropies.indices.reduce(header) { text, time in
      let cells =
        [String(time + 1)] + study.shares.map { String($0[time]) } + [String(study.entropies[time])]
        + [subject.isSynthetic ? "synthetic" : ""]
      return text + cells.joined(separator: ",") + "\n"
    }
  }

  struct JSON: Encodable {
    let command = "study pathways"
    let notice: String
    let synthetic: Bool
    let title: String
    let steps: [Cohort.Step]
    let states: [String]
    let children: Int
    let distinct: Int
    let transitions: [[Int]]
    let rates: [[Double]]
    let meanTimes: [Double]
    let shares: [[Double]]
    let entropies: [Double]
    let means: Means
    let distanceSum: Double
    let distance: String
    let clustering: String
    let averageSilhouette: Double
    let clusters: [PathwayStudy.Cluster]
    let chances: [Chance]?
    let notes: [String]

    /// The chance of being in each state at a time, from one state.
    struct Chance: Encodable {
      let time: Double
      let from: String
      let children: Int
      let chances: [Double]
    }

    struct Means: Encodable {
      let entropy: Double
      let turbulence: Double
      let complexity: Double
      let transitions: Double
    }
  }

  var json: JSON {
    let means = study.means
    return JSON(
      notice: notice, synthetic: subject.isSynthetic, title: subject.title, steps: subject.steps,
      states: study.states, children: study.children, distinct: study.distinct, transitions: study.transitions,
      rates: study.rates, meanTimes: study.meanTimes, shares: study.shares, entropies: study.entropies,
      means: JSON.Means(
        entropy: means.entropy, turbulence: means.turbulence, complexity: means.complexity,
        transitions: means.transitions),
      distanceSum: study.distanceSum, distance: distance, clustering: clustering,
      averageSilhouette: study.averageSilhouette, clusters: study.clusters,
      chances: subject.chances.map { found in
        zip(found.chances.times, found.chances.matrices).flatMap { time, matrix in
          found.shown().map { level in
            JSON.Chance(time: time, from: Cohort.levels[level], children: found.began[level], chances: matrix[level])
          }
        }
      }, notes: subject.notes)
  }
}
