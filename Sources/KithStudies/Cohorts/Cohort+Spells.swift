import KithTables

extension Cohort {
  /// What can end a child's time, by the numbers that outcomes have in ``spells``.
  public static let outcomes = ["returned", "turned 18", "died"]

  /// The days from the beginning to a return, the 18th birthday, death, or the end of what the returns say.
  ///
  /// A return on the day of another end counts as a return.
  public func spells() throws(StudyError) -> Spells {
    var (stops, outcomes) = ([Double](), [UInt8]())
    for member in members {
      var (end, outcome) = (member.knownUntil, UInt8(0))
      if let died = member.died, died < end { (end, outcome) = (max(died, member.day), 3) }
      let adult = member.born.adding(years: 18)
      if adult < end { (end, outcome) = (adult, 2) }
      if let returned = member.returned, returned <= end, returned < member.knownUntil {
        (end, outcome) = (returned, 1)
      }
      stops.append(Double(end.days(since: member.day)))
      outcomes.append(outcome)
    }
    return try Spells(stops: stops, outcomes: outcomes)
  }

  /// By what a cohort can be parted.
  public enum Grouping: String, Sendable, CaseIterable {
    /// Male, female, other or not known.
    case sex
    /// The age on the day on which time begins.
    case age
    /// The authority.
    case authority
    /// The need, or the reason of the end, by its code.
    case code
  }

  /// The names of groups and the group of each member.
  public func groups(_ grouping: Grouping) -> (names: [String], of: [Int]) {
    let labels = members.map { member in
      switch grouping {
      case .sex: member.sex ?? "not known"
      case .age: Self.band(member.born.age(on: member.day))
      case .authority: member.authority
      case .code: member.code ?? "not known"
      }
    }
    let names = Set(labels).sorted { Self.order($0) < Self.order($1) }
    let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    return (names, labels.map { numbers[$0] ?? 0 })
  }

  private static let bands = ["under 1", "1 to 4", "5 to 9", "10 to 15", "16 to 17"]

  private static func band(_ age: Int) -> String {
    age < 1 ? bands[0] : age < 5 ? bands[1] : age < 10 ? bands[2] : age < 16 ? bands[3] : bands[4]
  }

  private static func order(_ label: String) -> String { bands.firstIndex(of: label).map { "\($0)" } ?? label }

  /// The age in years, and 1 for a boy, of each member: what a model of a store's cohort is of.
  public func covariate(_ name: String) throws(StudyError) -> [Double] {
    switch name {
    case "age": return members.map { Double($0.day.days(since: $0.born)) / 365.25 }
    case "male": return members.map { $0.sex == "M" ? 1 : 0 }
    default: throw StudyError(.unknown, "A cohort's model is of age and male; there is no \(name).")
    }
  }
}
