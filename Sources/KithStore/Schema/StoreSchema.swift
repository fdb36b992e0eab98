import KithEngine
import KithPlaces
import KithReturns

/// The store's own schema: its version, and the statements that make it.
public enum StoreSchema {
  /// The version. A store of another version is refused, never changed in passing.
  public static let version = 2

  /// The tables in which the store keeps its own records.
  static let ownTables = [
    "store_note", "submission", "submission_table", "submission_field", "submission_rule", "unreadable", "file",
    "access_log", "erasure",
    "harmonisation", "authority", "authority_successor", "person_link",
    "link_run", "link_evidence", "link_decision",
  ]

  /// Every table, the returns' after the store's own.
  static let tables = ownTables + StoredTable.all.map(\.name)

  static func makeTables(on connection: Connection) throws {
    for statement in ownCreations { try connection.execute(statement) }
    for table in StoredTable.all { try connection.execute(table.creation) }
  }

  static func make(on connection: Connection) throws {
    try makeTables(on: connection)
    try connection.execute("INSERT INTO store_note VALUES ('schema', \(String(version)))")
    try fillHarmonisation(on: connection)
    try fillAuthorities(on: connection)
  }

  package static let views: [NamedQuery] = submissionViews + HistoryViews.all

  static let ownCreations: [SQL] = [
    "CREATE TABLE store_note (name VARCHAR NOT NULL, value VARCHAR NOT NULL)",
    """
    CREATE TABLE submission (
      id BIGINT NOT NULL, collection VARCHAR NOT NULL, year BIGINT NOT NULL, authority VARCHAR NOT NULL,
      version BIGINT NOT NULL, supersedes BIGINT, state VARCHAR NOT NULL, rule_book VARCHAR, errors BIGINT,
      queries BIGINT, files_sha256 VARCHAR NOT NULL, row_count BIGINT NOT NULL, synthetic BOOLEAN NOT NULL,
      extract VARCHAR, as_of VARCHAR)
    """,
    """
    CREATE TABLE submission_table (
      submission BIGINT NOT NULL, table_name VARCHAR NOT NULL, state VARCHAR NOT NULL, row_count BIGINT NOT NULL,
      rows_sha256 VARCHAR NOT NULL)
    """,
    """
    CREATE TABLE submission_field (
      submission BIGINT NOT NULL, table_name VARCHAR NOT NULL, field VARCHAR NOT NULL, state VARCHAR NOT NULL)
    """,
    submissionRule,
    """
    CREATE TABLE unreadable (
      submission BIGINT NOT NULL, table_name VARCHAR NOT NULL, position BIGINT NOT NULL, field VARCHAR NOT NULL,
      text VARCHAR NOT NULL)
    """,
    """
    CREATE TABLE file (
      submission BIGINT NOT NULL, name VARCHAR NOT NULL, sha256 VARCHAR NOT NULL, table_name VARCHAR NOT NULL,
      row_count BIGINT NOT NULL)
    """,
    """
    CREATE TABLE access_log (
      number BIGINT NOT NULL, action VARCHAR NOT NULL, detail VARCHAR NOT NULL, as_of VARCHAR NOT NULL,
      previous_sha256 VARCHAR NOT NULL, sha256 VARCHAR NOT NULL)
    """,
    """
    CREATE TABLE erasure (
      number BIGINT NOT NULL, submission BIGINT NOT NULL, kind VARCHAR NOT NULL, reason VARCHAR NOT NULL,
      row_count BIGINT NOT NULL, as_of VARCHAR)
    """,
    """
    CREATE TABLE harmonisation (
      collection VARCHAR NOT NULL, table_name VARCHAR NOT NULL, field VARCHAR NOT NULL, code VARCHAR NOT NULL,
      mapped VARCHAR NOT NULL, first_year BIGINT, last_year BIGINT, why VARCHAR NOT NULL)
    """,
    "CREATE TABLE authority (code VARCHAR NOT NULL, name VARCHAR NOT NULL, region VARCHAR, opened DATE, closed DATE)",
    "CREATE TABLE authority_successor (code VARCHAR NOT NULL, successor VARCHAR NOT NULL, closed DATE)",
    """
    CREATE TABLE person_link (
      authority VARCHAR NOT NULL, child VARCHAR NOT NULL, person VARCHAR NOT NULL, collection VARCHAR,
      after_day DATE, until_day DATE)
    """,
    "CREATE TABLE link_run (number BIGINT NOT NULL, settings VARCHAR NOT NULL, as_of VARCHAR)",
    """
    CREATE TABLE link_evidence (
      number BIGINT NOT NULL, collection VARCHAR NOT NULL, authority VARCHAR NOT NULL, child VARCHAR NOT NULL,
      other_collection VARCHAR NOT NULL, other_authority VARCHAR NOT NULL, other_child VARCHAR NOT NULL,
      state VARCHAR NOT NULL, rule VARCHAR NOT NULL, rank BIGINT, weight DOUBLE, probability DOUBLE,
      agreement VARCHAR NOT NULL, reason VARCHAR)
    """,
    """
    CREATE TABLE link_decision (
      collection VARCHAR NOT NULL, authority VARCHAR NOT NULL, child VARCHAR NOT NULL,
      other_collection VARCHAR NOT NULL, other_authority VARCHAR NOT NULL, other_child VARCHAR NOT NULL,
      is_same BOOLEAN NOT NULL, reason VARCHAR NOT NULL, as_of VARCHAR)
    """,
  ]

