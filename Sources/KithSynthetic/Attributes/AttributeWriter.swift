import KithReturns
import KithTables

/// Writes the files of attributes of an authority's children, and whose each row truly is.
struct AttributeWriter {
  private let year: Int
  private let seed: UInt64
  private let planted = PlantedOutcomes()
  private var people = "child," + NamedChild.header.joined(separator: ",") + "\n"
  private var patients = "patient," + NamedChild.header.joined(separator: ",") + "\n"
  private var census = "PupilNumber,CensusDate,SENprovision\n"
  private var absence = "PupilNumber,TermStart,TermEnd,SessionsPossible,AuthorisedAbsence,UnauthorisedAbsence\n"
  private var exclusions = "PupilNumber,StartDate,Category\n"
  private var ks2 = "PupilNumber,TestYear,ReadOutcome,WritOutcome,MathOutcome\n"
  private var ks4 = "PupilNumber,ExamYear,Att8,EngMat94,EngMat95,EbaccAps\n"
  private var health = "Patient,From,To,DentalCheck,Immunised\n"
  private var truth = "SYNTHETIC_CHILD,AUTHORITY,CHILD,GROUP,PUPIL_NUMBER,FAULT,PATIENT\n"

  init(year: Int, seed: UInt64) {
    self.year = year
    self.seed = seed
  }

  /// The files.
  var files: [SyntheticFile] {
    [
      ("people", people), ("patients", patients), ("school_census", census), ("absence", absence),
      ("exclusions", exclusions), ("ks2", ks2), ("ks4", ks4), ("health", health), ("attribute_truth", truth),
    ].map { SyntheticFile("synthetic_\($0).csv", text: $1) }
  }

  /// Adds a child to the authority's own list, by which names are linked.
  mutating func addName(_ career: Career, of authority: SyntheticAuthority) {
    people += ([authority.code + "-" + career.label] + NamedChild(career.person).cells).joined(separator: ",") + "\n"
  }

  /// Adds what other agencies know of a child.
  mutating func add(_ person: Person, _ group: PlantedGroup, label: String, of authority: SyntheticAuthority) {
    var chance = Chance(seed: seed, 34, UInt64(person.number), UInt64(year))
    let (number, fault) = Self.number(of: person, &chance)
    let isInSchool = !chance.happens(planted.outOfSchool[group.place])
    if isInSchool { addSchool(person, number, group.place, &chance) }
    let patient = chance.happens(planted.outOfHealth[group.place]) ? "" : Self.patient(person)
    if !patient.isEmpty { addHealth(person, patient, group.place, &chance) }
    let cells = [
      "\(person.number)", authority.code, label, group.rawValue, isInSchool ? number : "",
      isInSchool ? fault : "in no school's file", patient,
    ]
    truth += cells.joined(separator: ",") + "\n"
  }

  /// The pupil number that schools have: it may be blank, or have a digit typed wrong.
  private static func number(of person: Person, _ chance: inout Chance) -> (number: String, fault: String) {
    if chance.happens(0.01) { return ("", "blank") }
    guard chance.happens(0.015) else { return (person.upn, "") }
    var characters = Array(person.upn)
    let digit = characters[7].wholeNumberValue ?? 0
    characters[7] = Character("\((digit + chance.between(1, 9)) % 10)")
    return (String(characters), "digit")
  }

  /// A patient's number, which tells nothing of the child's others.
  private static func patient(_ person: Person) -> String {
    "ZP" + padded((person.number &* 7_919 + 1_234_567) % 9_999_999_967, 10)
  }

  private mutating func addHealth(_ person: Person, _ patient: String, _ place: Int, _ chance: inout Chance) {
    patients += ([patient] + NamedChild(person).withErrors(&chance).cells).joined(separator: ",") + "\n"
    let (dental, immunised) = (chance.happens(planted.dental[place]), chance.happens(planted.immunised[place]))
    let isKnown = !chance.happens(0.02)
    health +=
      "\(patient),\(year)-04-01,\(year + 1)-03-31,\(isKnown ? dental ? "Y" : "N" : ""),\(immunised ? "Y" : "N")\n"
  }

