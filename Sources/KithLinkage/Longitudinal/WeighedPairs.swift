import KithEngine

/// The pairs of a template, weighed by what was learnt of them.
struct WeighedPairs {
  /// What was learnt; nil where there was nothing to learn from.
  let model: MatchModel?
  /// The pairs, by the numbers of the children, whose probability reaches that of review; and those that an identifier joins.
  let links: [CandidateLink]
  /// How many pairs were compared.
  let compared: Int
  /// The pairs, by the numbers of the children, that were dropped before they were compared, because an adoption order stands
  /// between.
  let dropped: Set<[Int]>
  /// How many of the pairs compared are joined by an identifier.
  let surePairs: Int

  /// Finds, compares and weighs the pairs of a template.
  init(
    _ template: LinkTemplate, ranked: Set<[Int]>, _ children: [KnownChild], _ settings: LinkSettings,
    on connection: Connection
  ) throws {
    let (left, right) = (template.left, template.right)
    let tables = PairTables(connection, template.design, left, right, name: "link_pairs")
    try tables.find()
    try connection.keep(AdoptionOrders.crossing("link_pairs_found", left, right), as: "link_crossing")
    dropped = try Self.dropped(left, right, on: connection)
    try tables.compare(without: "link_crossing")
    compared = try tables.rowCount(tables.compared)
    guard compared > 0 else {
      (model, links, surePairs) = (nil, [], 0)
      return
    }
    let chance = try tables.chance(samples: settings.samples, seed: settings.seed)
    let total = try PairTotal(template).count(on: connection)
    let counts = PairCounts(try tables.counts(), of: template.design, total: total)
    let size = Double(min(try tables.rowCount(left), try tables.rowCount(right)))
    let sure = try Self.surePatterns(ranked, in: tables, on: connection)
    surePairs = sure.reduce(0) { $0 + $1.count }
    // What so few pairs teach is only good for proposals, and estimation would run on without coming to rest.
    let isLearnt = surePairs >= settings.surePairs
    let model = MatchModel.fitted(
      to: counts, of: template.design, others: chance.shares, missing: chance.missing, matches: max(1, size / 20),
      most: max(1, size), rounds: isLearnt ? 2_000 : 100,
      known: isLearnt ? Self.known(from: sure, of: template.design) : [:])
    self.model = model
    let numbers = try (Self.numbers(left, on: connection), Self.numbers(right, on: connection))
    // Rivals of small weight count little: eight bits below review are a 256th of its odds.
    let floor = weight(ofProbability: settings.review) - 8
    let scored = try tables.scores(model, atLeast: -1_000).filter {
      $0.weight >= floor || ranked.contains([numbers.0[$0.left], numbers.1[$0.right]].sorted())
    }
    links = Rivals(scored, numbers, children, model).links
  }

  /// How many of the pairs that an identifier joins show each pattern.
  private static func surePatterns(
    _ ranked: Set<[Int]>, in tables: PairTables, on connection: Connection
  ) throws -> [(pattern: Int, count: Int)] {
    let pairs = ranked.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }
    try connection.keep(
      [.integers("l", pairs.map { Optional(Int64($0[0])) }), .integers("r", pairs.map { Optional(Int64($0[1])) })],
      as: "link_sure")
    return try tables.counts(
      of: """
        SELECT c.pattern FROM \(identifier: tables.compared) AS c
        JOIN \(identifier: tables.left) AS l ON l.id = c.l JOIN \(identifier: tables.right) AS r ON r.id = c.r
        JOIN link_sure AS s ON s.l = least(l.child_id, r.child_id) AND s.r = greatest(l.child_id, r.child_id)
        """)
  }

  /// The shares of levels (m) of what a child is, counted from pairs that an identifier joins. Of few true pairs, as between
  /// authorities, estimation alone may take for pairs of one child what only happens to agree.
  private static func known(from sure: [(pattern: Int, count: Int)], of design: LinkageDesign) -> [Int: [Double]] {
    var known: [Int: [Double]] = [:]
    for (place, comparison) in design.comparisons.enumerated() where LinkTemplate.personal.contains(comparison.name) {
      var levels = Array(repeating: 0.0, count: comparison.levels.count + 1)
      for (pattern, count) in sure { levels[design.space.level(place, of: pattern)] += Double(count) }
      known[place] = MatchModel.learnt(levels)
    }
    return known
  }

  private static func dropped(_ left: String, _ right: String, on connection: Connection) throws -> Set<[Int]> {
    let found = try connection.query(
      """
      SELECT l.child_id AS l, r.child_id AS r FROM link_crossing AS c
      JOIN \(identifier: left) AS l ON l.id = c.l JOIN \(identifier: right) AS r ON r.id = c.r
      """)
    return Set(
      zip(try found.integers("l").values, try found.integers("r").values).map { [Int($0 ?? 0), Int($1 ?? 0)].sorted() })
  }

  private static func numbers(_ table: String, on connection: Connection) throws -> [Int] {
    try connection.query("SELECT child_id FROM \(identifier: table) ORDER BY id").integers("child_id").values.map {
      Int($0 ?? 0)
    }
  }
}

/// The number of a template's pairs of children, but for those of one return.
struct PairTotal {
  private let left: String
  private let right: String
  private let parts: [LinkTemplate]

  init(_ template: LinkTemplate) { (left, right, parts) = (template.left, template.right, template.parts) }

  func count(on connection: Connection) throws -> Double {
    try parts.reduce(try whole(on: connection)) { try $0 - PairTotal($1).whole(on: connection) }
  }

  private func whole(on connection: Connection) throws -> Double {
    let (l, r) = try (size(left, connection), size(right, connection))
    guard left == right else { return l * r }
    let groups = try connection.query(
      """
      SELECT authority, years, count(*) AS n FROM \(identifier: left) WHERE years IS NOT NULL GROUP BY authority, years
      ORDER BY authority, years
      """)
    let names = try groups.text("authority").values
    let (years, counts) = (try groups.integers("years").values, try groups.integers("n").values)
    var together = 0.0
    for a in names.indices {
      let own = Double(counts[a] ?? 0)
      together += own * (own - 1) / 2
      for b in names.indices.dropFirst(a + 1).prefix(while: { names[$0] == names[a] })
      where (years[a] ?? 0) & (years[b] ?? 0) != 0 {
        together += own * Double(counts[b] ?? 0)
      }
    }
    return max(0, l * (l - 1) / 2 - together)
  }

  private func size(_ table: String, _ connection: Connection) throws -> Double {
    Double(try connection.query("SELECT count(*) AS n FROM \(identifier: table)").integers("n")[0] ?? 0)
  }
}
