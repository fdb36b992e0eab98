import KithReturns
public import KithMeasures

/// Which data answer a question, what joins them, and how a kind of user may have them.
public struct DataPlan: Sendable {
  /// The question, as it was asked.
  public let question: String
  /// Who asks.
  public let kind: UserKind
  /// What the question was taken to be about.
  public let topics: [Question]
  /// The data sets that answer it.
  public let dataSets: [Planned]
  /// What joins them.
  public let links: [DataLink]
  /// Published data sets that answer it in totals, for all who do not need records.
  public let published: [DataSet]
  /// Official measures of Kith about it.
  public let measures: [Measure]
  /// Commands of Kith that work on it.
  public let commands: [String]
  /// Studies to begin from, the nearest first.
  public let studies: [PublishedStudy]

  /// A data set of a plan.
  public struct Planned: Sendable {
    /// The data set.
    public let dataSet: DataSet
    /// What it gives to the answer.
    public let reasons: [String]
    /// The fields that are enough; empty where the data set is no return that Kith reads.
    public let fields: [ReturnField]
    /// How many years are enough; 0 where nothing says.
    public let years: Int
    /// The ways to it, the quickest first; empty where the catalogue knows none for this kind of user.
    public let ways: [Way]
  }

  /// A way to a data set.
  public struct Way: Sendable {
    /// The route.
    public let route: Route
    /// The published data set that is had instead of the records; nil where the data set itself is.
    public let instead: DataSet?
    /// What to know of it; empty for nothing.
    public let note: String
  }

  /// The fewest and most months until all of it is there, applications running side by side; nil where a data set has no way.
  public var months: (fewest: Int, most: Int)? {
    let quickest = dataSets.map(\.ways.first)
    guard quickest.allSatisfy({ $0 != nil }) else { return nil }
    let routes = quickest.compactMap { $0?.route }
    return (routes.map(\.fewestMonths).max() ?? 0, routes.map(\.mostMonths).max() ?? 0)
  }

  /// Whether records of persons are in it that somebody has to approve.
  public var needsApplication: Bool {
    dataSets.contains { planned in planned.ways.contains { $0.instead == nil && $0.route.mostMonths > 1 } }
  }
}

extension DataPlan {
  /// The plan for a question in somebody's own words, or by the identifier of a topic.
  public init(_ text: String, for kind: UserKind, _ catalogue: Catalogue = .england) throws(CatalogueError) {
    let read = QuestionReader(text, catalogue)
    let topics = Array(read.questions.prefix(4))
    guard !topics.isEmpty || !read.dataSets.isEmpty else {
      throw .noQuestion(text, known: catalogue.questions.map(\.id))
    }
    let needs = topics.flatMap(\.needs)
    let ids = (needs.map(\.dataSet) + read.dataSets.map(\.id)).distinct
    question = text
    self.kind = kind
    self.topics = topics
    dataSets = ids.compactMap(catalogue.dataSet).map { set in
      Planned(set, needs.filter { $0.dataSet == set.id }, for: kind, catalogue)
    }
    links = catalogue.links.filter { $0.ends.allSatisfy(ids.contains) }
    published = topics.flatMap(\.published).distinct.filter { !ids.contains($0) }.compactMap(catalogue.dataSet)
    let stems = topics.flatMap(\.measures)
    measures = Measure.all().filter { measure in stems.contains { measure.id.hasPrefix($0) } }
    commands = (topics.flatMap(\.commands) + (topics.isEmpty ? read.dataSets.flatMap(\.kith) : [])).distinct
    studies = Self.studies(for: topics, using: ids, catalogue)
  }

  /// Studies that used the data sets, those on the same subject first.
  private static func studies(for topics: [Question], using ids: [String], _ catalogue: Catalogue) -> [PublishedStudy] {
    let subject = Set(topics.flatMap { [$0.id, $0.title] + $0.words }.flatMap(SearchWords.of))
      .subtracting(SearchWords.idle)
    let scored = zip(catalogue.studies, catalogue.studyWords).map {
      study, words -> (study: PublishedStudy, score: Int) in
      (study, 3 * words.intersection(subject).count + 2 * study.dataSets.count { ids.contains($0) })
    }
    let used = scored.filter { entry in entry.study.dataSets.contains(where: ids.contains) }
    return used.sorted { ($1.score, $0.study.id) < ($0.score, $1.study.id) }.prefix(5).map(\.study)
  }
}

extension DataPlan.Planned {
  fileprivate init(_ set: DataSet, _ needs: [Question.Need], for kind: UserKind, _ catalogue: Catalogue) {
    dataSet = set
    reasons = needs.map(\.why).distinct
    let names = needs.flatMap(\.fields)
    fields = catalogue.fields.filter { $0.collection.rawValue == set.collection && names.contains($0.name) }
    years = needs.map(\.years).max() ?? 0
    ways = set.access(for: kind).compactMap { access -> DataPlan.Way? in
      guard let route = catalogue.route(id: access.route) else { return nil }
      return DataPlan.Way(
        route: route, instead: access.instead.flatMap(catalogue.dataSet), note: access.note ?? "")
    }
    .enumerated().sorted { ($0.element.route.mostMonths, $0.offset) < ($1.element.route.mostMonths, $1.offset) }
    .map(\.element)
  }
}

extension Array where Element: Hashable {
  /// The elements without repeats, in the order in which they first stand.
  var distinct: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
