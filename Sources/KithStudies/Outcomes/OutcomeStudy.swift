public import KithStore
import KithTables

/// What outcomes are asked for.
public struct OutcomeRequest: Sendable {
  /// When a child has to have been in a group.
  public var basis: ExposureBasis
  /// From when to when outcomes are looked at.
  public var windows: OutcomeWindows
  /// The authorities, by their three digits; all where it is empty.
  public var authorities: [String]
  /// Which column of which file holds what.
  public var map: AttributeMap
  /// The paths of the files, by the names that the map has; several of a name are parts of one.
  public var files: [(name: String, path: String)]

  /// A request.
  public init(
    _ map: AttributeMap, files: [(name: String, path: String)], windows: OutcomeWindows, basis: ExposureBasis = .atEnd,
    authorities: [String] = []
  ) {
    self.map = map
    self.files = files
    self.windows = windows
    self.basis = basis
    self.authorities = authorities
  }
}

/// Outcomes of children by social care group, from files that were joined to a store by linkage; raw figures, not for release.
///
/// A child of whom a file says nothing is *unknown*, and counts on neither side of a figure.
public struct OutcomeStudy: Sendable {
  /// The area that is all authorities together.
  public static let all = "all"

  /// A group of an area.
  struct Place: Hashable, Sendable {
    let area: String
    let group: SocialCareGroup
  }

  /// What is known of a question.
  struct Tally: Hashable, Sendable {
    /// How many children could have an answer.
    var children = 0
    /// Of these, how many the files have.
    var matched = 0
    /// How many have each answer.
    var answers: [Int]

    /// How many have any.
    var known: Int { answers.reduce(0, +) }
    /// How many are unknown.
    var unknown: Int { children - known }
  }

  /// How many children were found.
  struct Match: Hashable, Sendable {
    var children = 0
    var matched = 0
  }

  /// What was asked for.
  let year: Int
  let basis: ExposureBasis
  let windows: OutcomeWindows
  /// The areas: authorities, and all of them where there are several.
  let areas: [String]
  /// The outcomes that the files can tell of.
  let outcomes: [Outcome]
  /// By question and place.
  private(set) var tallies: [String: [Place: Tally]] = [:]
  /// The sums of each outcome that is no share, by place.
  private(set) var sums: [String: [Place: RatioSum]] = [:]
  /// How many were found, by population, place and age on 31 March.
  private(set) var matches: [OutcomePopulation: [Place: [String: Match]]] = [:]
  /// How many children are in each group.
  private(set) var groups: [Place: Int] = [:]
  /// What each file came to.
  public let sources: [AttributeCounts]
  /// What has to be known of the files.
  public let findings: [AttributeFinding]
  /// What cannot be told, and why; and what was left out. It has no count of children.
  public private(set) var statements: [String] = []
  /// How many children some statements are of: raw counts, for the authority's own staff.
  public private(set) var rawStatements: [String] = []

  /// Joins files to the children of a store.
  public init(_ request: OutcomeRequest, in store: Store, index: PersonIndex) throws {
    let files = try request.files.map { file in
      try AttributeFile(file.path, name: file.name, map: request.map, index: index, windows: request.windows)
    }
    let children = try ExposedChild.all(in: store, year: request.windows.year, basis: request.basis)
      .filter { request.authorities.isEmpty || request.authorities.contains($0.authority) }
    try self.init(children, persons: index.persons, files: files, basis: request.basis, windows: request.windows)
  }

  /// Tells the outcomes of children from files that were read.
  init(
    _ children: [ExposedChild], persons: [String], files: [AttributeFile], basis: ExposureBasis,
    windows: OutcomeWindows
  ) throws(StudyError) {
    guard !children.isEmpty else {
      throw StudyError(
        .tooLittle,
        "No child of the store was in a social care group in the year to 31 March \(windows.year); load its returns.")
    }
    let pupils = PupilRecords(files)
    let all = Outcome.all(health: pupils.questions)
    outcomes = all.filter { $0.question.needs.allSatisfy(pupils.kinds.contains) }
    guard !outcomes.isEmpty else {
      throw StudyError(.tooLittle, "The files tell of no outcome; absence and exclusions need the school census too.")
    }
    year = windows.year
    self.basis = basis
    self.windows = windows
    let authorities = Set(children.map(\.authority)).sorted()
    areas = authorities + (authorities.count > 1 ? [Self.all] : [])
    sources = AttributeCounts.together(files.map(\.counts))
    findings = AttributeFinding.together(files.flatMap(\.findings) + pupils.findings)
    count(children, persons, pupils)
    state(children, all, pupils)
  }

