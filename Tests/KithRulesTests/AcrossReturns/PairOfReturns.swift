import KithReturns

@testable import KithRules

/// Both returns of an authority for two years, of children whose lives hold together: made child by child, in ten
/// courses that repeat.
struct PairOfReturns {
  private var lines: [(table: String, lines: [String])] = [
    ("CIN ChildIdentifiers", ["LAchildID | UPN | FormerUPN | UPNunknown | PersonBirthDate | Sex | PersonDeathDate |"]),
    ("CIN ChildCharacteristics", ["LAchildID | Ethnicity |"]),
    (
      "CIN CINdetails",
      [
        "LAchildID | CINdetailsID | CINreferralDate | PrimaryNeedCode | CINclosureDate | ReasonForClosure | ReferralNFA |"
      ]
    ),
    ("CIN Assessments", ["LAchildID | CINdetailsID | AssessmentID | AssessmentAuthorisationDate |"]),
    ("CIN AssessmentFactorsList", ["LAchildID | CINdetailsID | AssessmentID | AssessmentFactor |"]),
    ("CIN CINplanDates", ["LAchildID | CINdetailsID | CINPlanStartDate | CINPlanEndDate |"]),
    (
      "CIN ChildProtectionPlans",
      [
        "LAchildID | CINdetailsID | CPPID | CPPstartDate | CPPendDate | InitialCategoryOfAbuse | NumberOfPreviousCPP |"
      ]
    ),
    ("CIN Reviews", ["LAchildID | CINdetailsID | CPPID | CPPreviewDate |"]),
    ("SSDA903 Header", ["CHILD | SEX | DOB | ETHNIC | UPN |"]),
    ("SSDA903 Episodes", ["CHILD | DECOM | RNE | LS | CIN | PLACE | DEC | REC |"]),
    ("SSDA903 UASC", ["CHILD | SEX | DOB | DUC |"]),
  ].flatMap { table, lines in [(table, lines), (table + "_last", lines)] }

  /// The pair with this many children of each course.
  init(childrenOfEachCourse count: Int) {
    let courses = [
      openThroughout, assessed, noFurtherAction, planned, inCare, guardianship, adopted, unaccompanied, died,
      endedLastYear,
    ]
    for place in 0..<count * courses.count { courses[place % courses.count](&self, place) }
  }

  /// The tables as text.
  var text: String {
    lines.map { table, lines in ([table] + lines).joined(separator: "\n") }.joined(separator: "\n")
  }

  private mutating func add(_ table: String, _ row: String, bothYears: Bool = false) {
    for i in lines.indices where lines[i].table == table || bothYears && lines[i].table == table + "_last" {
      lines[i].lines.append(row)
    }
  }

  /// A child in need: the number, birth date and sex that go with the place.
  private mutating func child(_ id: String, _ place: Int, died: String = "", lastYear: Bool = true) {
    let row = "\(id) | \(upn(id, place)) | | | 2015-0\(place % 9 + 1)-01 | \(place % 2 == 0 ? "F" : "M") |"
    add("CIN ChildIdentifiers", row + " \(died) |")
    if lastYear { add("CIN ChildIdentifiers_last", row + " |") }
    add("CIN ChildCharacteristics", "\(id) | WBRI |", bothYears: lastYear)
  }

  private mutating func inCare(_ id: String, _ place: Int, _ episode: String, lastYear: Bool = false) {
    add(
      "SSDA903 Header",
      "\(id) | \(place % 2 == 0 ? "F" : "M") | 01/0\(place % 9 + 1)/2015 | WBRI | \(upn(id, place)) |",
      bothYears: lastYear)
    add("SSDA903 Episodes", "\(id) | \(episode) |")
  }

  private func upn(_ id: String, _ place: Int) -> String {
    (id.hasPrefix("N") ? "B" : "A") + String(100_000_000_000 + place)
  }

  /// Two children whose cases were closed last year, so that as many are closed in each.
  private var endedLastYear: (inout Self, Int) -> Void {
    { pair, place in
      for id in ["K\(place)", "L\(place)"] {
        pair.add("CIN ChildIdentifiers_last", "\(id) | | | UN1 | 2024-01-01 | M |")
        pair.add("CIN CINdetails_last", "\(id) | 1 | 2023-05-10 | N4 | 2024-06-20 | RC7 | false |")
      }
      pair.add("CIN Assessments_last", "K\(place) | 1 | 1 | 2024-05-18 |")
    }
  }

  private var openThroughout: (inout Self, Int) -> Void {
    { pair, place in
      pair.child("C\(place)", place)
      pair.add("CIN CINdetails", "C\(place) | 1 | 2025-01-10 | N1 | | | false |", bothYears: true)
      pair.add("CIN CINplanDates", "C\(place) | 1 | 2025-02-10 | |", bothYears: true)
    }
  }

