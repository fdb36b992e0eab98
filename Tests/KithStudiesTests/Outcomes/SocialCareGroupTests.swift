import KithReturns
import KithStore
import KithTables
import KithTesting
import Testing

@testable import KithStudies

@Suite("Social care groups (OUT01)")
struct SocialCareGroupTests {
  private func load(_ kind: CollectionKind, _ tables: [TableName: (String, String)], into store: Store) throws {
    let folder = try ScratchFolder()
    for schema in kind.schemas where kind == .lookedAfter || schema.name != .censusHeader {
      let (header, rows) = tables[schema.name] ?? ("", "")
      let names = header.split(separator: ",").map(String.init)
      let fields = schema.fields.map(\.description) + schema.derived.map(\.description).filter(names.contains)
      let lines = rows.split(separator: "\n").map { row in
        let cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        return fields.map { field in names.firstIndex(of: field).map { cells[$0] } ?? "" }.joined(separator: ",")
      }
      try folder.write(([fields.joined(separator: ",")] + lines).joined(separator: "\n") + "\n", "\(schema.name).csv")
    }
    let submission = try Submission.read([folder.path], of: kind)
    _ = try store.load(LoadRequest(submission, year: 2025, authority: "301"))
  }

  /// A to D are looked after, of whom B since 2 April and C by short breaks, and D until 31 March; E and F have plans; G to J cases.
  private func store() throws -> Store {
    let store = try Store.inMemory()
    try load(
      .lookedAfter,
      [
        .headers: (
          "CHILD,SEX,DOB", "A,F,01/06/2012\nB,F,01/06/2012\nC,F,01/06/2012\nD,F,01/06/2012"
        ),
        .episodes: (
          "CHILD,DECOM,RNE,LS,CIN,PLACE,DEC,REC",
          """
          A,01/04/2024,S,C2,N1,U4,01/10/2024,X1
          A,01/10/2024,P,C2,N1,K2,,
          B,02/04/2024,S,C2,N1,U4,,
          C,01/02/2024,S,V4,N2,U4,,
          D,01/02/2024,S,C2,N1,U4,31/03/2025,E4A
          """
        ),
      ], into: store)
    let cases = ["A", "D", "E", "F", "G", "H", "I", "J"]
    try load(
      .inNeed,
      [
        .childIdentifiers: (
          "LAchildID,PersonBirthDate,Sex", cases.map { "\($0),2012-06-01,F" }.joined(separator: "\n")
        ),
        .cinDetails: (
          "LAchildID,CINreferralDate,CINclosureDate,ReasonForClosure,PrimaryNeedCode,ReferralNFA",
          """
          A,2023-01-01,,,N1,false
          D,2023-01-01,,,N1,false
          E,2024-05-01,,,N1,false
          F,2024-05-01,,,N1,false
          G,2024-05-01,,,N1,false
          H,2024-05-01,2025-03-31,RC7,N1,false
          I,2024-05-01,,,N1,true
          J,2024-05-01,2024-07-01,RC8,N1,false
          """
        ),
        .childProtectionPlans: (
          "LAchildID,CPPstartDate,CPPendDate", "E,2024-06-01,\nF,2024-06-01,2025-03-31\nA,2023-02-01,"
        ),
      ], into: store)
    return store
  }

  private func groups(_ basis: ExposureBasis) throws -> [String: SocialCareGroup] {
    let found = try ExposedChild.all(in: try store(), year: 2025, basis: basis)
    return Dictionary(uniqueKeysWithValues: found.map { (String($0.person.dropFirst(4)), $0.group) })
  }

  @Test(
    "on 31 March the highest group counts; a year begins on 1 April, short breaks are no care, an end on the day is one"
  )
  func atEnd() throws {
    #expect(
      try groups(.atEnd) == [
        "A": .lookedAfterYear, "B": .lookedAfter, "D": .need, "E": .protection, "F": .need, "G": .need,
      ])
  }

  @Test("in the year what ended counts too, but not a case in which no need was found")
  func inYear() throws {
    #expect(
      try groups(.inYear) == [
        "A": .lookedAfterYear, "B": .lookedAfter, "D": .lookedAfter, "E": .protection, "F": .protection, "G": .need,
        "H": .need,
      ])
  }
}
