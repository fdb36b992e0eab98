import KithTables

/// Makes the children of a family.
struct FamilyMaker {
  let authority: Int
  let family: Int
  private(set) var chance: Chance

  init(seed: UInt64, authority: Int, family: Int) {
    self.authority = authority
    self.family = family
    chance = Chance(seed: seed, 3, UInt64(authority), UInt64(family))
  }

  /// The children of a family of which the child for whom it becomes known is born on a day; that child's place among
  /// them.
  mutating func children(around born: Day) -> (children: [Person], first: Int) {
    let count = chance.pick(Rates.siblings)
    let first = chance.below(count)
    let ethnicity = chance.pick(Mix.ethnicities)
    var births = [born]
    for _ in 0..<first { births.insert(births[0].adding(days: -spacing()), at: 0) }
    for _ in (first + 1)..<max(count, first + 1) { births.append(births[births.count - 1].adding(days: spacing())) }
    return (births.enumerated().map { person($0.offset, born: $0.element, ethnicity: ethnicity) }, first)
  }

  private mutating func spacing() -> Int { Int(chance.draw(Rates.spacing) * 365.25) }

  /// A child who came alone.
  mutating func arrival(born: Day, on day: Day) -> Person {
    let known = chance.happens(0.6) ? day.adding(days: chance.between(60, 700)) : nil
    return Person(
      number: number(0), family: familyNumber, isFemale: chance.happens(0.045), isSexUnrecorded: false, born: born,
      expected: born, ethnicity: chance.pick(Mix.arrivalEthnicities), disabilities: [], isUnaccompanied: true,
      upn: ImpossibleUPN.number(authority: authority, child: family * 5), upnKnown: known, upnReason: "UN3", died: nil)
  }

  private mutating func person(_ place: Int, born: Day, ethnicity: String) -> Person {
    let own = ethnicity == "NOBT" || chance.happens(0.97) ? ethnicity : "NOBT"
    var person = Person(
      number: number(place), family: familyNumber, isFemale: chance.happens(Mix.girls),
      isSexUnrecorded: chance.happens(0.0026), born: born, expected: born.adding(days: chance.between(-12, 18)),
      ethnicity: own, disabilities: disabilities(), isUnaccompanied: false,
      upn: ImpossibleUPN.number(authority: authority, child: family * 5 + place), upnKnown: nil,
      upnReason: chance.pick(Self.reasons), died: nil)
    person = person.known(upnKnown(person.schoolStart))
    return person
  }

  /// Why a child of school age has no number: never in a maintained school, taught abroad, sources that disagree.
  private static let reasons: Shares<String> = Shares([("UN2", 0.55), ("UN3", 0.2), ("UN5", 0.25)])

  /// Numbers are missing mostly before school: one in four has one from nursery on, and one in twenty never has.
  private mutating func upnKnown(_ school: Day) -> Day? {
    let draw = chance.unit()
    if draw < 0.25 { return school.adding(days: -chance.between(30, 365)) }
    if draw < 0.88 { return school }
    return draw < 0.95 ? school.adding(days: chance.between(30, 1_200)) : nil
  }

  private mutating func disabilities() -> [String] {
    guard chance.happens(Mix.disability) else { return [] }
    let found = Mix.disabilities.filter { chance.happens($0.share) }.map(\.code)
    return found.isEmpty ? ["LD"] : found
  }

  private func number(_ place: Int) -> Int { familyNumber * 5 + place }
  private var familyNumber: Int { authority * 1_000_000 + family }
}

extension Person {
  fileprivate func known(_ day: Day?) -> Person {
    Person(
      number: number, family: family, isFemale: isFemale, isSexUnrecorded: isSexUnrecorded, born: born,
      expected: expected, ethnicity: ethnicity, disabilities: disabilities, isUnaccompanied: isUnaccompanied, upn: upn,
      upnKnown: day, upnReason: upnReason, died: died)
  }
}

extension Day {
  /// The day, or the next that is a working day; beyond the years whose bank holidays are known, a weekday.
  var orNextWorkingDay: Day {
    var day = self
    while !day.isWorkingDay { day = day.adding(days: 1) }
    return day
  }

  /// Whether the day is a working day; beyond the years whose bank holidays are known, whether it is a weekday.
  var isWorkingDay: Bool { WorkingDays.england.isWorkingDay(self) ?? !isWeekend }

  /// The day, or the nearest working day of its month after it or else before it.
  var workingDayInMonth: Day {
    let next = orNextWorkingDay
    guard next.civil.month != civil.month else { return next }
    var day = self
    while !day.isWorkingDay { day = day.adding(days: -1) }
    return day
  }

  /// The working day so many later.
  func adding(workingDays count: Int) -> Day {
    var day = orNextWorkingDay
    for _ in 0..<max(0, count) { day = day.adding(days: 1).orNextWorkingDay }
    return day
  }

  /// The calendar year in which the collection year that holds the day ends.
  var collectionYear: Int {
    let (_, month, year) = civil
    return month >= 4 ? year + 1 : year
  }
}
