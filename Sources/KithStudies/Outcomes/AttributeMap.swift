public import KithTables

/// Which column of which file of attributes holds what: data, one map for each edition of the files.
///
/// A CSV file with the headings edition, kind, file, column, field, form, values, verified. `field` is `(id)`, `(authority)`, `(day)`,
/// `(from)`, `(to)`, `(year)`, `(term)`, a field of the kind, or `health:` and a name. `values` says what the file's codes mean, as
/// `EXS=yes WTS=no *=no`.
public struct AttributeMap: Hashable, Sendable {
  /// What a column holds.
  enum Target: Hashable, Sendable {
    case id
    case authority
    case day
    case from
    case to
    case year
    case term
    case field(AttributeField)
    /// A question of health, by its name.
    case health(String)
  }

  /// How rows are known.
  public enum Identity: String, Hashable, Sendable, CaseIterable {
    /// By the unique pupil number, or the pupil matching reference that an extract has in its place.
    case pupil = "pupil number"
    /// By the authority's own identifier of the child.
    case child
    /// By an identifier that a file of links joins to children.
    case linked
  }

  /// A column of a file.
  struct Column: Hashable, Sendable {
    let kind: AttributeKind
    let file: String
    let name: String
    let target: Target
    let form: String
    /// What the file's codes mean, `*` being all others.
    let values: [String: String]
  }

  /// The edition, as its users know it.
  public let edition: String
  /// Whether a user has confirmed every line.
  public let isVerified: Bool
  let columns: [Column]

  /// The edition, with a mark where a line is unverified.
  public var title: String { isVerified ? edition : edition + " (columns unverified)" }
  /// The names of the files, in the order of the map.
  public var files: [String] {
    var seen: Set<String> = []
    return columns.map(\.file).filter { seen.insert($0).inserted }
  }

  /// The names of the columns that it reads, each once, sorted: what an agreement has to name.
  public var columnNames: [String] { Set(columns.map(\.name)).sorted() }

  static let headings = ["edition", "kind", "file", "column", "field", "form", "values", "verified"]

  /// Reads a map.
  public init(_ table: SeparatedText, name: String) throws(StudyError) {
    let places = Self.headings.compactMap { table.column($0) }
    guard places.count == Self.headings.count, let first = table.records.first else {
      throw StudyError(
        .column, "\(name) is no map of attribute files; its headings are \(Self.headings.joined(separator: ", ")).")
    }
    edition = first[places[0]].trimmed
    isVerified = table.records.allSatisfy { $0[places[7]].trimmed.lowercased() == "yes" }
    var columns: [Column] = []
    for (record, line) in zip(table.records, table.lines) {
      let cells = places.map { record[$0].trimmed }
      guard cells[0] == edition else {
        throw StudyError(.column, "\(name), line \(line): a map is of one edition.")
      }
      do throws(StudyError) { columns.append(try Column(cells)) } catch {
        throw StudyError(.column, "\(name), line \(line): \(error.description)")
      }
    }
    self.columns = columns
    for file in files { try check(file, name) }
  }

  /// The columns of a file.
  func columns(of file: String) -> [Column] { columns.filter { $0.file == file } }

  private func check(_ file: String, _ name: String) throws(StudyError) {
    let own = columns(of: file)
    let targets = own.map(\.target)
    guard Set(own.map(\.kind)).count == 1, let kind = own.first?.kind else {
      throw StudyError(.column, "\(name): \(file) is of more than one kind; give each kind a file of its own.")
    }
    guard targets.count(where: { $0 == .id }) == 1 else {
      throw StudyError(.column, "\(name): \(file) has to have one column (id).")
    }
    let hasPeriod = targets.contains(.from) && targets.contains(.to)
    guard hasPeriod || targets.contains(.day) || targets.contains(.year) else {
      throw StudyError(.column, "\(name): nothing says when \(file) is of: map (day), (from) and (to), or (year).")
    }
    if let missing = kind.needed.first(where: { !targets.contains(.field($0)) }) {
      throw StudyError(.column, "\(name): \(file) is of \(kind.rawValue) and has no column for \(missing.rawValue).")
    }
    if kind == .exclusion, !targets.contains(.day) {
      throw StudyError(.column, "\(name): \(file) is of exclusions, which need a (day) each.")
    }
    if targets.contains(.field(.pass4)) != targets.contains(.field(.pass5)) {
      throw StudyError(
        .column, "\(name): \(file) has one of pass-4 and pass-5; map both, as each is told of the same pupils.")
    }
    if let id = own.first(where: { $0.target == .id }), id.form == Identity.child.rawValue,
      !targets.contains(.authority)
    {
      throw StudyError(.column, "\(name): \(file) has authorities' own identifiers; map the column (authority) too.")
    }
  }
}