  private mutating func count(_ children: [ExposedChild], _ persons: [String], _ pupils: PupilRecords) {
    let numbers = Dictionary(persons.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var questions: [String: OutcomeQuestion] = [:]
    for outcome in outcomes { questions[outcome.question.id] = outcome.question }
    for child in children {
      let record = numbers[child.person].flatMap { pupils.records[$0] } ?? PupilRecord()
      let populations = Set(OutcomePopulation.allCases.filter { holds($0, child, record) })
      for area in areas where area == child.authority || area == Self.all {
        let place = Place(area: area, group: child.group)
        groups[place, default: 0] += 1
        for population in populations { countMatch(of: child, record, population, place) }
        for (id, question) in questions where populations.contains(question.population) {
          var tally =
            tallies[id]?[place] ?? Tally(answers: [Int](repeating: 0, count: question.answers.count))
          tally.children += 1
          if record.isFound(in: question.population) { tally.matched += 1 }
          if let answer = question.answer(record) { tally.answers[answer] += 1 }
          tallies[id, default: [:]][place] = tally
        }
        for outcome in outcomes where populations.contains(outcome.question.population) {
          guard let term = outcome.term(record) else { continue }
          sums[outcome.id, default: [:]][place, default: RatioSum()].add(term.0, over: term.1)
        }
      }
    }
  }

  private mutating func countMatch(
    of child: ExposedChild, _ record: PupilRecord, _ population: OutcomePopulation, _ place: Place
  ) {
    let band = Self.band(child.born, on: Day.collectionEnd(year))
    matches[population, default: [:]][place, default: [:]][band, default: Match()].children += 1
    if record.isFound(in: population) {
      matches[population, default: [:]][place, default: [:]][band, default: Match()].matched += 1
    }
  }

  private func holds(_ population: OutcomePopulation, _ child: ExposedChild, _ record: PupilRecord) -> Bool {
    switch population {
    case .endOfKeyStage2 where record.isInKeyStage2, .endOfKeyStage4 where record.isInKeyStage4: return true
    default: return child.born.map { population.holds(born: $0, in: windows.window(population.kind)) } ?? false
    }
  }

  /// The bands of age, in order.
  static let bands = ["under 5", "5 to 10", "11 to 15", "16 and over", "not known"]

  private static func band(_ born: Day?, on day: Day) -> String {
    guard let age = born?.age(on: day) else { return bands[4] }
    return age < 5 ? bands[0] : age < 11 ? bands[1] : age < 16 ? bands[2] : bands[3]
  }

  private mutating func state(_ children: [ExposedChild], _ all: [Outcome], _ pupils: PupilRecords) {
    let missing = all.filter { !$0.question.needs.allSatisfy(pupils.kinds.contains) }
    let kinds = Set(missing.flatMap(\.question.needs)).subtracting(pupils.kinds).map(\.title).sorted()
    if !missing.isEmpty {
      statements.append("Not told, as there is no file of it: \(kinds.joined(separator: ", ")).")
    }
    for source in sources where source.rows > 0 && source.matched == 0 {
      statements.append("No row of \(source.file) is of a child of the store: is the form of its (id) right?")
    }
    let unborn = children.count { $0.born == nil }
    if unborn > 0 {
      statements.append("Children without a day of birth belong to no population by age.")
      rawStatements.append("\(unborn) children have no day of birth.")
    }
    let twice = Set(Dictionary(grouping: children, by: \.person).filter { $1.count > 1 }.keys).count
    if twice > 0 {
      statements.append("Children in a group in two authorities or more count in each, as in DfE's figures.")
      rawStatements.append("\(twice) children are in a group in two authorities or more.")
    }
  }
}

extension PupilRecord {
  /// Whether the files by which a population is found have the person.
  func isFound(in population: OutcomePopulation) -> Bool {
    switch population {
    case .endOfKeyStage2: isInKeyStage2
    case .endOfKeyStage4: isInKeyStage4
    case .schoolAge: isInCensus
    case .everyone: isInHealth
    }
  }
}

extension Outcome {
  /// What one child adds above and below the line; nil for a share, and where it is unknown.
  func term(_ record: PupilRecord) -> (Double, Double)? {
    guard question.answer(record) != nil else { return nil }
    switch form {
    case .share: return nil
    case .ratio(_, let of): return of(record)
    case .events(let count): return (Double(count(record)), 1)
    }
  }
}
