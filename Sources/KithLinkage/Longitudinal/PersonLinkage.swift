import KithEngine
public import KithStore
import KithTables

/// Who the children in a store are: one person across years, returns and authorities, with the evidence for each link.
///
/// Identifiers link first, the surest rule before the others; then agreement by weight. No link crosses an adoption order, by
/// any rule or through any other record.
public struct PersonLinkage: Sendable {
  /// Who is who, as the store keeps it.
  public let links: [PersonLink]
  /// The evidence for each link, what a person is to look at, and what was refused; in that order.
  public let evidence: [LinkEvidence]
  /// What came of it, in counts.
  public let summary: LinkSummary
  /// What was learnt, by template.
  public let models: [(template: String, model: MatchModel)]

  /// Links the children of the store's current submissions. It writes nothing but tables of the connection's own.
  public init(
    _ store: Store, _ settings: LinkSettings = LinkSettings(), saying step: (String) -> Void = { _ in }
  ) throws {
    var run = try LinkRun(store, settings, saying: step)
    step("linking")
    run.joinAll()
    links = run.personLinks
    evidence = run.evidence
    summary = run.summary
    models = run.models
  }
}

/// A run of linkage, from the children to the groups that they make.
struct LinkRun {
  let children: [KnownChild]
  let settings: LinkSettings
  let models: [(template: String, model: MatchModel)]
  private(set) var clusters: PersonClusters
  private(set) var judged: [JudgedLink] = []
  private(set) var templates: [LinkSummary.Template] = []
  /// The pairs that were left out because an adoption order stands between.
  private(set) var dropped: Set<[Int]>
  private let ranked: [CandidateLink]
  private let weighed: [CandidateLink]
  private let contradicted: [CandidateLink]
  private let decisions: [LinkDecision]

  init(_ store: Store, _ settings: LinkSettings, saying step: (String) -> Void) throws {
    let connection = store.connection
    self.settings = settings
    try settings.check()
    step("reading the returns")
    try KnownRecords(connection: connection, partsAtOrders: settings.acrossAdoption == nil).prepare()
    children = try KnownChild.all(on: connection)
    step("looking for adoption orders")
    let orders = try AdoptionOrders(connection: connection).prepare()
    let apart = try AdoptionOrders(connection: connection).suspectedPairs()
    decisions = try store.linkDecisions
    step("linking by identifiers")
    var (links, crossing) = try CandidateLink.ranked(on: connection)
    contradicted = try CandidateLink.contradicted(on: connection)
    let sure = Set(links.map { [$0.first, $0.second] })
    var (others, models): ([CandidateLink], [(template: String, model: MatchModel)]) = ([], [])
    let special = try connection.query(
      """
      SELECT count(first_successor) AS successors, count(nullif(is_unaccompanied, 0)) AS unaccompanied FROM link_child
      """)
    let designs = LinkTemplate.all(
      withSuccessors: try special.integers("successors")[0] ?? 0 > 0,
      withUnaccompanied: try special.integers("unaccompanied")[0] ?? 0 > 0)
    for template in designs {
      step("weighing \(template.name)")
      let pairs = try WeighedPairs(template, ranked: sure, children, settings, on: connection)
      crossing.formUnion(pairs.dropped)
      templates.append(LinkSummary.Template(template.name, pairs, settings))
      if let model = pairs.model { models.append((template.name, model)) }
      Self.add(pairs.links, to: &links, and: &others, isSure: pairs.surePairs >= settings.surePairs)
    }
    (ranked, weighed, self.models, dropped) = (links, others, models, crossing)
    let certain = others.filter { !$0.isUnlearnt && $0.probability ?? 0 >= settings.threshold }
    clusters = PersonClusters(
      children, orders: AdoptionOrders.reached(from: orders, by: links + certain), apart: apart)
  }

