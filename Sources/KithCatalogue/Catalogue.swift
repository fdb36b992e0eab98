import Foundation
public import KithMeasures
import KithReturns
import KithTables

/// The national data sets on children's social care in England, what joins them, how to have them, and who has used them.
public struct Catalogue: Sendable {
  /// The data sets, by family.
  public let dataSets: [DataSet]
  /// The studies.
  public let studies: [PublishedStudy]
  /// What links to what, each pair once.
  public let links: [DataLink]
  /// The routes by which data are had.
  public let routes: [Route]
  /// The questions that a plan recognises.
  public let questions: [Question]
  /// The fields of the returns that Kith reads.
  public let fields: [ReturnField]
  /// What names a question or a data set, made ready once.
  let phrases: [NamedPhrase]
  /// The words of each study, in the order of the studies.
  let studyWords: [Set<String>]

  init(
    dataSets: [DataSet], studies: [PublishedStudy], links: [DataLink], routes: [Route], questions: [Question],
    fields: [ReturnField]
  ) {
    self.dataSets = dataSets
    self.studies = studies
    self.links = links
    self.routes = routes
    self.questions = questions
    self.fields = fields
    phrases = NamedPhrase.all(questions, dataSets)
    studyWords = studies.map { Set(($0.themes + [$0.title, $0.finding]).flatMap(SearchWords.of)) }
  }

  /// The catalogue that is part of the program.
  public static let england = Catalogue(
    dataSets: decoded(PackageResources.datasets_json), studies: decoded(PackageResources.studies_json),
    links: DataLink.read(PackageResources.links_csv), routes: decoded(PackageResources.routes_json),
    questions: decoded(PackageResources.questions_json), fields: ReturnField.read(PackageResources.fields_csv))

  private static func decoded<Entry: Decodable>(_ bytes: [UInt8]) -> [Entry] {
    do { return try JSONDecoder().decode([Entry].self, from: Data(bytes)) } catch {
      preconditionFailure("a resource of the catalogue does not read: \(error)")
    }
  }

  /// The data set of an identifier that the catalogue itself uses.
  public func dataSet(id: String) -> DataSet? { dataSets.first { $0.id == id } }

  /// The route of an identifier that the catalogue itself uses.
  public func route(id: String) -> Route? { routes.first { $0.id == id } }

  /// The data set that a user named, by its identifier, its title or another name of it, whatever the capitals.
  public func dataSet(named name: String) throws(CatalogueError) -> DataSet {
    let wanted = name.trimmed.lowercased()
    let found = dataSets.first { set in ([set.id, set.name] + set.aka).contains { $0.lowercased() == wanted } }
    guard let found else { throw .unknown(name, nearest: nearest(name)) }
    return found
  }

  /// The study that a user named, by its identifier; nil where it is none's.
  public func study(named name: String) -> PublishedStudy? {
    studies.first { $0.id.lowercased() == name.trimmed.lowercased() }
  }

  /// The links of a data set, in the order of the families of what is at the other end.
  public func links(of set: DataSet) -> [DataLink] {
    let order = Dictionary(uniqueKeysWithValues: dataSets.enumerated().map { ($1.id, $0) })
    return links.filter { $0.ends.contains(set.id) }
      .sorted { order[$0.other(than: set.id) ?? ""] ?? 0 < order[$1.other(than: set.id) ?? ""] ?? 0 }
  }

  /// The studies of a data set: those that its entry gives, then all others that used it.
  public func studies(of set: DataSet) -> [PublishedStudy] {
    let examples = set.examples.compactMap(study(named:))
    return examples + studies.filter { $0.dataSets.contains(set.id) && !set.examples.contains($0.id) }
  }

  /// The official measures that Kith works out from a data set's returns.
  public func measures(of set: DataSet) -> [Measure] {
    Measure.all().filter { $0.collection.rawValue == set.collection }
  }

  /// The questions that a data set helps to answer.
  public func questions(of set: DataSet) -> [Question] {
    questions.filter { question in
      question.published.contains(set.id) || question.needs.contains { $0.dataSet == set.id }
    }
  }

  /// The latest day on which an entry was compared with its evidence.
  public var lastVerified: String { (dataSets.map(\.lastVerified) + studies.map(\.lastVerified)).max() ?? "" }
}

extension DataLink {
  static func read(_ bytes: [UInt8]) -> [DataLink] {
    guard let table = try? SeparatedText(bytes) else { preconditionFailure("links.csv does not read") }
    return table.records.map { record in
      guard record.count == 4, let key = Key(rawValue: record[2]) else {
        preconditionFailure("links.csv has a row that does not read")
      }
      return DataLink(ends: [record[0], record[1]], key: key, note: record[3])
    }
  }
}

extension ReturnField {
  static func read(_ bytes: [UInt8]) -> [ReturnField] {
    guard let table = try? SeparatedText(bytes) else { preconditionFailure("fields.csv does not read") }
    return table.records.map { record in
      guard record.count == 6, let collection = CollectionKind(rawValue: record[0]) else {
        preconditionFailure("fields.csv has a row that does not read")
      }
      return ReturnField(
        collection: collection, table: TableName(record[1]), field: Field(record[2]), meaning: record[3],
        blank: record[4], coarser: record[5])
    }
  }
}
