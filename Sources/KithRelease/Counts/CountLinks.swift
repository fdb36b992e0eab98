public import KithTables

/// What sums to what across measures, which a reader could guess: durations sum to all plans, adoptions are some of those who left care.
public struct CountLinks: Sendable {
  /// How parts make a total.
  enum Kind: String, Sendable {
    /// They are all of it.
    case all
    /// They are some of it, and no one is in two of them.
    case some
    /// Each is some of it, and someone may be in several.
    case each
  }

  /// A measure's numerator, or with `/base` what it is divided by.
  struct Term: Hashable, Sendable {
    let measure: String
    let isBase: Bool

    init(_ text: some StringProtocol) {
      isBase = text.hasSuffix("/base")
      measure = isBase ? String(text.dropLast(5)) : String(text)
    }
  }

  /// A total and its parts.
  struct Link: Sendable {
    let total: Term
    let parts: [Term]
    let kind: Kind
  }

  let links: [Link]

  /// The links of the official measures, from the project's own `count_links.csv`, which is part of the program.
  public static let official: CountLinks = {
    guard let table = try? SeparatedText(PackageResources.count_links_csv),
      let links = try? CountLinks(table, name: "count_links.csv")
    else { preconditionFailure("count_links.csv does not read") }
    return links
  }()

  /// No links.
  public static let none = CountLinks(links: [])

  private init(links: [Link]) { self.links = links }

  /// Reads a table of the columns total, parts (measures apart by spaces, `*` at an end for all that begin so) and kind.
  public init(_ table: SeparatedText, name: String) throws(ReleaseError) {
    guard let total = table.column("total"), let parts = table.column("parts"), let kind = table.column("kind") else {
      throw .unreadable("\(name) should have the columns total, parts and kind.")
    }
    var links: [Link] = []
    for (record, line) in zip(table.records, table.lines) {
      guard let kind = Kind(rawValue: record[kind].trimmed), !record[total].trimmed.isEmpty,
        !record[parts].trimmed.isEmpty
      else {
        throw .unreadable("\(name), line \(line): write a total, its parts, and all, some or each.")
      }
      links.append(
        Link(total: Term(record[total].trimmed), parts: record[parts].split(separator: " ").map(Term.init), kind: kind))
    }
    self.links = links
  }

  /// These links and others.
  public func and(_ other: CountLinks) -> CountLinks { CountLinks(links: links + other.links) }
}

/// Links between the counts of a set of figures.
struct SlotLinks {
  /// A total and its parts.
  struct Link {
    let total: CountSlots.Slot
    let parts: [CountSlots.Slot]
    let kind: CountLinks.Kind
  }

  let links: [Link]
  private let apart: Set<Set<CountSlots.Slot>>

  init(_ links: CountLinks, _ table: FigureTable) {
    let measures = Dictionary(
      table.measures.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    func slot(_ term: CountLinks.Term) -> CountSlots.Slot? {
      guard let measure = measures[term.measure] else { return nil }
      let unit = table.measures[measure].unit
      let isSum = unit == .mean || unit == .yearsAndMonths
      let hasBase = unit == .percentage || isSum
      guard term.isBase ? hasBase : !isSum else { return nil }
      return CountSlots.Slot(measure: measure, role: term.isBase ? .denominator : .numerator)
    }
    self.links = links.links.compactMap { link in
      guard let total = slot(link.total) else { return nil }
      let terms = link.parts.flatMap { Self.expanded($0, table) }
      let parts = terms.compactMap(slot).filter { $0 != total }.unique
      guard !parts.isEmpty else { return nil }
      return Link(total: total, parts: parts, kind: link.kind == .all && parts.count < terms.count ? .some : link.kind)
    }
    apart = Set(
      self.links.flatMap { link -> [Set<CountSlots.Slot>] in
        let members = link.kind == .each ? [] : link.parts
        let pairs = members.indices.flatMap { first in members[(first + 1)...].map { [members[first], $0] } }
        return (pairs + link.parts.map { [link.total, $0] }).map { Set($0) }
      })
  }

  private static func expanded(_ term: CountLinks.Term, _ table: FigureTable) -> [CountLinks.Term] {
    guard term.measure.hasSuffix("*") else { return [term] }
    return table.measures.map(\.id).filter { $0.hasPrefix(term.measure.dropLast()) }.map { CountLinks.Term($0) }
  }

  /// Whether two slots are never one count: a total and its part, or two parts of it.
  func areApart(_ a: CountSlots.Slot, _ b: CountSlots.Slot) -> Bool { apart.contains([a, b]) }
}
