import KithReturns
import KithTables

/// Who the children truly are: a row for each child whom an authority knows.
public struct TruthFile: Sendable {
  /// The file's name.
  public static let name = SyntheticFiles.truth
  /// The file.
  public let text: String

  init(_ careers: [Career], authority: SyntheticAuthority) {
    let heading = "SYNTHETIC_CHILD,FAMILY,AUTHORITY,CHILD,UPN,SEX,DOB,DEATH,ETHNIC,UASC,REFERRALS,PERIODS_OF_CARE\n"
    text = careers.reduce(into: heading) { text, career in
      let person = career.person
      let cells = [
        "\(person.number)", "\(person.family)", authority.code, career.label, person.upn, person.isFemale ? "F" : "M",
        person.born.description, person.died?.description ?? "", person.ethnicity, person.isUnaccompanied ? "1" : "0",
        "\(career.episodes.count)", "\(career.care.count)",
      ]
      text += cells.joined(separator: ",") + "\n"
    }
  }
}

extension AuthorityHistory {
  /// Who its children truly are: a child who moves has one number in both authorities' files.
  public var truth: TruthFile { TruthFile(careers, authority: authority) }
}

/// What each folder says of itself.
public enum SyntheticMark {
  /// The file's name.
  public static let name = SyntheticFiles.mark

  /// The file of a folder of an authority; or of the folder of all of them.
  public static func text(_ authority: SyntheticAuthority?, seed: UInt64, hasErrors: Bool) -> String {
    let place = authority.map { "the authority \($0.code), \($0.name)" } ?? "invented authorities"
    return """
      SYNTHETIC DATA. No child, family, authority, school, setting or event here is real.

      Made by kith synth from seed \(seed) for \(place).
      No record is derived from a real child's; published national figures decide how often things happen.
      Children's identifiers begin with SYN, postcodes with ZZ, which is no area of the post; the pupil numbers are
      temporary ones of schools that cannot be, with a wrong check letter; Ofsted's numbers begin with 99.
      \(hasErrors ? "Errors were put in on purpose: see synthetic_errors.csv." : "The returns are meant to keep the rules of their year.")

      """
  }
}
