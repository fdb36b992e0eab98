import KithTables

/// What the files of attributes say of one person. What they do not say is unknown, never *no*.
struct PupilRecord: Sendable {
  /// Whether the school census has the person.
  var isInCensus = false
  /// Whether a file of health has.
  var isInHealth = false
  /// Whether a file of the end of key stage 2, or of 4, has.
  var isInKeyStage2 = false
  var isInKeyStage4 = false
  /// The provision for special educational needs: `none`, `support` or `plan`.
  var need: String?
  /// Sessions missed and possible, summed over terms.
  var absence: (missed: Double, possible: Double)?
  private var isAbsenceUnknown = false
  /// How many suspensions.
  var suspensions = 0
  /// How many permanent exclusions.
  var exclusions = 0
  /// Whether the expected standard was met in reading, writing and mathematics.
  var subjects: [Bool?] = [nil, nil, nil]
  /// Attainment 8.
  var attainment8: Double?
  /// Whether English and mathematics were passed at grade 4, and at grade 5.
  var pass4: Bool?
  var pass5: Bool?
  /// The English Baccalaureate's average points.
  var ebacc: Double?
  /// The answers to questions of health, by name.
  var health: [String: Bool] = [:]
}

/// The records of persons, put together from the rows of all files.
struct PupilRecords {
  private(set) var records: [Int: PupilRecord] = [:]
  private(set) var findings: [AttributeFinding] = []
  /// The questions of health that files ask.
  private(set) var questions: Set<String> = []
  /// Whether there is a file of each kind.
  private(set) var kinds: Set<AttributeKind> = []

  init(_ files: [AttributeFile]) {
    for kind in AttributeKind.allCases {
      let places = files.indices.filter { files[$0].counts.kind == kind }
      guard !places.isEmpty else { continue }
      kinds.insert(kind)
      add(kind, places.flatMap { files[$0].rows }, named: files[places[0]].counts.file)
    }
  }

  /// Adds the rows of a kind: a row that stands twice counts once; of rows that contradict each other none does.
  private mutating func add(_ kind: AttributeKind, _ rows: [AttributeRow], named file: String) {
    let byPerson = Dictionary(grouping: rows, by: \.person)
    var (repeated, contrary) = (0, 0)
    for (person, own) in byPerson {
      let distinct = Set(own)
      repeated += own.count - distinct.count
      let slots = kind == .exclusion ? distinct.count : Set(distinct.map { kind.hasOneRow ? nil : $0.first }).count
      guard slots == distinct.count else {
        contrary += distinct.count
        continue
      }
      var record = records[person] ?? PupilRecord()
      for row in distinct.sorted(by: { $0.first < $1.first }) { record.add(row, kind) }
      if kind == .health { questions.formUnion(distinct.flatMap(\.values.keys)) }
      records[person] = record
    }
    let said = [
      (repeated, "a row stands more than once, and counts once"),
      (contrary, "rows of one person contradict each other, so that none of them counts and the person is unknown"),
    ]
    for (rows, finding) in said where rows > 0 {
      findings.append(AttributeFinding(file: file, finding: finding, rows: rows, firstLine: 0))
    }
  }
}

extension PupilRecord {
  fileprivate mutating func add(_ row: AttributeRow, _ kind: AttributeKind) {
    func word(_ field: AttributeField) -> String? {
      if case .word(let word) = row.values[field.rawValue] { word } else { nil }
    }
    func number(_ field: AttributeField) -> Double? {
      if case .number(let number) = row.values[field.rawValue] { number } else { nil }
    }
    func truth(_ field: AttributeField) -> Bool? { word(field).map { $0 == "yes" } }
    switch kind {
    case .census:
      isInCensus = true
      need = need ?? word(.need)
    case .sen: need = word(.need) ?? need
    case .absence:
      // A term of which nothing is known makes the whole unknown: it may be the one that was missed.
      guard let possible = number(.possible), let missed = number(.missed), missed <= possible, !isAbsenceUnknown else {
        isAbsenceUnknown = true
        absence = nil
        return
      }
      absence = ((absence?.missed ?? 0) + missed, (absence?.possible ?? 0) + possible)
    case .exclusion:
      if word(.sanction) == "suspension" { suspensions += 1 }
      if word(.sanction) == "permanent" { exclusions += 1 }
    case .ks2:
      isInKeyStage2 = true
      subjects = [truth(.reading), truth(.writing), truth(.mathematics)]
    case .ks4:
      isInKeyStage4 = true
      (attainment8, ebacc) = (number(.attainment8), number(.ebacc))
      (pass4, pass5) = (truth(.pass4), truth(.pass5))
    case .health:
      isInHealth = true
      for (name, value) in row.values { if case .word(let word) = value { health[name] = word == "yes" } }
    }
  }
}