  private var assessed: (inout Self, Int) -> Void {
    { pair, place in
      pair.child("C\(place)", place)
      pair.add("CIN CINdetails", "C\(place) | 1 | 2025-05-10 | N4 | 2025-06-20 | RC8 | false |")
      pair.add("CIN CINdetails_last", "C\(place) | 1 | 2024-05-10 | N4 | 2024-06-20 | RC8 | false |")
      pair.add("CIN Assessments", "C\(place) | 1 | 1 | 2025-06-18 |")
      pair.add("CIN Assessments_last", "C\(place) | 1 | 1 | 2024-06-18 |")
      pair.add("CIN AssessmentFactorsList", "C\(place) | 1 | 1 | 4A |")
    }
  }

  private var noFurtherAction: (inout Self, Int) -> Void {
    { pair, place in
      pair.child("C\(place)", place)
      pair.add("CIN CINdetails", "C\(place) | 1 | 2025-08-10 | | | | true |")
      pair.add("CIN CINdetails_last", "C\(place) | 1 | 2024-08-10 | | | | true |")
    }
  }

  private var planned: (inout Self, Int) -> Void {
    { pair, place in
      pair.child("C\(place)", place)
      pair.add("CIN CINdetails", "C\(place) | 1 | 2024-10-10 | N1 | | | false |", bothYears: true)
      pair.add("CIN ChildProtectionPlans", "C\(place) | 1 | 1 | 2024-11-10 | 2025-07-01 | NEG | 0 |")
      pair.add("CIN ChildProtectionPlans_last", "C\(place) | 1 | 1 | 2024-11-10 | | NEG | 0 |")
      pair.add("CIN ChildProtectionPlans", "C\(place) | 1 | 2 | 2025-12-01 | | EMO | 1 |")
      pair.add("CIN Reviews", "C\(place) | 1 | 1 | 2025-06-01 |")
    }
  }

  private var inCare: (inout Self, Int) -> Void {
    { pair, place in
      pair.child("C\(place)", place)
      pair.add("CIN CINdetails", "C\(place) | 1 | 2025-03-20 | N1 | | | false |", bothYears: true)
      pair.add("CIN CINplanDates", "C\(place) | 1 | 2025-04-10 | 2025-05-01 |")
      pair.inCare("C\(place)", place, "01/05/2025 | S | C1 | N1 | U1 | 01/09/2025 | X1")
      pair.add("SSDA903 Episodes", "C\(place) | 01/09/2025 | L | C2 | N1 | U1 | | |")
    }
  }

  private var guardianship: (inout Self, Int) -> Void {
    { pair, place in
      pair.child("C\(place)", place)
      pair.add("CIN CINdetails", "C\(place) | 1 | 2024-03-20 | N1 | 2025-10-14 | RC4 | false |")
      pair.add("CIN CINdetails_last", "C\(place) | 1 | 2024-03-20 | N1 | | | false |")
      pair.inCare("C\(place)", place, "01/05/2024 | S | C2 | N1 | U1 | 01/10/2025 | E47", lastYear: true)
      pair.add("SSDA903 Episodes_last", "C\(place) | 01/05/2024 | S | C2 | N1 | U1 | | |")
    }
  }

  /// Adopted on 1 June 2025, and helped on under a new identity, N, of the same birth date.
  private var adopted: (inout Self, Int) -> Void {
    { pair, place in
      pair.child("C\(place)", place)
      pair.child("N\(place)", place, lastYear: false)
      pair.add("CIN CINdetails", "C\(place) | 1 | 2024-03-20 | N1 | 2025-06-01 | RC1 | false |")
      pair.add("CIN CINdetails_last", "C\(place) | 1 | 2024-03-20 | N1 | | | false |")
      pair.add("CIN CINdetails", "N\(place) | 1 | 2025-06-01 | N4 | | | false |")
      pair.inCare("C\(place)", place, "01/05/2024 | S | E1 | N1 | A5 | 01/06/2025 | E11", lastYear: true)
      pair.add("SSDA903 Episodes_last", "C\(place) | 01/05/2024 | S | E1 | N1 | A5 | | |")
    }
  }

  private var unaccompanied: (inout Self, Int) -> Void {
    { pair, place in
      pair.child("C\(place)", place, lastYear: false)
      pair.add("CIN CINdetails", "C\(place) | 1 | 2025-07-20 | N8 | | | false |")
      pair.add("CIN Assessments", "C\(place) | 1 | 1 | 2025-08-18 |")
      pair.add("CIN AssessmentFactorsList", "C\(place) | 1 | 1 | 9A |")
      pair.inCare("C\(place)", place, "20/07/2025 | S | V2 | N8 | U1 | | ")
      pair.add("SSDA903 UASC", "C\(place) | F | 01/01/2015 | |")
    }
  }

  private var died: (inout Self, Int) -> Void {
    { pair, place in
      pair.child("C\(place)", place, died: "2025-11-01")
      pair.add("CIN CINdetails", "C\(place) | 1 | 2024-03-20 | N1 | 2025-11-01 | RC2 | false |")
      pair.add("CIN CINdetails_last", "C\(place) | 1 | 2024-03-20 | N1 | | | false |")
      pair.inCare("C\(place)", place, "01/05/2025 | S | C2 | N1 | U1 | 01/11/2025 | E2")
    }
  }
}
