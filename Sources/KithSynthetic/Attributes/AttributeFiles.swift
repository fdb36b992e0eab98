import KithReturns
import KithTables

/// What stands beside the files of attributes of a year: how they are read, what was planted, and what they are.
public enum AttributeFiles {
  /// Which column of which file holds what, for `kith study outcomes --map`.
  public static let map = SyntheticFile("synthetic_map.csv", text: mapText)
  /// What was planted: the share or mean of each outcome in each group.
  public static let effects = SyntheticFile("synthetic_effects.csv", text: effectsText)

  /// What a folder says of itself.
  public static func mark(seed: UInt64) -> SyntheticFile {
    SyntheticFile(
      SyntheticFiles.mark,
      text: """
        SYNTHETIC DATA. No child, pupil, patient, school, result or event here is real, and no name is anybody's.

        Made by kith synth --attributes from seed \(seed). Outcomes differ between groups by invented numbers, which stand in
        synthetic_effects.csv: they were planted for a study to find again, and say nothing about any child.
        Pupil numbers are missing, mistyped or doubled on purpose; synthetic_attribute_truth.csv says whose each row is.

        """)
  }

  private static let mapText: String = {
    var text = "edition,kind,file,column,field,form,values,verified\n"
    func line(
      _ kind: String, _ file: String, _ column: String, _ field: String, _ form: String = "", _ values: String = ""
    ) {
      text += "Synthetic,\(kind),synthetic_\(file).csv,\(column),\(field),\(form),\(values),yes\n"
    }
    for (kind, file) in [
      ("census", "school_census"), ("absence", "absence"), ("exclusion", "exclusions"), ("ks2", "ks2"), ("ks4", "ks4"),
    ] { line(kind, file, "PupilNumber", "(id)", "pupil number") }
    line("census", "school_census", "CensusDate", "(day)", "yyyy-mm-dd")
    line("census", "school_census", "SENprovision", "sen", "", "N=none K=support E=plan")
    line("absence", "absence", "TermStart", "(from)", "yyyy-mm-dd")
    line("absence", "absence", "TermEnd", "(to)", "yyyy-mm-dd")
    line("absence", "absence", "SessionsPossible", "possible")
    line("absence", "absence", "AuthorisedAbsence", "missed")
    line("absence", "absence", "UnauthorisedAbsence", "missed")
    line("exclusion", "exclusions", "StartDate", "(day)", "dd/mm/yyyy")
    line("exclusion", "exclusions", "Category", "sanction", "", "SUSP=suspension PERM=permanent")
    line("ks2", "ks2", "TestYear", "(year)")
    for (column, field) in [("ReadOutcome", "reading"), ("WritOutcome", "writing"), ("MathOutcome", "mathematics")] {
      line("ks2", "ks2", column, field, "", "EXS=yes GDS=yes WTS=no BLW=no")
    }
    line("ks4", "ks4", "ExamYear", "(year)")
    line("ks4", "ks4", "Att8", "attainment8")
    line("ks4", "ks4", "EngMat94", "pass-4")
    line("ks4", "ks4", "EngMat95", "pass-5")
    line("ks4", "ks4", "EbaccAps", "ebacc-points")
    line("health", "health", "Patient", "(id)", "linked")
    line("health", "health", "From", "(from)", "yyyy-mm-dd")
    line("health", "health", "To", "(to)", "yyyy-mm-dd")
    line("health", "health", "DentalCheck", "health:Dental check")
    line("health", "health", "Immunised", "health:Immunisations up to date")
    return text
  }()

  private static var effectsText: String {
    PlantedOutcomes().answers.reduce(into: "OUTCOME,UNIT,GROUP,PLANTED\n") { text, answer in
      for (group, value) in zip(PlantedGroup.allCases, answer.values) {
        text += "\(answer.outcome.quotedCell),\(answer.unit),\(group.rawValue),\(rounded(value))\n"
      }
    }
  }

  /// A number to four places, without the tail that binary fractions leave.
  private static func rounded(_ value: Double) -> String { "\((value * 10_000).rounded() / 10_000)" }
}

extension AuthorityHistory {
  /// The files of attributes of the time after 31 March of a year, of the children whom the authority knows and of others who live there.
  ///
  /// Who moves is in the files of the authority in which the child is on that day, so that no two authorities' files have one child. The
  /// chance of a child is the child's own, so that returns stay as they are.
  public func attributes(in year: Int, seed: UInt64) -> [SyntheticFile] {
    var writer = AttributeWriter(year: year, seed: seed)
    let day = Day.yearEnd(year)
    for career in careers {
      writer.addName(career, of: authority)
      let group = career.plantedGroup(on: day)
      guard career.person.died.map({ $0 > day }) ?? true, career.person.born <= day else { continue }
      guard group != .none || career.stays else { continue }
      writer.add(career.person, group, label: career.label, of: authority)
    }
    for place in 0..<(careers.count / 3) {
      writer.add(other(place, on: day, seed: seed), .none, label: "", of: authority)
    }
    return writer.files
  }

  /// A child who lives there and whom the authority does not know.
  private func other(_ place: Int, on day: Day, seed: UInt64) -> Person {
    var chance = Chance(seed: seed, 33, UInt64(authority.place), UInt64(place))
    let number = 1_000_000_000 + authority.place * 1_000_000 + place
    let born = day.adding(days: -(1 + chance.below(17 * 365)))
    return Person(
      number: number, family: number, isFemale: chance.happens(0.49), isSexUnrecorded: false, born: born,
      expected: born,
      ethnicity: "WBRI", disabilities: [], isUnaccompanied: false,
      upn: ImpossibleUPN.number(authority: authority.place + 200, child: place), upnKnown: born, upnReason: "UN3",
      died: nil)
  }
}

extension Career {
  /// Whether the child lives in the area whatever is known of the child: of no family that moves, and not taken over.
  fileprivate var stays: Bool {
    person.family / 1_000_000 == authority && person.family % 1_000_000 % Rates.movers != 0 && !person.isUnaccompanied
  }
}
