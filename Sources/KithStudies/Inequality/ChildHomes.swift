import KithEngine
import KithStore
public import KithTables

/// In which small area each child lives, or lived before care.
public struct ChildHomes: Sendable {
  private let areas: [String: String]

  /// Reads the authority's own list, `authority,child,lsoa`.
  public init(_ table: SeparatedText, name: String) throws(StudyError) {
    guard let authority = table.column("authority"), let child = table.column("child"),
      let code = SmallAreas.codeColumn(table)
    else { throw StudyError(.column, "\(name) has no columns authority, child and lsoa; it needs them.") }
    areas = Dictionary(
      table.records.map { ($0[authority].trimmed + "-" + $0[child].trimmed, $0[code].trimmed) },
      uniquingKeysWith: { first, _ in first })
  }

  private init(_ areas: [String: String]) { self.areas = areas }

  /// Looks up the homes (HOME_POST) of children looked after in a file of postcodes, of `postcode,lsoa` or of ONS's names, as `pcds` and
  /// `lsoa21cd`.
  public static func ofPostcodes(_ children: [PlacedChild], file: String) throws -> ChildHomes {
    let connection = try Engine(.duckDB()).connect()
    let table: SQL = "read_csv(\(literal: file), header = true, all_varchar = true)"
    let names: [String]
    do { names = try connection.query("SELECT * FROM \(sql: table) LIMIT 0").columnNames } catch {
      throw StudyError(.unreadable, "\(file) is not there, or is no comma-separated text; check the path.")
    }
    func column(_ isIt: (String) -> Bool) -> String? { names.first { isIt($0.lowercased()) } }
    guard let postcode = column({ ["postcode", "pcds", "pcd7", "pcd8", "pcd", "pcd2"].contains($0) }),
      let area = column({ $0 == "lsoa" || $0.hasPrefix("lsoa") })
    else { throw StudyError(.column, "\(file) has no columns postcode and lsoa; give ONS's directory as CSV.") }
    let wanted = Set(children.map(\.homePostcode)).subtracting([""]).sorted()
    guard !wanted.isEmpty else { return ChildHomes([:]) }
    try connection.ingest([.text("wanted", wanted)], into: "wanted", mode: .create)
    let result = try connection.query(
      """
      SELECT wanted, any_value(\(identifier: area)) AS area FROM \(sql: table)
      JOIN wanted ON wanted = upper(replace(\(identifier: postcode), ' ', '')) GROUP BY wanted
      """)
    let (found, codes) = (try result.text("wanted"), try result.text("area"))
    let places = Dictionary(uniqueKeysWithValues: (0..<result.rowCount).map { (found[$0] ?? "", codes[$0] ?? "") })
    return ChildHomes(
      Dictionary(
        children.compactMap { child in
          places[child.homePostcode].map { (child.authority + "-" + child.child, $0) }
        }, uniquingKeysWith: { first, _ in first }))
  }

  func area(of child: PlacedChild) -> String? { areas[child.authority + "-" + child.child] }
}
