public import KithDisclosure

/// The ways of a study as they may be released: how many children were in each state at each time, what followed what, the orders of states
/// and the clusters, audited as one publication.
///
/// Counts by time and counts of what followed what are linked: all that follows a state is all times in it but the last. Costs, distances and
/// silhouettes are not released: they hang on single ways.
public struct PathwayRelease: Sendable {
  private let study: PathwayStudy
  private let title: String
  private let length: Int
  /// How many children were in each state (row) at each unit of time (column).
  private let counts: [[Int]]

  /// The counts behind a study of these sequences, which have to be of one length.
  public init(_ study: PathwayStudy, of sequences: StateSequences, title: String) throws(StudyError) {
    let length = sequences.sequences.first?.count ?? 0
    guard length > 0, sequences.sequences.allSatisfy({ $0.count == length }) else {
      throw StudyError(.column, "Sequences of different lengths are not released: nobody is counted throughout.")
    }
    var counts = [[Int]](repeating: [Int](repeating: 0, count: length), count: sequences.states.count)
    for sequence in sequences.sequences {
      for (time, state) in sequence.enumerated() { counts[Int(state)][time] += 1 }
    }
    self.study = study
    self.title = title
    self.length = length
    self.counts = counts
  }

  static func name(_ state: Int, at time: Int) -> String { "state \(state) at \(time)" }
  static func name(_ from: Int, to: Int) -> String { "state \(from) to \(to)" }

  private func publication(_ policy: DisclosurePolicy) throws(DisclosureError) -> Publication {
    let (states, times) = (study.states.indices, 0..<length)
    // How many are followed stands on every page of a study, so it is shown where it is not small.
    let all = CountCell("children", count: study.children)
    var cells = [CountCell("children", count: study.children, handling: policy.withholds(all) ? .open : .mustShow)]
    cells += states.flatMap { state in times.map { CountCell(Self.name(state, at: $0), count: counts[state][$0]) } }
    cells += states.flatMap { from in
      states.map { CountCell(Self.name(from, to: $0), count: study.transitions[from][$0]) }
    }
    var relations = times.map { time in
      Relation(total: "children", parts: states.map { Self.name($0, at: time) })
    }
    for state in states {
      relations.append(
        Relation(states.map { Self.name(state, to: $0) }, equals: times.dropLast().map { Self.name(state, at: $0) }))
      relations.append(
        Relation(states.map { Self.name($0, to: state) }, equals: times.dropFirst().map { Self.name(state, at: $0) }))
    }
    for (groups, part) in [(study.ways.map(\.children), "way"), (study.clusters.map(\.children), "cluster")] {
      let rest = study.children - groups.reduce(0, +)
      let parts = groups.indices.map { "\(part) \($0)" }
      guard !parts.isEmpty else { continue }
      cells += zip(parts, groups).map { CountCell($0, count: $1) } + [CountCell("other \(part)s", count: rest)]
      relations.append(Relation(total: "children", parts: parts + ["other \(part)s"]))
    }
    return try Publication(title: title, cells: cells, relations: relations)
  }

  /// What an audit has passed of it.
  public struct Outcome: Sendable {
    /// The names of states.
    public let states: [String]
    /// How many units of time there are.
    public let length: Int
    /// The orders of states, with how long each lasted on average.
    public let ways: [PathwayStudy.Way]
    /// The tables.
    public let tables: ReleasedTables
    private let release: Release

    fileprivate init(_ study: PathwayStudy, _ length: Int, _ tables: ReleasedTables, _ release: Release) {
      (states, ways) = (study.states, study.ways)
      (self.length, self.tables, self.release) = (length, tables, release)
    }

    /// How many were in a state at a time, from 0 on.
    public func count(in state: Int, at time: Int) -> Releasable<ShownFigure>? {
      release.count(PathwayRelease.name(state, at: time))
    }

    /// How often a state was followed by another.
    public func count(from state: Int, to other: Int) -> Releasable<ShownFigure>? {
      release.count(PathwayRelease.name(state, to: other))
    }

    /// How many had an order of states.
    public func count(ofWay place: Int) -> Releasable<ShownFigure>? { release.count("way \(place)") }

