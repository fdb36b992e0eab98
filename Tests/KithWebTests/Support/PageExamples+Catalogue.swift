@testable import KithWeb

extension PageExamples {
  /// Examples of the pages on data sets.
  static let catalogue: [any Page] = [
    CatalogueListPage(ways: ways, sought: "care", choices: choices, found: "1 of 38 data sets", tables: [table]),
    CatalogueEntryPage(
      title: "Children in Need Census", family: "Returns", ways: ways, facts: facts, access: table, others: [table],
      limits: ["thresholds differ"], pictureAddress: "/catalogue/picture?of=cin-census", verified: "2026-11-29",
      unverified: ["the licence"]),
    CataloguePlanPage(
      ways: ways, question: "again", choices: choices, problem: "Use other words.",
      answer: .init(
        about: "Children referred again",
        parts: [.init(name: "Children in Need Census", entryAddress: "/catalogue/entry/cin-census", facts: facts)],
        allow: "no wait", tables: [table], more: facts, asked: "again", asker: "researcher"),
      topics: [.init(words: "Children referred again", topicAddress: "/catalogue/plan?question=re-referral")]),
    CataloguePicturePage(
      title: "What can be joined to what", ways: ways, choices: choices, drawing: "<svg></svg>",
      fileAddress: "/catalogue/links.svg", tables: [table]),
  ]

  private static let ways = [Way(words: "Find a data set", address: "/catalogue", isCurrent: true)]
  private static let choices = [
    CatalogueAddress.choice("level", "Records of", [("individual", "persons")], chosen: "individual")
  ]
  private static let facts = [CatalogueFact("Page", ["https://www.gov.uk/guidance/children-in-need-census"])]
}
