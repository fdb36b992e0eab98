import KithTables
import KithTesting

@testable import KithStudies

/// A few invented children and the files of other agencies about them, written as text.
///
/// Groups are fixed on 31 March 2025. Pupil numbers are ZZ1, ZZ2, …, children 301-A, 301-B, ….
struct OutcomeCase: ~Copyable {
  private let folder: ScratchFolder
  private var lines: [String] = []
  private var files: [(name: String, path: String)] = []

  init() throws { folder = try ScratchFolder() }

  /// Adds a file: its kind, its columns as `Column=field`, and its rows.
  mutating func add(_ kind: AttributeKind, _ columns: [String], _ rows: String, identity: String = "pupil number")
    throws
  {
    let name = "\(kind.rawValue).csv"
    let sides = columns.map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
    let text = ([sides.map { $0[0] }.joined(separator: ",")] + rows.split(separator: "\n").map(String.init))
      .joined(separator: "\n")
    try folder.write(text + "\n", name)
    files.append((name, folder.path + "/" + name))
    for side in sides {
      let parts = side[1].split(separator: ";").map(String.init)
      let form =
        parts[0] == "(id)" ? identity : ["(day)", "(from)", "(to)"].contains(parts[0]) ? "yyyy-mm-dd" : ""
      lines.append("Test,\(kind.rawValue),\(name),\(side[0]),\(parts[0]),\(form),\(parts.dropFirst().joined()),yes")
    }
  }

  func map() throws -> AttributeMap {
    let text = (["edition,kind,file,column,field,form,values,verified"] + lines).joined(separator: "\n") + "\n"
    return try AttributeMap(try SeparatedText(Array(text.utf8)), name: "map.csv")
  }

  /// The study of children in groups: name, group and day of birth of each, apart by spaces and commas, as `A need 2014-01-10`.
  func study(
    _ children: String, records: [PersonIndex.Record]? = nil, timing: OutcomeTiming = .after
  ) throws -> OutcomeStudy {
    let groups: [String: SocialCareGroup] = [
      "year": .lookedAfterYear, "care": .lookedAfter, "plan": .protection, "need": .need,
    ]
    let exposed = try children.split(separator: "\n").map { line in
      let cells = line.split(separator: " ").map(String.init)
      guard let group = groups[cells[1]] else { throw StudyError(.unknown, "no group \(cells[1])") }
      return ExposedChild(
        authority: cells.count > 3 ? cells[3] : "301", person: "301-" + cells[0], group: group,
        born: Day(iso: cells[2]))
    }
    var index = PersonIndex(records ?? Self.records)
    _ = index
    let windows = try OutcomeWindows(year: 2025, timing: timing)
    let map = try map()
    index = PersonIndex(records ?? Self.records)
    let read = try files.map { file in
      try AttributeFile(file.path, name: file.name, map: map, index: index, windows: windows)
    }
    return try OutcomeStudy(exposed, persons: index.persons, files: read, basis: .atEnd, windows: windows)
  }

  /// Children A to J with the pupil numbers ZZ1 to ZZ10.
  static let records = "ABCDEFGHIJ".enumerated().map { place, letter in
    PersonIndex.Record(person: "301-\(letter)", child: "301-\(letter)", pupil: "ZZ\(place + 1)")
  }
}

extension OutcomeStudy {
  /// The figure of an outcome in a group of an area, as its raw table has it.
  func value(_ id: String, _ group: SocialCareGroup, area: String = "301") throws -> Double? {
    guard let outcome = outcomes.first(where: { $0.id == id }) else { return nil }
    let place = Place(area: area, group: group)
    let tally = tallies[outcome.question.id]?[place]
    switch outcome.form {
    case .share(let answers):
      guard let tally, tally.known > 0 else { return nil }
      return 100 * Double(answers.reduce(0) { $0 + tally.answers[$1] }) / Double(tally.known)
    case .ratio(let scale, _): return sums[id]?[place]?.ratio.map { $0 * scale }
    case .events: return sums[id]?[place]?.ratio.map { $0 * 100 }
    }
  }

  /// What is known of an outcome's question.
  func tally(_ id: String, _ group: SocialCareGroup, area: String = "301") -> Tally? {
    outcomes.first { $0.id == id }.flatMap { tallies[$0.question.id]?[Place(area: area, group: group)] }
  }
}
