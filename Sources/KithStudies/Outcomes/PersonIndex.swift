import KithEngine
public import KithStore
public import KithTables

/// Which person of a store an identifier leads to.
///
/// It follows what `kith link persons` has decided: a pupil number leads to the person of whichever record has it, in either return and
/// any authority. What leads to two persons, as an identifier that goes on after an adoption does, leads to neither.
public struct PersonIndex: Sendable {
  /// What an identifier leads to.
  enum Found: Hashable, Sendable {
    case person(Int)
    case nobody
    /// Two persons or more, of whom none is chosen.
    case several
  }

  /// The persons, by number.
  let persons: [String]
  private let byPupil: [String: Found]
  private let byChild: [String: Found]
  private var byLink: [String: Found] = [:]

  /// The persons of a store.
  public init(_ store: Store) throws {
    let records = try store.connection.query(
      """
      SELECT person, authority || '-' || child AS child,
        CASE WHEN upper(upn) LIKE 'UN_' THEN NULL ELSE upper(trim(upn)) END AS upn
      FROM person_record ORDER BY person, child
      """)
    let (people, children) = (try records.text("person"), try records.text("child"))
    let upns = try records.text("upn")
    self.init(
      (0..<records.rowCount).compactMap { row in
        people[row].map { Record(person: $0, child: children[row] ?? "", pupil: upns[row] ?? "") }
      })
  }

  /// A child of an authority as a return has the child: whose record it is, the child as `010-NAME`, and the pupil number.
  struct Record {
    let person: String
    let child: String
    let pupil: String
  }

  /// The persons of records.
  init(_ records: [Record]) {
    var numbers: [String: Int] = [:]
    var persons: [String] = []
    var (byPupil, byChild) = ([String: Found](), [String: Found]())
    for record in records {
      let number = numbers[record.person] ?? persons.count
      if numbers.updateValue(number, forKey: record.person) == nil { persons.append(record.person) }
      if !record.child.isEmpty { Self.add(number, under: record.child.uppercased(), to: &byChild) }
      if !record.pupil.isEmpty { Self.add(number, under: record.pupil.uppercased(), to: &byPupil) }
    }
    self.persons = persons
    self.byPupil = byPupil
    self.byChild = byChild
  }

  private static func add(_ person: Int, under id: String, to index: inout [String: Found]) {
    if let known = index[id], known != .person(person) { index[id] = .several } else { index[id] = .person(person) }
  }

  /// The person of an identifier; an authority's own needs the authority.
  func find(_ id: String, by identity: AttributeMap.Identity, authority: String) -> Found {
    let key = id.uppercased()
    switch identity {
    case .pupil: return byPupil[key] ?? .nobody
    case .child: return byChild[authority.uppercased() + "-" + key] ?? .nobody
    case .linked: return byLink[key] ?? .nobody
    }
  }
}

extension PersonIndex {
  /// What a file of links came to.
  public struct Links: Hashable, Sendable {
    /// How many links it has.
    public let links: Int
    /// How many were left out, their probability or similarity being below what was asked.
    public let below: Int
    /// How many name no child of the store.
    public let unknown: Int
    /// How many identifiers of attributes lead to several persons, and so to none.
    public let several: Int
  }

  /// Takes links in: of `kith link records`, whose left side are children as `010-NAME`, or of `kith link match`, whose first party are.
  ///
  /// - Parameters:
  ///   - least: The least probability, or similarity, of a link that counts.
  ///   - own: Who the first party's labels are (`to-keep/records.csv`), for links of `kith link match`.
  ///   - other: Who the second party's are; without it attributes are known by the labels.
  public mutating func add(
    _ table: SeparatedText, name: String, least: Double = 0, own: [String: String]? = nil,
    other: [String: String]? = nil
  ) throws(StudyError) -> Links {
    let matched = ["first_record", "second_record", "similarity"].compactMap { table.column($0) }
    let recorded = ["left", "right", "probability"].compactMap { table.column($0) }
    guard matched.count == 3 || recorded.count == 3 else {
      throw StudyError(
        .column, "\(name) is no file of links; give what kith link records --out, or kith link match, has written.")
    }
    guard matched.count == 3 || own == nil else {
      throw StudyError(.column, "\(name) has records by their own names, so that it needs no list of owners.")
    }
    guard matched.count != 3 || own != nil else {
      throw StudyError(.column, "\(name) has records by labels: give the list to-keep/records.csv of your own.")
    }
    let places = matched.count == 3 ? matched : recorded
    var (below, unknown) = (0, 0)
    for record in table.records {
      let cells = places.map { record[$0].trimmed }
      guard (Double(cells[2]) ?? 0) >= least else { below += 1; continue }
      let child = own.map { $0[cells[0]] ?? "" } ?? cells[0]
      let id = other.map { $0[cells[1]] ?? "" } ?? cells[1]
      guard !id.isEmpty, let found = byChild[child.uppercased()], case .person(let person) = found else {
        unknown += 1
        continue
      }
      Self.add(person, under: id.uppercased(), to: &byLink)
    }
    let several = byLink.values.count { $0 == .several }
    return Links(links: table.records.count, below: below, unknown: unknown, several: several)
  }
}
