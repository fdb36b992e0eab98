import KithEngine

/// A submission as the store knows it.
public struct StoredSubmission: Hashable, Sendable {
  /// Its number in the store, never used again.
  public let id: Int
  /// The collection: `ssda903` or `cin`.
  public let collection: String
  /// The calendar year in which the collection ends.
  public let year: Int
  /// The authority's three digits.
  public let authority: String
  /// The authority's name, where the register has it.
  public let authorityName: String?
  /// Its number among the submissions of its collection, year and authority, from 1.
  public let version: Int
  /// The submission that it took the place of.
  public let supersedes: Int?
  /// `current`, `superseded`, `removed` or `erased`.
  public let state: String
  /// The rule book that it was checked against; nil when it was not.
  public let ruleBook: String?
  /// How many errors the check found.
  public let errors: Int?
  /// How many queries the check found.
  public let queries: Int?
  /// How many rows it was loaded with.
  public let rows: Int
  /// Whether it is synthetic.
  public let isSynthetic: Bool
  /// The day or occasion that the user named.
  public let asOf: String?
  /// The hash of its files.
  public let filesHash: String
}

extension Store {
  /// Every submission there has been, oldest first.
  public var submissions: [StoredSubmission] {
    get throws {
      let found = try connection.query(
        """
        SELECT s.*, a.name AS authority_name FROM submission AS s LEFT JOIN authority AS a ON a.code = s.authority
        ORDER BY s.id
        """)
      let numbers = try ["id", "year", "version", "supersedes", "errors", "queries", "row_count"].map {
        try found.integers($0).values
      }
      let texts = try ["collection", "authority", "authority_name", "state", "rule_book", "as_of", "files_sha256"].map {
        try found.text($0).values
      }
      let marks = try found.booleans("synthetic").values
      return (0..<found.rowCount).map { row in
        let (n, t) = (numbers.map { $0[row].map(Int.init) }, texts.map { $0[row] })
        return StoredSubmission(
          id: n[0] ?? 0, collection: t[0] ?? "", year: n[1] ?? 0, authority: t[1] ?? "", authorityName: t[2],
          version: n[2] ?? 0, supersedes: n[3], state: t[3] ?? "", ruleBook: t[4], errors: n[4], queries: n[5],
          rows: n[6] ?? 0, isSynthetic: marks[row] ?? false, asOf: t[5], filesHash: t[6] ?? "")
      }
    }
  }
}
