import KithEngine
import KithTables

extension Store {
  /// Says who the children are, in place of what was said before. A child of whom nothing is said is a person alone.
  ///
  /// Nothing of a return is changed: the links stand beside the rows, with the evidence for them. What earlier runs were and
  /// came to is kept, in counts; their links and evidence are not.
  public func link(
    _ links: [PersonLink], evidence: [LinkEvidence] = [], settings: String = "", asOf: String? = nil
  ) throws {
    try connection.transaction {
      for table in ["person_link", "link_evidence"] {
        try connection.execute("DELETE FROM \(identifier: table)")
      }
      try store(links)
      try store(evidence)
      let number = (try linkRuns.last?.number ?? 0) + 1
      try connection.execute("INSERT INTO link_run VALUES (\(number), \(settings), \(asOf))")
      try log("link", detail: "\(links.count) children linked to \(Set(links.map(\.person)).count) persons", asOf: asOf)
    }
  }

  private func store(_ links: [PersonLink]) throws {
    try connection.ingest(
      [
        .text("authority", links.map(\.authority)), .text("child", links.map(\.child.capitals)),
        .text("person", links.map(\.person)), .text("collection", links.map(\.collection)),
        .days("after_day", links.map(\.after)), .days("until_day", links.map(\.until)),
      ], into: "person_link", catalog: Self.catalog, mode: .append)
  }

  private func store(_ evidence: [LinkEvidence]) throws {
    guard !evidence.isEmpty else { return }
    try connection.ingest(
      [
        .integers("number", evidence.map(\.number)), .text("collection", evidence.map(\.first.collection)),
        .text("authority", evidence.map(\.first.authority)), .text("child", evidence.map(\.first.child)),
        .text("other_collection", evidence.map(\.second.collection)),
        .text("other_authority", evidence.map(\.second.authority)),
        .text("other_child", evidence.map(\.second.child)), .text("state", evidence.map(\.state.rawValue)),
        .text("rule", evidence.map(\.rule)), .integers("rank", evidence.map(\.rank)),
        .doubles("weight", evidence.map(\.weight)), .doubles("probability", evidence.map(\.probability)),
        .text("agreement", evidence.map(\.agreement)), .text("reason", evidence.map(\.reason)),
      ], into: "link_evidence", catalog: Self.catalog, mode: .append)
  }

  /// The evidence of the last run, of one state or of all, by number.
  public func linkEvidence(_ state: LinkEvidence.State? = nil) throws -> [LinkEvidence] {
    let wanted: SQL = state.map { "WHERE state = \($0.rawValue)" } ?? ""
    let found = try connection.query("SELECT * FROM link_evidence \(sql: wanted) ORDER BY number")
    let names = [
      "collection", "authority", "child", "other_collection", "other_authority", "other_child", "state", "rule",
      "agreement", "reason",
    ]
    let texts = try names.map { try found.text($0).values }
    let numbers = try ["number", "rank"].map { try found.integers($0).values }
    let shares = try ["weight", "probability"].map { try found.doubles($0).values }
    return (0..<found.rowCount).map { row in
      let t = texts.map { $0[row] ?? "" }
      return LinkEvidence(
        number: Int(numbers[0][row] ?? 0), first: CollectedChild(collection: t[0], authority: t[1], child: t[2]),
        second: CollectedChild(collection: t[3], authority: t[4], child: t[5]),
        state: LinkEvidence.State(rawValue: t[6]) ?? .refused, rule: t[7], rank: numbers[1][row].map(Int.init),
        weight: shares[0][row], probability: shares[1][row], agreement: t[8], reason: texts[9][row])
    }
  }

  /// The runs of linkage, in order; the links and the evidence are those of the last.
  public var linkRuns: [LinkRunRecord] {
    get throws {
      let found = try connection.query("SELECT * FROM link_run ORDER BY number")
      let (numbers, settings) = (try found.integers("number").values, try found.text("settings").values)
      let days = try found.text("as_of").values
      return numbers.indices.map {
        LinkRunRecord(number: Int(numbers[$0] ?? 0), settings: settings[$0] ?? "", asOf: days[$0])
      }
    }
  }

  /// What persons have decided about pairs of children, in order.
  public var linkDecisions: [LinkDecision] {
    get throws {
      let found = try connection.query("SELECT * FROM link_decision ORDER BY ALL")
      let names = ["collection", "authority", "child", "other_collection", "other_authority", "other_child", "reason"]
      let texts = try names.map { try found.text($0).values }
      let same = try found.booleans("is_same").values
      return (0..<found.rowCount).map { row in
        let t = texts.map { $0[row] ?? "" }
        return LinkDecision(
          first: CollectedChild(collection: t[0], authority: t[1], child: t[2]),
          second: CollectedChild(collection: t[3], authority: t[4], child: t[5]), isSame: same[row] ?? false,
          reason: t[6])
      }
    }
  }

  /// Keeps a decision, in place of an earlier one about the same two children. It counts from the next run on.
  public func decide(_ decision: LinkDecision, asOf: String? = nil) throws {
    let (a, b) = (decision.first, decision.second)
    try connection.transaction {
      try connection.execute(
        """
        DELETE FROM link_decision WHERE \(sql: Self.isPair(a, b)) OR \(sql: Self.isPair(b, a))
        """)
      try connection.execute(
        """
        INSERT INTO link_decision VALUES (
          \(a.collection), \(a.authority), \(a.child), \(b.collection), \(b.authority), \(b.child),
          \(decision.isSame), \(decision.reason), \(asOf))
        """)
      try log("decide", detail: "two records are \(decision.isSame ? "one child" : "two children")", asOf: asOf)
    }
  }

  private static func isPair(_ a: CollectedChild, _ b: CollectedChild) -> SQL {
    """
    (collection = \(a.collection) AND authority = \(a.authority) AND child = \(a.child)
    AND other_collection = \(b.collection) AND other_authority = \(b.authority) AND other_child = \(b.child))
    """
  }

  /// Takes out what is said of children whom no current submission names.
  func eraseStrayLinks() throws {
    let isNamed = { (authority: String, child: String) -> SQL in
      """
      \(raw: authority) || '-' || \(raw: child) IN (SELECT p.authority || '-' || p.child FROM person_record AS p)
      """
    }
    try connection.execute("DELETE FROM person_link WHERE NOT (\(sql: isNamed("authority", "child")))")
    for table in ["link_evidence", "link_decision"] {
      try connection.execute(
        """
        DELETE FROM \(identifier: table) WHERE NOT (\(sql: isNamed("authority", "child"))
        AND \(sql: isNamed("other_authority", "other_child")))
        """)
    }
  }

  /// Takes the evidence and decisions about a child out.
  func eraseLinks(of child: String, _ authority: String) throws {
    for table in ["link_evidence", "link_decision"] {
      try connection.execute(
        """
        DELETE FROM \(identifier: table) WHERE authority = \(authority) AND child = \(child)
        OR other_authority = \(authority) AND other_child = \(child)
        """)
    }
  }
}
