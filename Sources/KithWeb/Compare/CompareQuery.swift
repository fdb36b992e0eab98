import Foundation
import KithAggregates
import KithPlaces

/// What an address of the pages on comparisons asks for; the address restores the page.
struct CompareQuery: Sendable {
  /// Which authorities are listed.
  enum Group: String, Sendable, CaseIterable {
    case neighbours, region, all

    var words: String {
      switch self {
      case .neighbours: "Statistical neighbours"
      case .region: "Authorities of the region"
      case .all: "All authorities"
      }
    }
  }

  let fields: FormFields
  let source: PublishedFigures.Source
  /// The authority in focus.
  let authority: Authority?
  let topic: String
  let edition: NeighbourYear
  let asOf: Int?
  let startsAtZero: Bool
  let group: Group
  /// The figures by the edition and the last year that were asked for.
  let benchmark: Benchmark

  /// Reads a query; what it leaves out has a usual value.
  init(_ query: String?, _ figures: PublishedFigures) throws {
    let fields = FormFields(query: query ?? "")
    let number = fields["source"].flatMap { Int($0) } ?? 0
    guard figures.sources.indices.contains(number) else { throw WebError.notFound }
    let source = figures.sources[number]
    self.fields = fields
    self.source = source
    authority = try fields["la"].map(Self.authority)
    topic = fields["topic"].flatMap { source.topics.contains($0) ? $0 : nil } ?? Self.usualTopic(source)
    let editions = source.neighbours.keys.sorted { $0.rawValue > $1.rawValue }
    edition = fields["edition"].flatMap { NeighbourYear(rawValue: $0) } ?? editions.first ?? .may2025
    asOf = fields["as-of"].flatMap { Int($0) }.flatMap { (1990...2100).contains($0) ? $0 : nil }
    startsAtZero = fields["axis"] != "data"
    group = fields["among"].flatMap { Group(rawValue: $0) } ?? .neighbours
    benchmark = Benchmark(source.table, neighbours: source.neighbours[edition] ?? .none, asOf: asOf)
  }

  private static func usualTopic(_ source: PublishedFigures.Source) -> String {
    source.topics.first { $0.lowercased().hasPrefix("children looked after") } ?? source.topics.first ?? ""
  }

  static func authority(_ text: String) throws -> Authority {
    do { return try AuthorityRegister.england.find(text) } catch {
      throw WebError.unusable("No such authority", "Choose one of the list.")
    }
  }

  /// The authority in focus; an error where the address names none.
  func chosenAuthority() throws -> Authority {
    guard let authority else { throw WebError.unusable("Choose an authority", "The address names none.") }
    return authority
  }

  /// The measure that a field names, with its counts; the topic's first where it names none.
  func measure(_ field: String = "measure") throws -> Measure {
    if let name = fields[field] {
      guard let measure = source.measure(name) else {
        throw WebError.unusable("No such measure", "The publication has no measure of that name; choose another.")
      }
      return source.counted(measure)
    }
    guard let first = measuresOfTopic.first else {
      throw WebError.unusable("No figures", "The publication has no measures.")
    }
    return source.counted(first)
  }

  /// The measures of the topic.
  var measuresOfTopic: [Measure] { source.measures.filter { $0.topics.contains(topic) } }

  /// The authorities of the group about the one in focus, that one first; all of them where none is.
  func authorities() -> [AuthorityCode] {
    let known = Set(benchmark.table.authorities)
    let open = AuthorityRegister.england.authorities.filter { $0.closed == nil && known.contains($0.code) }.map(\.code)
    guard let authority, group != .all else { return open }
    let others =
      group == .region
      ? AuthorityRegister.england.authorities(in: authority.region.whole).map(\.code).filter(open.contains)
      : benchmark.neighbours.neighbours(of: authority.code).map(\.code)
    return [authority.code] + others.filter { $0 != authority.code && known.contains($0) }
  }

  /// The address of a page with the same choices but for these.
  func address(_ page: String, _ changes: [(String, String)] = []) -> String {
    var kept: [(String, String)] = []
    if source.number > 0 { kept.append(("source", "\(source.number)")) }
    if let authority { kept.append(("la", "\(authority.code)")) }
    kept.append(("topic", topic))
    if source.neighbours.count > 1 { kept.append(("edition", edition.rawValue)) }
    if let asOf { kept.append(("as-of", "\(asOf)")) }
    if !startsAtZero { kept.append(("axis", "data")) }
    let named = Set(changes.map(\.0))
    return Self.address(page, kept.filter { !named.contains($0.0) } + changes.filter { !$0.1.isEmpty })
  }

  /// A page's address with a query.
  static func address(_ page: String, _ fields: [(String, String)]) -> String {
    let query = fields.map { "\($0)=\(escaped($1))" }.joined(separator: "&")
    return "/compare" + (page.isEmpty ? "" : "/\(page)") + (query.isEmpty ? "" : "?\(query)")
  }

  private static func escaped(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }
}
