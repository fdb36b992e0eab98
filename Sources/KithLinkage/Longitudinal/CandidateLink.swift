import KithEngine

/// Two children who may be one, and what says so.
struct CandidateLink {
  /// The numbers of the children, the lower first.
  let first: Int
  let second: Int
  /// The rule by which an identifier joins them; nil where none does.
  var rank: Int?
  /// The rule in words.
  var rule: String
  /// The weight of their agreement in bits, and the probability that it gives with what else either may be linked to.
  var weight: Double?
  var probability: Double?
  /// How they agree, by level, and what each is worth: see ``AgreementTrail``.
  var agreement = ""
  /// Whether too few sure pairs were there to learn what agreement is worth.
  var isUnlearnt = false
}

extension CandidateLink {
  /// The pairs that identifiers join, each by its surest rule, none across an adoption order; and those that were dropped
  /// because one stands between.
  static func ranked(on connection: Connection) throws -> (links: [CandidateLink], dropped: Set<[Int]>) {
    var (links, dropped): ([CandidateLink], Set<[Int]>) = ([], [])
    var seen: Set<[Int]> = []
    try connection.keep(IdentifierRank.sharedNumbers, as: "link_shared_upn")
    for rank in IdentifierRank.all {
      let found = try pairs(of: rank, on: connection)
      dropped.formUnion(found.dropped)
      for pair in found.pairs where seen.insert(pair).inserted {
        links.append(CandidateLink(first: pair[0], second: pair[1], rank: rank.number, rule: rank.words))
      }
    }
    return (links, dropped)
  }

  /// The pairs of an identifier that birth dates speak against.
  static func contradicted(on connection: Connection) throws -> [CandidateLink] {
    try [IdentifierRank.sharedIdentifier, .contradiction].flatMap { rank in
      try pairs(of: rank, on: connection).pairs.map {
        CandidateLink(first: $0[0], second: $0[1], rank: nil, rule: rank.words)
      }
    }
  }

  private static func pairs(
    of rank: IdentifierRank, on connection: Connection
  ) throws -> (pairs: [[Int]], dropped: Set<[Int]>) {
    try connection.keep(rank.query, as: "link_ranked")
    let children = "(SELECT c.*, c.child_id AS id FROM link_child AS c)"
    try connection.keep(AdoptionOrders.crossing("link_ranked", children, children), as: "link_crossing")
    let found = try connection.query(
      """
      SELECT f.l, f.r, CASE WHEN d.l IS NULL THEN 0 ELSE 1 END AS crosses FROM link_ranked AS f
      LEFT JOIN link_crossing AS d ON d.l = f.l AND d.r = f.r ORDER BY f.l, f.r
      """)
    let (l, r) = (try found.integers("l").values, try found.integers("r").values)
    let crosses = try found.integers("crosses").values
    let pairs = l.indices.map { [Int(l[$0] ?? 0), Int(r[$0] ?? 0)].sorted() }
    let kept = pairs.indices.filter { crosses[$0] == 0 }.map { pairs[$0] }
    return (kept, Set(pairs.indices.filter { crosses[$0] != 0 }.map { pairs[$0] }))
  }
}