  private mutating func addSchool(_ person: Person, _ number: String, _ place: Int, _ chance: inout Chance) {
    let now = person.born.age(on: Day(31, 8, year) ?? person.born)
    if (5...15).contains(now) {
      addCensus(number, place, &chance)
      addAbsence(number, place, &chance)
      addExclusions(number, place, &chance)
    }
    if now == 11 { addKeyStage2(number, place, &chance) }
    if now == 16 { addKeyStage4(number, place, &chance) }
  }

  private mutating func addCensus(_ number: String, _ place: Int, _ chance: inout Chance) {
    let draw = chance.unit()
    let need = draw < planted.plan[place] ? "E" : draw < planted.plan[place] + planted.support[place] ? "K" : "N"
    let row = "\(number),\(year + 1)-01-15,\(need)\n"
    census += row
    let fault = chance.unit()
    if fault < 0.005 { census += row }
    if fault > 0.998 { census += "\(number),\(year + 1)-01-15,\(need == "N" ? "K" : "N")\n" }
  }

  private mutating func addAbsence(_ number: String, _ place: Int, _ chance: inout Chance) {
    let draw = chance.unit()
    let share: Double
    if draw < planted.severe[place] {
      share = 0.52 + 0.26 * chance.unit()
    } else if draw < planted.severe[place] + planted.persistent[place] {
      share = 0.13 + 0.14 * chance.unit()
    } else {
      share = 0.09 * chance.unit()
    }
    let terms = [
      ("\(year)-09-03", "\(year)-12-19", 140), ("\(year + 1)-01-05", "\(year + 1)-03-27", 110),
      ("\(year + 1)-04-13", "\(year + 1)-07-20", 120),
    ]
    for (from, to, possible) in terms {
      let missed = chance.rounded(share * Double(possible))
      let authorised = chance.below(missed + 1)
      absence += "\(number),\(from),\(to),\(possible),\(authorised),\(missed - authorised)\n"
    }
  }

  private mutating func addExclusions(_ number: String, _ place: Int, _ chance: inout Chance) {
    if chance.happens(planted.suspended[place]) {
      for event in 0..<chance.between(1, 3) {
        exclusions += "\(number),\(padded(2 + event * 9, 2))/\(padded(1 + chance.below(7), 2))/\(year + 1),SUSP\n"
      }
    }
    if chance.happens(planted.excluded[place]) { exclusions += "\(number),14/11/\(year),PERM\n" }
  }

  private mutating func addKeyStage2(_ number: String, _ place: Int, _ chance: inout Chance) {
    let hasMet = chance.happens(planted.standard[place])
    let failed = chance.below(3)
    let subjects = (0..<3).map { subject in
      hasMet || (subject != failed && chance.happens(0.4)) ? (chance.happens(0.15) ? "GDS" : "EXS") : "WTS"
    }
    ks2 += "\(number),\(year - 1)/\(padded(year % 100, 2)),\(subjects.joined(separator: ","))\n"
  }

  private mutating func addKeyStage4(_ number: String, _ place: Int, _ chance: inout Chance) {
    let points = max(0, planted.attainment[place] + planted.attainmentSpread * chance.bell())
    let pass4 = chance.happens(planted.pass4[place])
    let pass5 = pass4 && chance.happens(planted.pass5OfPass4)
    let ebacc = max(0, planted.baccalaureate[place] + 0.3 * chance.bell())
    ks4 += "\(number),\(year),\(hundredths(points)),\(pass4 ? 1 : 0),\(pass5 ? 1 : 0),\(hundredths(ebacc))\n"
  }

  private func hundredths(_ number: Double) -> String {
    let whole = Int((number * 100).rounded())
    return "\(whole / 100).\(padded(whole % 100, 2))"
  }
}