extension AttributeMap.Column {
  fileprivate init(_ cells: [String]) throws(StudyError) {
    guard let kind = AttributeKind(rawValue: cells[1].lowercased()) else {
      throw StudyError(
        .column, "kind is one of \(AttributeKind.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    guard !cells[2].isEmpty, !cells[3].isEmpty else { throw StudyError(.column, "name the file and its column.") }
    self.kind = kind
    file = cells[2]
    name = cells[3]
    target = try Self.target(cells[4], kind)
    form = try Self.form(cells[5].lowercased(), target)
    values = try Self.values(cells[6], target)
  }

  private static func target(_ text: String, _ kind: AttributeKind) throws(StudyError) -> AttributeMap.Target {
    switch text.lowercased() {
    case "(id)": return .id
    case "(authority)": return .authority
    case "(day)": return .day
    case "(from)": return .from
    case "(to)": return .to
    case "(year)": return .year
    case "(term)": return .term
    default: break
    }
    if kind == .health, text.lowercased().hasPrefix("health:"), text.utf8.count > 7 {
      return .health(String(text.dropFirst(7)).trimmed)
    }
    guard let field = kind.fields.first(where: { $0.rawValue == text.lowercased() }) else {
      let names = kind == .health ? "health:NAME" : kind.fields.map(\.rawValue).joined(separator: ", ")
      throw StudyError(.column, "\(kind.rawValue) has no such field; its fields are (id), (day), …, \(names).")
    }
    return .field(field)
  }

  private static func form(_ text: String, _ target: AttributeMap.Target) throws(StudyError) -> String {
    let allowed: [String]
    switch target {
    case .id: allowed = AttributeMap.Identity.allCases.map(\.rawValue)
    case .day, .from, .to: allowed = ["yyyy-mm-dd", "dd/mm/yyyy"]
    default: allowed = [""]
    }
    guard allowed.contains(text) else {
      throw StudyError(.column, "form is \(allowed.map { $0.isEmpty ? "blank" : $0 }.joined(separator: " or ")) here.")
    }
    return text
  }

  private static func values(_ text: String, _ target: AttributeMap.Target) throws(StudyError) -> [String: String] {
    let allowed = target.values
    var values: [String: String] = [:]
    for part in text.split(separator: " ") {
      let sides = part.split(separator: "=", maxSplits: 1).map(String.init)
      guard sides.count == 2, allowed.contains(sides[1].lowercased()) else {
        throw StudyError(
          .column,
          allowed.isEmpty
            ? "values are of codes only; leave them blank here."
            : "values are written CODE=VALUE, with the values \(allowed.joined(separator: ", ")).")
      }
      values[sides[0].uppercased()] = sides[1].lowercased()
    }
    return values
  }
}

extension AttributeMap.Target {
  /// The values that codes may mean.
  var values: [String] {
    switch self {
    case .field(let field): field.values
    case .health: ["yes", "no"]
    case .term: ["autumn", "spring", "summer"]
    default: []
    }
  }
}

extension AttributeMap.Column {
  private static let plain = ["1": "yes", "Y": "yes", "TRUE": "yes", "0": "no", "N": "no", "FALSE": "no"]

  /// What a code of the file means; nil where the map does not say.
  func meaning(of text: String) -> String? {
    let code = text.uppercased()
    if let value = values[code] ?? values["*"] { return value }
    if target.values.contains(text.lowercased()) { return text.lowercased() }
    return target.values.contains("yes") ? Self.plain[code] : nil
  }
}
