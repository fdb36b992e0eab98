import KithReturns
import KithStore
import KithTesting
import Testing

@Suite("Codes brought together across years")
struct HarmonisationTests {
  @Test(
    "a code that changed is mapped, and any other stays as it is",
    arguments: [
      (.lookedAfter, "Header", "SEX", "1", "M"), (.lookedAfter, "Header", "SEX", "F", "F"),
      (.lookedAfter, "UASC", "SEX", "2", "F"), (.lookedAfter, "Episodes", "PLACE", "P2", "K3"),
      (.lookedAfter, "Episodes", "PLACE", "Z13", "Z1"), (.lookedAfter, "Episodes", "PLACE", "U4", "U4"),
      (.lookedAfter, "Episodes", "REC", "E43", "SGO"), (.lookedAfter, "Episodes", "REC", "E48", "SGO"),
      (.lookedAfter, "Episodes", "REC", "E4A", "E4A"), (.lookedAfter, "OC3", "ACTIV", "F5", "F3"),
      (.lookedAfter, "OC3", "ACTIV", "P3", "P3"), (.inNeed, "ChildIdentifiers", "GenderCurrent", "9", "U"),
      (.inNeed, "AssessmentFactorsList", "AssessmentFactor", "18A", "18"),
      (.inNeed, "AssessmentFactorsList", "AssessmentFactor", "19C", "19"),
      (.inNeed, "AssessmentFactorsList", "AssessmentFactor", "2A", "2A"),
      (.inNeed, "CINdetails", "ReferralSource", "5D", "5B/5D/8"),
      (.inNeed, "CINdetails", "ReasonForClosure", "RC9", "RC8"), (.inNeed, "CINdetails", "ReferralNFA", "TRUE", "1"),
    ] as [(CollectionKind, String, String, String, String)])
  func mapped(collection: CollectionKind, table: String, field: String, code: String, value: String) {
    #expect(
      Harmonisation.standard.value(code, of: Field(field), in: TableName(table), collection) == value)
  }

  @Test("every mapping is of a field that its table has, and maps a family to one value that maps to itself")
  func fields() throws {
    for mapping in Harmonisation.standard.mappings {
      let schema = try #require(
        mapping.collection.schemas.first { $0.name.description == mapping.table })
      #expect(schema.fields.contains(Field(mapping.field)))
      let again = Harmonisation.standard.value(
        mapping.mapped, of: Field(mapping.field), in: schema.name, mapping.collection)
      #expect(again == mapping.mapped || mapping.field == "GenderCurrent")
    }
  }

  @Test("sex is one column over the years in which it was gender, with the source beside it")
  func sex() throws {
    let folder = try TestFolder()
    let store = try Store(folder.store, for: .writing)
    let before =
      "<Child><ChildIdentifiers><LAchildID>A</LAchildID><GenderCurrent>9</GenderCurrent></ChildIdentifiers></Child>"
    let after = "<Child><ChildIdentifiers><LAchildID>A</LAchildID><Sex>F</Sex></ChildIdentifiers></Child>"
    for (year, children) in [(2024, before), (2025, after)] {
      let census = try folder.inNeed(year: year, children: children, in: "\(year)")
      _ = try store.load(LoadRequest(census, year: year, authority: "301"))
    }
    #expect(
      try store.rows(
        "SELECT * FROM cin_childidentifiers ORDER BY submission", ["gendercurrent", "sex", "sex_mapped"]) == [
          "9 |  | U", "| F | F",
        ])
  }
}