    /// How many had another order.
    public var others: Releasable<ShownFigure>? { release.count("other ways") }
  }

  /// The figures as a policy lets them be shown; nothing where the audit does not pass.
  public func outcome(under policy: DisclosurePolicy) throws(DisclosureError) -> Outcome {
    let release = try Disclosure.release(
      try publication(policy), under: policy.withoutProtectionByRounding, effort: .fast)
    let tables = ReleasedTables(
      tables: [byTime(release), followed(release)] + groups(release), policy: policy.name, audit: release.report.lines)
    return Outcome(study, length, tables, release)
  }

  private func byTime(_ release: Release) -> StudyTable {
    StudyTable(
      "\(title): children in each state", columns: ["time"] + study.states + ["all"],
      rows: (0..<length).map { time in
        [.count(time + 1)] + study.states.indices.map { StudyTable.Cell(release.count(Self.name($0, at: time))) }
          + [StudyTable.Cell(release.count("children"))]
      })
  }

  private func followed(_ release: Release) -> StudyTable {
    StudyTable(
      "\(title): how often a state was followed by another", columns: ["from"] + study.states,
      rows: study.states.indices.map { from in
        [.text(study.states[from])]
          + study.states.indices.map { StudyTable.Cell(release.count(Self.name(from, to: $0))) }
      })
  }

  private func groups(_ release: Release) -> [StudyTable] {
    let ways = study.ways.enumerated().map { place, way -> [StudyTable.Cell] in
      let order = way.runs.map { "\(study.states[$0.state]) \($0.length)" }.joined(separator: " > ")
      return [.text(order), StudyTable.Cell(release.count("way \(place)"))]
    }
    let clusters = study.clusters.enumerated().map { place, cluster -> [StudyTable.Cell] in
      let order = cluster.states.map { $0.joined(separator: " > ") } ?? "an order that too few have"
      return [.count(place + 1), .text(order), StudyTable.Cell(release.count("cluster \(place)"))]
    }
    let others = StudyTable.Cell(release.count("other ways"))
    let byWay = StudyTable(
      "\(title): orders of states, each with its mean length", columns: ["order", "children"],
      rows: ways + [[.text("other orders"), others]])
    let byCluster = StudyTable(
      "\(title): clusters, by the order of states in the middle", columns: ["cluster", "middle", "children"],
      rows: clusters)
    return (ways.isEmpty ? [] : [byWay]) + (clusters.isEmpty ? [] : [byCluster])
  }
}

extension PathwayRelease {
  /// The cells as `kith release --check` reads outputs of a secure room.
  public var outputs: String {
    let byTime = study.states.enumerated().flatMap { state, name in
      (0..<length).map { OutputLine(table: "states", row: "time \($0 + 1)", column: name, count: counts[state][$0]) }
    }
    let moves = study.states.enumerated().flatMap { from, name in
      study.states.enumerated().map {
        OutputLine(table: "what followed", row: name, column: $1, count: study.transitions[from][$0])
      }
    }
    let clusters = study.clusters.enumerated().map {
      OutputLine(table: "clusters", row: "cluster \($0 + 1)", column: "children", count: $1.children)
    }
    return OutputLine.text(byTime + moves + clusters)
  }

  /// The raw counts by time and state of one authority's children, as `kith release --figures` reads them.
  public func figureFile(authority: String, year: Int, unit: PathwayUnit, isSynthetic: Bool) -> Internal<String> {
    let lines = (0..<length).flatMap { time -> [FigureLine] in
      func line(_ group: (String, String)?, _ count: Int) -> FigureLine {
        FigureLine(
          year: year, authority: authority, measure: "pathway_\(unit.rawValue)_\(time + 1)",
          label: "\(title), after \(time + 1) \(unit.rawValue)s", group: group, unit: "count", numerator: count,
          denominator: nil)
      }
      return [line(nil, study.children)]
        + study.states.enumerated().map { line(("state", $1), counts[$0][time]) }
    }
    return Disclosure.internalUse(FigureLine.text(lines, isSynthetic: isSynthetic))
  }
}
