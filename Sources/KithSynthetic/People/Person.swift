import KithTables

/// A child who does not exist, as the child truly is.
struct Person: Sendable {
  /// The child's number in the synthetic England.
  let number: Int
  /// The family's number: siblings share it.
  let family: Int
  /// Whether the child is a girl.
  let isFemale: Bool
  /// Whether the authority does not record the child's sex while the child is not looked after.
  let isSexUnrecorded: Bool
  /// The day of birth.
  let born: Day
  /// The day on which the birth was expected.
  let expected: Day
  /// The ethnic group, by its code.
  let ethnicity: String
  /// The disabilities, by their codes; empty where there is none.
  let disabilities: [String]
  /// Whether the child came to England alone to seek asylum.
  let isUnaccompanied: Bool
  /// The unique pupil number that the child has from some day on.
  let upn: String
  /// The day from which the number is known; nil when it never is.
  let upnKnown: Day?
  /// Why it is not known when the child is of school age.
  let upnReason: String
  /// The day of death.
  var died: Day?

  /// The age in years and parts of a year.
  func age(on day: Day) -> Double { Double(day.days(since: born)) / 365.25 }

  /// The birthday at which the child turns an age.
  func birthday(_ age: Int) -> Day { born.adding(years: age) }

  /// What the field UPN holds at the end of a year: the number, or why there is none.
  func upn(on day: Day) -> String {
    if let known = upnKnown, known <= day { return upn }
    return day < schoolStart ? "UN1" : upnReason
  }

  /// The first of September by which the child is 4.
  var schoolStart: Day {
    let four = birthday(4)
    let year = four.year
    guard let september = Day(1, 9, year) else { return four }
    return four < september ? september : september.adding(years: 1)
  }
}

/// A number that looks like a unique pupil number and can be no child's.
///
/// It has the form of a temporary one, a letter, eleven digits and a letter. The school's number begins with 0, which
/// no school's does, the authority's is one of the pseudo-authorities 001 to 005, and the first letter, which checks
/// the rest, is the one that follows the right one.
enum ImpossibleUPN {
  private static let letters = Array("ABCDEFGHJKLMNPQRTUVWXYZ")

  /// The number of a child of an authority.
  static func number(authority: Int, child: Int) -> String {
    let middle = "00\(1 + authority % 5)0" + padded(authority / 5, 2) + padded(child % 100_000, 5)
    let last = child / 100_000 % letters.count
    let weights = middle.utf8.enumerated().reduce(0) { $0 + (Int($1.element) - 48) * ($1.offset + 2) } + last * 13
    return String(letters[(weights + 1) % letters.count]) + middle + String(letters[last])
  }
}

/// A number in digits with zeros before it.
func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
