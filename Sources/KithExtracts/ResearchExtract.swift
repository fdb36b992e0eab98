import KithDisclosure
import KithEngine
public import KithRegister
public import KithStore

/// A researcher's extract of a store, made under an agreement: its tables stand ready on the store's connection.
///
/// It holds only columns whose fields the agreement names. It is personal data still: who has the key, or knows enough of a
/// child, can tell who is who (UK GDPR, recital 26).
public struct ResearchExtract {
  /// What the extract's files say of it.
  public static let notice =
    "Pseudonymised, not anonymous: personal data under the UK GDPR (recital 26). Not for release; figures made of it are to be checked first."

  /// The tables, with the columns that the agreement names.
  public let tables: [ExtractTable]
  /// The columns that were left out because the agreement does not name their fields, as `table.column`.
  public let leftOut: [String]
  /// How many rows each table has.
  public let rows: [Int]
  /// What was looked for, and in how many cells.
  public let proof: IdentifierProof
  /// The codebook's lines.
  public let codebook: [CodebookLine]
  /// How recognisable the children are.
  public let risk: ExtractRisk
  /// Whether the store's children are invented.
  public let isSynthetic: Bool
  let store: Store

  /// Makes the tables; refused where the agreement names none of their fields, or an identifier is left in any.
  public init(_ store: Store, _ permission: Permission, _ names: KeyedNames, _ choices: ExtractChoices) throws {
    let fields = Set(permission.agreement.fields.map { $0.lowercased() })
    let all = ExtractTable.all(choices)
    tables = all.compactMap { $0.covered(by: fields) }
    guard !tables.isEmpty else {
      throw ExtractError(
        .notCovered,
        "The agreement names no field that an extract holds; it names fields as the guidance does: DOB, SEX, DECOM, LS, CINreferralDate, …"
      )
    }
    let kept = Set(tables.flatMap { table in table.columns.map { "\(table.name).\($0.name)" } })
    leftOut = all.flatMap { table in table.columns.map { "\(table.name).\($0.name)" } }.filter { !kept.contains($0) }
    self.store = store
    isSynthetic = try store.isSynthetic == true
    try names.keep(store)
    try Self.keepPlaces(choices, store)
    rows = try tables.map { try Self.keep($0, store) }
    proof = try IdentifierProof(tables, store)
    codebook = try tables.flatMap { try CodebookLine.lines(of: $0, store) }
    risk = try ExtractRisk(tables, store)
  }

  /// The table's name on the connection.
  static func kept(_ table: ExtractTable) -> String { "extract_\(table.name)" }

  /// Keeps a table, in an order that the key decides; how many rows it has.
  private static func keep(_ table: ExtractTable, _ store: Store) throws -> Int {
    let columns = table.columns.map { "\(sql: $0.value) AS \(identifier: $0.name)" as SQL }
    let list = columns.dropFirst().reduce(columns[0]) { $0 + ", " + $1 }
    try store.connection.keep(
      """
      SELECT \(sql: list) FROM \(identifier: table.view) AS t
      JOIN person AS p ON p.person = t.person JOIN extract_names AS m ON m.person = t.person
      ORDER BY ALL
      """, as: kept(table))
    let found = try store.connection.query("SELECT count(*) AS n FROM \(identifier: kept(table))")
    return Int(try found.integers("n")[0] ?? 0)
  }

  private static func keepPlaces(_ choices: ExtractChoices, _ store: Store) throws {
    guard let file = choices.placesFile else { return }
    do {
      try store.connection.keep(
        """
        SELECT replace(upper(postcode), ' ', '') AS postcode, lsoa, decile
        FROM read_csv(\(literal: file), header = true, all_varchar = true)
        """, as: "extract_places")
    } catch {
      throw ExtractError(.file, "\(file) cannot be read; it is to have the columns postcode, lsoa and decile.")
    }
  }
}
