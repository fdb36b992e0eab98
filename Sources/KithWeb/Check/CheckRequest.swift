import KithPlaces
import KithReports
import KithReturns
import KithTables

/// What is to be checked, as the user gave it.
struct CheckRequest: Sendable {
  /// How the user knows it: the folder's name, or the number of files.
  let name: String
  /// The folders, archives and files of the return.
  let paths: [String]
  /// Those of last year's.
  var previous: [String] = []
  /// The year in which the collection ends, where the user says it.
  var year: Int?
  /// The authority by code or name, where the user says it.
  var authority: String?
  /// What is known beside the findings.
  var context = FindingContext()
  /// The folder that is the session's own, to be removed with the check; nil for what lies elsewhere.
  var folder: String?
  /// The folder in which notes are kept beside the return; nil where they are kept for the session only.
  var notesFolder: String?
}

/// The year and the authority that a return is of.
struct CheckedOwner: Sendable {
  let year: Int
  /// The authority's three digits; nil where nobody says whose return it is.
  let code: String?
  let onsCode: String?
  /// How the authority is shown.
  let label: String?

  /// As the user says, else as a CIN Census among the returns states.
  init(_ request: CheckRequest, _ submissions: [Submission]) throws {
    let facts = submissions.filter { $0.collection == .inNeed }.map { CensusFacts($0.tables) }
    guard let year = request.year ?? facts.lazy.compactMap(\.year).first else {
      throw WebError.unusable(
        "Say which collection this is", "The files do not say which year they are of. Choose the year and check again.")
    }
    self.year = year
    let named = request.authority ?? facts.lazy.compactMap(\.authority).first
    let isSynthetic = submissions.contains { $0.files.contains(where: \.isSynthetic) }
    let found = try named.flatMap { name in try Self.authority(name, year, isSynthetic: isSynthetic) }
    let digits = named.flatMap { AuthorityCode(parsing: $0) }
    code = found?.code.description ?? digits?.description
    onsCode = Day(31, 3, year).flatMap { found?.onsCode(on: $0) }
    label = found?.label ?? digits.map { "\($0), an invented authority" }
  }

  /// The authority of a name; nil for one that is invented, as a synthetic return's is.
  private static func authority(_ name: String, _ year: Int, isSynthetic: Bool) throws -> Authority? {
    do {
      return try AuthorityRegister.england.find(name)
    } catch {
      if isSynthetic || AuthorityCode(parsing: name) != nil { return nil }
      throw WebError.unusable("No such authority", error.description)
    }
  }
}
