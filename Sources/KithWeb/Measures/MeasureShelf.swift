import Foundation
import KithDisclosure
import KithMeasures
import KithReturns
import KithStore

/// An authority's own measures of the store that the server was started with, each year's worked out once.
actor MeasureShelf {
  /// What a store holds of a year and an authority.
  struct Held: Hashable, Sendable {
    let year: Int
    let authority: String
    let name: String
  }

  private let settings: WebSettings
  private var changes: [Held: [MeasureChange]] = [:]

  init(_ settings: WebSettings) { self.settings = settings }

  /// The years and authorities that the store holds, the latest first; none where there is no store.
  func held() throws -> [Held] {
    guard settings.store != nil else { return [] }
    let current = try store(for: .reading).submissions.filter { $0.state == "current" }
    let all = Set(current.map { Held(year: $0.year, authority: $0.authority, name: $0.authorityName ?? "") })
    return all.sorted { (-$0.year, $0.authority) < (-$1.year, $1.authority) }
  }

  /// The headline measures of a year beside last year's: the authority's own raw figures.
  func changes(_ held: Held) throws -> Internal<[MeasureChange]> {
    if let known = changes[held] { return Disclosure.internalUse(known) }
    let found = try MeasureComparison(
      store(for: .reading), year: held.year, Self.headlines, children: settings.children
    ).changes(of: held.authority)
    changes[held] = found
    return Disclosure.internalUse(found)
  }

  /// The children behind a measure; the listing is noted in the store's own log.
  func children(behind measure: Measure, _ held: Held, reason: String) throws -> Internal<[CountedChild]> {
    let store = try store(for: .changing)
    let rows = try MeasureRun(store, year: held.year, children: settings.children)
      .children(behind: measure, in: held.authority)
    try store.noteListing(
      of: "\(measure.id) of \(held.year), authority \(held.authority)", rows: rows.count, purpose: reason)
    return Disclosure.internalUse(rows)
  }

  private func store(for purpose: Store.Purpose) throws -> Store {
    guard let path = settings.store else { throw WebError.notFound }
    return try Store(path, for: purpose, key: settings.storeKey, wait: 5)
  }

  /// The measures that a director signs off.
  static var headlines: [Measure] {
    let all = Measure.all()
    return Measure.headlineNames.compactMap { name in all.first { $0.id == name } }
  }

  /// The headline measures of returns that are checked and not kept, beside last year's.
  static func changes(
    of submissions: [Submission], _ owner: CheckedOwner, children: ChildPopulation
  ) throws -> Internal<[MeasureChange]> {
    let store = try Store.inMemory()
    let authority = owner.code ?? "000"
    let isSynthetic = submissions.contains { $0.files.contains(where: \.isSynthetic) }
    for submission in submissions {
      _ = try store.load(LoadRequest(submission, year: owner.year, authority: authority, isSynthetic: isSynthetic))
      let last = LoadRequest(
        lastYearOf: submission, year: owner.year - 1, authority: authority, isSynthetic: isSynthetic)
      if let last { _ = try store.load(last) }
    }
    let collections = Set(submissions.map(\.collection))
    let wanted = headlines.filter { collections.contains($0.collection) }
    let comparison = try MeasureComparison(store, year: owner.year, wanted, children: children)
    return Disclosure.internalUse(try comparison.changes(of: authority))
  }
}
