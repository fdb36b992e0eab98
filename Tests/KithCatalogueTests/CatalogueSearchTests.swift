import KithCatalogue
import Testing

@Suite("Finding a data set")
struct CatalogueSearchTests {
  let catalogue = Catalogue.england
  let search = CatalogueSearch()

  private func first(_ words: String) -> String? { search.results(for: words).first?.dataSet.id }

  @Test(
    "Words lead to the data set that is about them",
    arguments: [
      ("social worker turnover", "csww"), ("re-referral", "cin-census"), ("rereferral", "cin-census"),
      ("special guardianship quarterly", "asglb"), ("deprivation small area", "imd"), ("ECHILD", "echild"),
      ("hospital", "echild"), ("school exclusion", "npd"), ("Section 251", "s251-outturn"),
      ("statistical neighbours", "stat-neighbours"),
      ("903", "ssda903"), ("foster carers", "ofsted-fostering"), ("earnings", "leo"), ("postcode", "onspd"),
    ])
  func words(_ words: String, _ id: String) {
    #expect(
      search.results(for: words).prefix(2).contains { $0.dataSet.id == id }, "\(words): \(first(words) ?? "none")")
  }

  @Test(
    "A slip of a letter or two is forgiven",
    arguments: [
      ("depravation", "imd"), ("fostring", "ofsted-fostering"), ("caselaod", "csww"), ("guardianshp", "asglb"),
    ])
  func slips(_ words: String, _ id: String) {
    #expect(search.results(for: words).prefix(3).contains { $0.dataSet.id == id })
  }

  @Test("What has all the words stands before what has some")
  func order() throws {
    let results = search.results(for: "adoption quarterly")
    #expect(results.first?.dataSet.id == "asglb")
    #expect(results.count > 1)
  }

  @Test("A result says where the words stand")
  func places() throws {
    let result = try #require(search.results(for: "caseload").first)
    #expect(result.dataSet.id == "csww" && result.places.contains("variables") && !result.places.contains("title"))
  }

  @Test(
    "Nothing is found by words that say nothing, and by nonsense", arguments: ["", "the of and", "xyzzyplugh", "日本"])
  func nothing(_ words: String) { #expect(search.results(for: words).isEmpty) }

  @Test("A name may be an identifier, a title or another name, whatever the capitals")
  func names() throws {
    for name in ["cin-census", "CIN", "Children in Need Census", " cin census "] {
      #expect(try catalogue.dataSet(named: name).id == "cin-census")
    }
  }

  @Test("An unknown name is an error that gives the nearest names")
  func unknown() throws {
    let error = #expect(throws: CatalogueError.self) { try catalogue.dataSet(named: "cin-cencus") }
    guard case .unknown("cin-cencus", let nearest) = error else { return #expect(Bool(false)) }
    #expect(nearest.first == "cin-census")
    #expect("\(try #require(error))".contains("Nearest: cin-census"))
    let words = #expect(throws: CatalogueError.self) { try catalogue.dataSet(named: "inspection outcomes") }
    #expect("\(try #require(words))".contains("ofsted-ilacs"))
  }

  @Test("A list is narrowed by level, steward, route, kind of user and family")
  func filters() throws {
    let ids = { (filter: CatalogueFilter) in try catalogue.dataSets(filter).map(\.id) }
    #expect(try ids(CatalogueFilter(level: .individual, who: .researcher)).contains("echild"))
    #expect(try !ids(CatalogueFilter(level: .individual, who: .researcher)).contains("annex-a"))
    #expect(
      try !ids(CatalogueFilter(who: .laAnalyst)).contains("moj-dfe")
        || ids(CatalogueFilter(who: .anyone)).contains("moj-dfe"))
    #expect(try ids(CatalogueFilter(steward: "ofsted", group: .published)) == ["ofsted-ilacs", "ofsted-fostering"])
    #expect(try ids(CatalogueFilter(route: "moj-data-first")) == ["moj-dfe"])
    #expect(try ids(CatalogueFilter()).count == 38)
    #expect(throws: CatalogueError.self) { try ids(CatalogueFilter(route: "by-post")) }
    #expect(throws: CatalogueError.self) { try ids(CatalogueFilter(steward: "Nobody")) }
  }
}
