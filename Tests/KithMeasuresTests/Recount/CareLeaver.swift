import KithReturns
import KithTables

/// A care leaver whom the year's return tells of.
struct CareLeaver: Countable {
  let groups: ChildGroups
  /// The age at the end of the year.
  let age: Int
  let inTouch: String?
  let activity: String?
  let accommodation: String
  /// Whether care ended in a foster placement on the 18th birthday, or the day before.
  let leftFosterCareAt18: Bool

  init(_ row: OC3, born: Day, sex: String, _ times: [CareTime], _ days: CollectionDays) {
    age = born.age(on: days.end)
    groups = ChildGroups(sex: sex, age: String(age))
    inTouch = row.inTouch.text
    activity = row.activity.text
    accommodation = row.accommodation.text ?? ""
    let birthday = born.adding(years: 18)
    leftFosterCareAt18 = times.flatMap(\.episodes).contains { episode in
      episode.isFostered && episode.endsCare && [birthday, birthday.adding(days: -1)].contains(episode.end)
    }
  }

  /// Neither dead nor back home for six months.
  var isCounted: Bool { !["DIED", "RHOM"].contains(inTouch) }
  func isCounted(at ages: ClosedRange<Int>) -> Bool { isCounted && ages.contains(age) }
  var isAbroad: Bool { ["G", "H"].contains(accommodation.prefix(1)) }
  var isSuitablyHoused: Bool { accommodation.hasSuffix("1") }
  var isInTraining: Bool { activity?.hasPrefix("F") == true || activity?.hasPrefix("P") == true }
  var isNotInTraining: Bool { activity?.hasPrefix("G") == true }
}
