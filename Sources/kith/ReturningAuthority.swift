import KithPlaces
import KithTables

/// The authority whose return it is, as the register knows it at the end of the collection year.
struct ReturningAuthority {
  /// The Department for Education's three digits.
  let code: String
  /// The ONS code at the end of the year.
  let onsCode: String

  /// The authority that a user names by a code of either kind or by name.
  init(_ text: String, year: Int) throws {
    let authority = try AuthorityRegister.england.find(text)
    guard let end = Day(31, 3, year), let onsCode = authority.onsCode(on: end), authority.exists(on: end) else {
      let others = authority.successors.isEmpty ? authority.predecessors : authority.successors
      let names = others.compactMap { AuthorityRegister.england[$0]?.label }.joined(separator: " or ")
      throw UsageFault(
        "\(authority.label) was not an authority on 31 March \(year)" + (names.isEmpty ? "." : "; try \(names)."))
    }
    code = authority.code.description
    self.onsCode = onsCode
  }
}