  /// How often each rule was broken when a return was loaded. A store made before there was such a table gets it when it is next written to.
  static let submissionRule: SQL = """
    CREATE TABLE submission_rule (
      submission BIGINT NOT NULL, rule VARCHAR NOT NULL, title VARCHAR NOT NULL, severity VARCHAR NOT NULL,
      findings BIGINT NOT NULL)
    """

  /// The submissions that count, and each with the authority that its area belongs to now.
  private static let submissionViews: [NamedQuery] = [
    NamedQuery("current_submission", "SELECT * FROM submission WHERE state = 'current'"),
    NamedQuery(
      "current_submission_now",
      """
      SELECT s.*, coalesce(n.successor, s.authority) AS authority_now
      FROM current_submission AS s
      LEFT JOIN (
        SELECT code, min(successor) AS successor FROM authority_successor GROUP BY code HAVING count(*) = 1
      ) AS n ON n.code = s.authority
      """),
  ]

  private static func fillHarmonisation(on connection: Connection) throws {
    let mappings = Harmonisation.standard.mappings
    try connection.ingest(
      [
        .text("collection", mappings.map(\.collection.rawValue)), .text("table_name", mappings.map(\.table)),
        .text("field", mappings.map(\.field)), .text("code", mappings.map(\.code)),
        .text("mapped", mappings.map(\.mapped)), .integers("first_year", mappings.map(\.years.first)),
        .integers("last_year", mappings.map(\.years.last)), .text("why", mappings.map(\.why)),
      ], into: "harmonisation", catalog: Store.catalog, mode: .append)
  }

  private static func fillAuthorities(on connection: Connection) throws {
    let all = AuthorityRegister.england.authorities
    try connection.ingest(
      [
        .text("code", all.map(\.code.description)), .text("name", all.map(\.name)),
        .text("region", all.map(\.region.rawValue)), .days("opened", all.map(\.opened)),
        .days("closed", all.map(\.closed)),
      ], into: "authority", catalog: Store.catalog, mode: .append)
    let pairs = all.flatMap { authority in authority.successors.map { (authority, $0) } }
    try connection.ingest(
      [
        .text("code", pairs.map(\.0.code.description)), .text("successor", pairs.map(\.1.description)),
        .days("closed", pairs.map(\.0.closed)),
      ], into: "authority_successor", catalog: Store.catalog, mode: .append)
  }
}
