import KithReturns
import KithTables

/// Reads what a CIN Census says of its year.
struct NeedReader {
  private let census: InNeedReturn?
  private let before: InNeedReturn?
  private let days: CollectionDays

  init(_ returns: AuthorityReturns, _ days: CollectionDays) {
    census = returns.need[days.year]
    before = returns.need[days.year - 1]
    self.days = days
  }

  /// The cases referred by the end of the year.
  var cases: [NeedCase] {
    guard let census else { return [] }
    let referrals = referralsByChild
    return census.all(CINDetails.self).compactMap { row in
      guard let referred = row.referred.value, referred <= days.end else { return nil }
      let child = census.texts[row.childID]
      return NeedCase(
        row, referred: referred, previous: referrals[child, default: []].last { $0 < referred },
        groups: groups(of: row), days)
    }
  }

  var assessedCases: [AssessedCase] {
    (census?.all(CINDetails.self)).map { rows in
      rows.compactMap { row in
        let own = row.assessments.filter { days.holds($0.authorised.value) }
        let factors = Set(own.flatMap(\.factors).compactMap(\.factor.text))
        return own.isEmpty ? nil : AssessedCase(groups: groups(of: row), factors: factors)
      }
    } ?? []
  }

  var assessments: [CountedAssessment] {
    (census?.all(Assessment.self)).map { rows in
      rows.filter { days.holds($0.authorised.value) }.map { row in
        CountedAssessment(
          groups: groups(of: row.details),
          workingDays: row.authorised.value.flatMap { row.start.value?.workingDays(to: $0) })
      }
    } ?? []
  }

  var enquiries: [CountedEnquiry] {
    (census?.all(Section47.self)).map { rows in
      rows.filter { days.holds($0.start.value) }.map { CountedEnquiry(groups: groups(of: $0.details)) }
    } ?? []
  }

  /// Conferences after an enquiry, and those of children who moved in with a plan.
  var conferences: [CountedConference] {
    guard let census else { return [] }
    let after = census.all(Section47.self).filter { days.holds($0.conference.value) }.map { row in
      CountedConference(
        groups: groups(of: row.details),
        workingDays: row.conference.value.flatMap { row.start.value?.workingDays(to: $0) })
    }
    let onTransfer = census.all(CINDetails.self).filter { days.holds($0.conference.value) }.map { row in
      CountedConference(groups: groups(of: row), workingDays: nil)
    }
    return after + onTransfer
  }

  /// The plans that go on at any time in the year.
  var plans: [CountedPlan] {
    (census?.all(ChildProtectionPlan.self)).map { rows in
      rows.compactMap { row in
        guard let start = row.start.value, days.meets(start, row.end.value) else { return nil }
        return CountedPlan(row, start: start, groups: groups(of: row.details), days)
      }
    } ?? []
  }

  /// The days on which each child was referred, as this year's and last year's return have them.
  private var referralsByChild: [String: [Day]] {
    var referrals: [String: Set<Day>] = [:]
    for census in [census, before].compactMap({ $0 }) {
      for row in census.all(CINDetails.self) where row.childID.isPresent {
        if let day = row.referred.value { referrals[census.texts[row.childID], default: []].insert(day) }
      }
    }
    return referrals.mapValues { $0.sorted() }
  }

  private func groups(of row: CINDetails) -> ChildGroups {
    let child = row.child.identifiers.first
    return ChildGroups(
      sex: Self.sex(child), age: AgeBand.inNeed(born: child?.birthDate.value, on: days.end))
  }

  private static func sex(_ child: ChildIdentifiers?) -> String {
    guard let child else { return "U" }
    let text = child.gender.isPresent ? child.gender.text : child.sex.text
    return switch text {
    case "1", "M": "M"
    case "2", "F": "F"
    default: "U"
    }
  }
}
