import KithTables
import Testing

@testable import KithStudies

@Suite("Maps of attribute files")
struct AttributeMapTests {
  private func map(_ lines: String) throws -> AttributeMap {
    let text = "edition,kind,file,column,field,form,values,verified\n" + lines + "\n"
    return try AttributeMap(try SeparatedText(Array(text.utf8)), name: "map.csv")
  }

  private static let good = """
    E,census,c.csv,UPN,(id),pupil number,,yes
    E,census,c.csv,Day,(day),dd/mm/yyyy,,yes
    E,census,c.csv,SEN,sen,,N=none K=support E=plan,no
    """

  @Test("a map says its edition, its files, and that a line is unverified")
  func reads() throws {
    let map = try map(Self.good)
    #expect(map.files == ["c.csv"] && map.title == "E (columns unverified)" && !map.isVerified)
    let column = try #require(map.columns.last)
    #expect(column.meaning(of: "k") == "support" && column.meaning(of: "?") == nil)
    #expect(column.meaning(of: "none") == "none")
  }

  @Test(
    "a line that cannot be followed is refused, with its number",
    arguments: [
      ("E,cencus,c.csv,UPN,(id),pupil number,,yes", "kind is one of"),
      ("E,census,c.csv,UPN,(id),,,yes", "form is pupil number or"),
      ("E,census,c.csv,UPN,weight,,,yes", "no such field"),
      ("E,census,c.csv,,(id),pupil number,,yes", "name the file"),
      ("E,census,c.csv,Day,(day),mm/yyyy,,yes", "form is yyyy-mm-dd or dd/mm/yyyy"),
      ("E,census,c.csv,SEN,sen,,N=maybe,yes", "values none, support, plan"),
      ("E,absence,c.csv,P,possible,,1=yes,yes", "leave them blank"),
      ("F,census,c.csv,SEN,sen,,,yes", "of one edition"),
    ])
  func refusesLine(_ line: String, _ words: String) {
    let error = #expect(throws: StudyError.self) { try map(Self.good + "\n" + line) }
    #expect(error?.description.contains("line 5") == true && error?.description.contains(words) == true)
  }

  @Test(
    "a file of which too little is mapped is refused",
    arguments: [
      ("E,ks2,k.csv,UPN,(id),pupil number,,yes", "nothing says when"),
      ("E,ks2,k.csv,Y,(year),,,yes", "one column (id)"),
      ("E,ks2,k.csv,UPN,(id),pupil number,,yes\nE,ks2,k.csv,Y,(year),,,yes", "no column for reading"),
      ("E,census,k.csv,C,(id),child,,yes\nE,census,k.csv,Y,(year),,,yes", "(authority)"),
      ("E,census,k.csv,C,(id),pupil number,,yes\nE,sen,k.csv,Y,(year),,,yes", "more than one kind"),
      (
        "E,ks4,k.csv,C,(id),pupil number,,yes\nE,ks4,k.csv,Y,(year),,,yes\nE,ks4,k.csv,P,pass-4,,,yes",
        "one of pass-4 and pass-5"
      ),
      (
        "E,exclusion,k.csv,C,(id),pupil number,,yes\nE,exclusion,k.csv,Y,(year),,,yes\nE,exclusion,k.csv,S,sanction,,,yes",
        "need a (day)"
      ),
    ])
  func refusesFile(_ lines: String, _ words: String) {
    let error = #expect(throws: StudyError.self) { try map(lines) }
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
  }

  @Test("days of a row: years, terms and summers of key stages as they are written, and nothing else")
  func periods() throws {
    func period(_ lines: String, _ cells: [String]) throws -> String? {
      let columns = try map(lines).columns
      return AttributePeriod(columns, cells).map { "\($0.first.iso) \($0.last.iso)" }
    }
    let term = """
      E,absence,a.csv,U,(id),pupil number,,yes
      E,absence,a.csv,Y,(year),,,yes
      E,absence,a.csv,T,(term),,1=autumn 2=spring 3=summer,yes
      E,absence,a.csv,P,possible,,,yes
      E,absence,a.csv,M,missed,,,yes
      """
    #expect(try period(term, ["x", "2025/26", "1", "", ""]) == "2025-09-01 2025-12-31")
    #expect(try period(term, ["x", "202526", "3", "", ""]) == "2026-04-01 2026-08-31")
    #expect(try period(term, ["x", "2026", "4", "", ""]) == nil)
    #expect(try period(term, ["x", "26", "1", "", ""]) == nil)
    #expect(try period(Self.good, ["x", "05/01/2026", ""]) == "2026-01-05 2026-01-05")
    #expect(try period(Self.good, ["x", "2026-01-05", ""]) == nil)
    #expect(try period(Self.good, ["x", "31/02/2026", ""]) == nil)
  }
}
