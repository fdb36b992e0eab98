import KithMeasures
import KithReturns
import KithStore
import KithTesting
import Testing

/// The difference from last year is the sum of its reasons, and each child has the right one.
struct ChangeTests {
  private func census(_ year: Int, _ cases: [String]) throws -> Submission {
    let folder = try ScratchFolder()
    let children = cases.map { details in
      let parts = details.split(separator: " ").map(String.init)
      let closed =
        parts.count > 2
        ? "<CINclosureDate>\(parts[2])</CINclosureDate><ReasonForClosure>\(parts[3])</ReasonForClosure>" : ""
      return """
        <Child><ChildIdentifiers><LAchildID>\(parts[0])</LAchildID><PersonBirthDate>2015-01-01</PersonBirthDate>
        </ChildIdentifiers><CINdetails><CINreferralDate>\(parts[1])</CINreferralDate>\(closed)
        <ReferralNFA>0</ReferralNFA></CINdetails></Child>
        """
    }
    try folder.write(
      """
      <?xml version="1.0"?>
      <Message><Header><CollectionDetails><Collection>CIN</Collection><Year>\(year)</Year>
      <ReferenceDate>\(year)-03-31</ReferenceDate></CollectionDetails><Source><SourceLevel>L</SourceLevel>
      <LEA>301</LEA></Source></Header><Children>\(children.joined())</Children></Message>
      """, "census.xml")
    return try Submission.read([folder.path], of: .inNeed)
  }

  private func lookedAfter(_ episodes: [String]) throws -> Submission {
    let folder = try ScratchFolder()
    try folder.write(
      "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE\n"
        + episodes.map { $0 + "\n" }.joined(), "episodes.csv")
    return try Submission.read([folder.path])
  }

  private func parts(_ id: String, _ store: Store) throws -> (difference: Int?, parts: [String: Int]) {
    let measures = Measure.named(id, among: Measure.all())
    let change = try #require(try MeasureComparison(store, year: 2025, measures).changes(of: "301").first)
    return (
      change.difference, Dictionary(change.parts.map { ($0.reason, $0.count) }, uniquingKeysWith: { first, _ in first })
    )
  }

  @Test func openCasesComeAndGoEachWithAReason() throws {
    let store = try Store.inMemory()
    let last = try census(2024, ["A 2023-05-10", "B 2024-01-10", "C 2023-06-01 2024-02-01 RC7", "F 2023-07-01"])
    let this = try census(
      2025,
      [
        "A 2023-05-10 2024-06-01 RC7", "B 2024-01-10 2024-04-20 RC8", "D 2024-09-01", "E 2023-12-01",
        "G 2024-10-01 2024-10-20 RC8",
      ])
    _ = try store.load(LoadRequest(last, year: 2024, authority: "301"))
    _ = try store.load(LoadRequest(this, year: 2025, authority: "301"))
    let change = try parts("cin_31mar_count", store)
    #expect(change.difference == -1)
    #expect(
      change.parts == [
        "referred in the year": 1, "referred before the year, not in last year's return": 1,
        "closed in the year: RC7": -1, "closed in the year as assessed and not in need": -1,
        "not in this year's return": -1,
      ])
    let flow = try parts("ref_count", store)
    #expect(flow.difference == -2)
    #expect(flow.parts.values.reduce(0, +) == -2)
  }

  @Test func childrenComeIntoCareAndLeaveIt() throws {
    let store = try Store.inMemory()
    let last = try lookedAfter([
      "A,01/06/2023,S,V2,N1,U6,PR1,,,", "B,01/06/2023,S,V2,N1,U6,PR1,,,", "C,01/06/2023,S,V2,N1,U6,PR1,,,",
    ])
    let this = try lookedAfter([
      "A,01/06/2023,S,V2,N1,U6,PR1,10/10/2024,E4A,", "B,01/06/2023,S,V2,N1,U6,PR1,,,",
      "D,01/02/2025,S,V2,N1,U6,PR1,,,", "E,01/02/2024,S,V2,N1,U6,PR1,,,",
    ])
    _ = try store.load(LoadRequest(last, year: 2024, authority: "301"))
    _ = try store.load(LoadRequest(this, year: 2025, authority: "301"))
    let change = try parts("cla_31mar_count", store)
    #expect(change.difference == 0)
    #expect(
      change.parts == [
        "started to be looked after in the year": 1,
        "looked after since before the year, not in last year's return": 1,
        "ceased to be looked after in the year: E4A": -1, "not in this year's return": -1,
      ])
  }

  @Test func aFigureThatIsNotAvailableHasNoReasons() throws {
    let store = try Store.inMemory()
    _ = try store.load(LoadRequest(try census(2025, ["A 2024-05-10"]), year: 2025, authority: "301"))
    let change = try parts("cin_31mar_count", store)
    #expect(change.difference == nil)
    #expect(change.parts.isEmpty)
  }
}
