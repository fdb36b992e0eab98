import Foundation
public import KithReturns
import KithTables

/// Which column of which file of a de-identified national extract holds which field of a return.
///
/// The names of columns differ between editions, so they are data: a CSV file with the headings edition, collection, table,
/// file, column, field, form, verified. `field` is the guidance's name, or `(year)` or `(authority)`. An extract has a
/// pupil matching reference in place of the UPN, months of birth, other names for children, and no postcodes.
public struct ExtractMap: Sendable {
  /// A column of a file.
  public struct Column: Hashable, Sendable {
    /// The collection.
    public let collection: CollectionKind
    /// The table of the return.
    public let table: TableName
    /// The file's name.
    public let file: String
    /// The column's name in the file.
    public let name: String
    /// What it holds.
    public let target: Target
    /// How it is written, or what it is in place of the field.
    public let form: Form
  }

  /// What a column holds.
  public enum Target: Hashable, Sendable {
    /// A field of the return.
    case field(Field)
    /// The collection year: `2024`, `2023/24` or `202324`.
    case year
    /// The authority.
    case authority
  }

  /// How a column is written, or what it is in place of the field.
  public enum Form: String, Sendable, CaseIterable {
    /// As the return writes it.
    case same = ""
    /// A day as `31/03/2024`.
    case slashedDay = "dd/mm/yyyy"
    /// A day as `2024-03-31`.
    case isoDay = "yyyy-mm-dd"
    /// A month as `03/2024`; the store holds its first day.
    case slashedMonth = "mm/yyyy"
    /// A month as `2024-03`; the store holds its first day.
    case isoMonth = "yyyy-mm"
    /// A reference in place of the UPN.
    case pupilMatchingReference = "pupil matching reference"
    /// An identifier that the extract's makers gave.
    case anonymised
  }

  /// The edition, as its users know it.
  public let edition: String
  /// Whether a user has confirmed every name.
  public let isVerified: Bool
  /// The columns.
  public let columns: [Column]

  /// The edition, with a mark where a name is unverified.
  public var title: String { isVerified ? edition : edition + " (columns unverified)" }

  /// Reads a map from a file.
  public init(file path: String) throws(StoreError) {
    guard let data = FileManager.default.contents(atPath: path), let table = try? SeparatedText(Array(data)) else {
      throw StoreError(.unfit, "\(path) cannot be read as a map; give a CSV file with the headings \(Self.headings).")
    }
    try self.init(table, named: path)
  }

  private static let headings = "edition, collection, table, file, column, field, form, verified"

  init(_ table: SeparatedText, named path: String) throws(StoreError) {
    let places = Self.headings.split(separator: ", ").compactMap { table.column(String($0)) }
    guard places.count == 8, let first = table.records.first else {
      throw StoreError(.unfit, "\(path) is no map of an extract; its headings are \(Self.headings).")
    }
    edition = first[places[0]].trimmed
    isVerified = table.records.allSatisfy { $0[places[7]].trimmed.lowercased() == "yes" }
    var columns: [Column] = []
    for (record, line) in zip(table.records, table.lines) {
      let cells = places.map { record[$0].trimmed }
      do {
        columns.append(try Column(cells))
      } catch {
        throw StoreError(.unfit, "\(path), line \(line): \(error.description)")
      }
      guard cells[0] == edition else { throw StoreError(.unfit, "\(path), line \(line): a map is of one edition.") }
    }
    self.columns = columns
  }
}

extension ExtractMap.Column {
  fileprivate init(_ cells: [String]) throws(StoreError) {
    guard let collection = CollectionKind(rawValue: cells[1].lowercased()),
      let schema = collection.schemas.first(where: { $0.name.description.lowercased() == cells[2].lowercased() })
    else { throw StoreError(.unfit, "no return has such a table; write ssda903 or cin, and the guidance's name.") }
    guard let form = ExtractMap.Form(rawValue: cells[6].lowercased()) else {
      let forms = ExtractMap.Form.allCases.map(\.rawValue).filter { !$0.isEmpty }.joined(separator: ", ")
      throw StoreError(.unfit, "form is blank or one of: \(forms).")
    }
    self.collection = collection
    self.form = form
    table = schema.name
    file = cells[3]
    name = cells[4]
    target = try Self.target(cells[5], in: schema)
    try refuseIdentifying()
  }

  private static func target(_ text: String, in schema: TableSchema) throws(StoreError) -> ExtractMap.Target {
    switch text.lowercased() {
    case "(year)": return .year
    case "(authority)": return .authority
    default:
      let field = (schema.fields + schema.derived).first { $0.description.lowercased() == text.lowercased() }
      guard let field else {
        throw StoreError(.unfit, "\(schema.name) has no such field; write the guidance's name, (year) or (authority).")
      }
      return .field(field)
    }
  }

  private func refuseIdentifying() throws(StoreError) {
    guard case .field(let field) = target else { return }
    if [.homePostcode, .placementPostcode].contains(field) {
      throw StoreError(.unfit, "an extract has no postcodes; take the line out, or load the file as a return.")
    }
    if field == .upn, form != .pupilMatchingReference {
      throw StoreError(.unfit, "an extract has no UPN; its form is \(ExtractMap.Form.pupilMatchingReference.rawValue).")
    }
  }
}

extension ExtractMap.Form {
  /// What the store notes of a field of this form; nil where it is as in a return.
  var state: String? {
    switch self {
    case .slashedMonth, .isoMonth: "month only"
    case .pupilMatchingReference, .anonymised: rawValue
    case .same, .slashedDay, .isoDay: nil
    }
  }

  /// A text as the collection's own files write it; what does not fit the form stays as it is, and is kept as unreadable.
  func rewritten(_ text: String, for collection: CollectionKind) -> String {
    let parts = text.split(separator: self == .isoDay || self == .isoMonth ? "-" : "/").map { String($0) }
    let day: (day: String, month: String, year: String)
    switch (self, parts.count) {
    case (.slashedDay, 3): day = (parts[0], parts[1], parts[2])
    case (.isoDay, 3): day = (parts[2], parts[1], parts[0])
    case (.slashedMonth, 2): day = ("01", parts[0], parts[1])
    case (.isoMonth, 2): day = ("01", parts[1], parts[0])
    default: return text
    }
    return collection == .inNeed ? "\(day.year)-\(day.month)-\(day.day)" : "\(day.day)/\(day.month)/\(day.year)"
  }
}