  /// Gives links by identifier the weight of their agreement, and keeps the others.
  private static func add(
    _ found: [CandidateLink], to ranked: inout [CandidateLink], and others: inout [CandidateLink], isSure: Bool
  ) {
    let places = Dictionary(uniqueKeysWithValues: ranked.enumerated().map { ([$1.first, $1.second], $0) })
    for link in found {
      if let place = places[[link.first, link.second]] {
        ranked[place].weight = link.weight
        ranked[place].probability = link.probability
        ranked[place].agreement = link.agreement
      } else {
        var link = link
        link.isUnlearnt = !isSure
        others.append(link)
      }
    }
  }

  /// Joins children, the surest links first: what a person decided, identifiers by rank, agreement by weight.
  mutating func joinAll() {
    let (same, different) = decidedPairs
    for pair in same.sorted(by: { ($0[0], $0[1]) < ($1[0], $1[1]) }) {
      judge(CandidateLink(first: pair[0], second: pair[1], rank: 0, rule: "a person's decision"), isSure: true)
    }
    let decided = same.union(different)
    let byRank = ranked.sorted { ($0.rank ?? 0, $0.first, $0.second) < ($1.rank ?? 0, $1.first, $1.second) }
    for link in byRank where !decided.contains([link.first, link.second]) { judge(link, isSure: true) }
    for link in contradicted where !decided.contains([link.first, link.second]) { putForward(link) }
    let byWeight = weighed.sorted {
      ($1.probability ?? 0, $1.weight ?? 0, $0.first, $0.second)
        < ($0.probability ?? 0, $0.weight ?? 0, $1.first, $1.second)
    }
    for link in byWeight where !decided.contains([link.first, link.second]) {
      judge(link, isSure: !link.isUnlearnt && link.probability ?? 0 >= settings.threshold)
    }
  }

  /// Asks a person about a pair that an identifier joins and something else speaks against.
  private mutating func putForward(_ link: CandidateLink) {
    if clusters.obstacle(link.first, link.second) == .adoption {
      dropped.insert([link.first, link.second])
    } else {
      judged.append(JudgedLink(link, .review, reason: "what else is known speaks against it"))
    }
  }

  private mutating func judge(_ link: CandidateLink, isSure: Bool) {
    if isSure {
      switch clusters.join(link.first, link.second) {
      case nil: judged.append(JudgedLink(link, .linked, reason: nil))
      case .adoption: dropped.insert([link.first, link.second])
      case .sameReturn: judged.append(JudgedLink(link, .review, reason: "one return would name the person twice"))
      case .births: judged.append(JudgedLink(link, .review, reason: "birth dates of the group have nothing in common"))
      }
    } else if link.probability ?? 0 >= settings.review, !clusters.areOne(link.first, link.second) {
      switch clusters.obstacle(link.first, link.second) {
      case .adoption: dropped.insert([link.first, link.second])
      case .sameReturn, .births: judged.append(JudgedLink(link, .refused, reason: "a surer link stands against it"))
      case nil:
        judged.append(
          JudgedLink(link, .review, reason: link.isUnlearnt ? "too few sure pairs to learn from" : "not sure"))
      }
    }
  }

  /// The pairs that persons have decided on, by the numbers of the children; a decision on a child counts for what is seen
  /// before an adoption order.
  private var decidedPairs: (same: Set<[Int]>, different: Set<[Int]>) {
    var numbers: [CollectedChild: Int] = [:]
    for (number, child) in children.enumerated() where child.part == 0 { numbers[child.key] = number }
    var pairs: (same: Set<[Int]>, different: Set<[Int]>) = ([], [])
    for decision in decisions {
      guard let a = numbers[decision.first], let b = numbers[decision.second] else { continue }
      if decision.isSame { pairs.same.insert([a, b].sorted()) } else { pairs.different.insert([a, b].sorted()) }
    }
    return pairs
  }
}

/// A pair and what became of it.
struct JudgedLink {
  let link: CandidateLink
  let state: LinkEvidence.State
  let reason: String?

  init(_ link: CandidateLink, _ state: LinkEvidence.State, reason: String?) {
    self.link = link
    self.state = state
    self.reason = reason
  }
}
