import KithDisclosure
import KithMeasures
import KithReturns
import KithStore

/// What a director signs off: the return's headline measures beside last year's, and beside what was published.
struct PlausibilityPage {
  let submissions: [Submission]
  let year: Int
  let authority: String
  let children: ChildPopulation
  let published: PublishedBeside

  /// The page. The returns are held in memory only, and nothing is kept.
  func document() throws -> ChangeDocument {
    let store = try Store.inMemory()
    let isSynthetic = submissions.contains { $0.files.contains(where: \.isSynthetic) }
    var missing: [String] = []
    for submission in submissions {
      _ = try store.load(LoadRequest(submission, year: year, authority: authority, isSynthetic: isSynthetic))
      if let last = LoadRequest(
        lastYearOf: submission, year: year - 1, authority: authority, isSynthetic: isSynthetic)
      {
        _ = try store.load(last)
      } else {
        missing.append("Last year's \(submission.collection.title) was not given: --previous FOLDER.")
      }
    }
    let collections = Set(submissions.map(\.collection))
    let all = Measure.all()
    let headlines = Measure.headlineNames.compactMap { name in all.first { $0.id == name } }
      .filter { collections.contains($0.collection) }
    let changes = try MeasureComparison(store, year: year, headlines, children: children).changes(of: authority)
    let heads =
      [
        ChangeDocument.notice(isSynthetic: isSynthetic),
        "Plausibility of \(title(collections)) \(CollectionYear(year).title) of \(authority): this year beside last year.",
      ] + missing
    return ChangeDocument(Disclosure.internalUse(changes), heads: heads, beside: published)
  }

  private func title(_ collections: Set<CollectionKind>) -> String {
    CollectionKind.allCases.filter(collections.contains).map(\.title).joined(separator: " and ")
  }
}
