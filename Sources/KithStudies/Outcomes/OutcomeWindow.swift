public import KithTables

/// From when to when outcomes are looked at.
public struct OutcomeWindow: Hashable, Sendable {
  /// The first day.
  public let from: Day
  /// The last day.
  public let to: Day

  /// The days from one to another.
  public init(from: Day, to: Day) throws(StudyError) {
    guard from <= to else { throw StudyError(.column, "A window's first day is after its last.") }
    self.from = from
    self.to = to
  }

  fileprivate init(_ from: Day?, _ to: Day?) {
    self.from = from ?? Day(number: 0)
    self.to = to ?? Day(number: 0)
  }

  /// Whether days lie within it.
  func contains(_ first: Day, _ last: Day) -> Bool { first >= from && last <= to }
}

/// How the windows of outcomes lie about the 31 March on which groups are fixed.
public enum OutcomeTiming: String, Hashable, Sendable, CaseIterable {
  /// After it: outcomes cannot have led to the group, nor can time in the group have been needed to have them (immortal time).
  case after
  /// As the Department for Education publishes: absence, exclusions and special needs of the school year in which 31 March lies.
  case published
}

/// The windows of each kind of file.
public struct OutcomeWindows: Hashable, Sendable {
  /// The year in which the collection ends.
  public let year: Int
  /// How they lie about its 31 March.
  public let timing: OutcomeTiming
  private let own: [AttributeKind: OutcomeWindow]

  /// The windows after 31 March of a year, but for those that are given; these have to begin after it too.
  public init(
    year: Int, timing: OutcomeTiming = .after, own: [AttributeKind: OutcomeWindow] = [:]
  ) throws(StudyError) {
    for (kind, window) in own where timing == .after && window.from <= Day.collectionEnd(year) {
      throw StudyError(
        .column,
        "The window of \(kind.rawValue) begins before groups are fixed, on 31 March \(year); begin it after that day, or ask "
          + "for the published timing and say so with the figures.")
    }
    self.year = year
    self.timing = timing
    self.own = own
  }

  /// The window of a kind of file.
  ///
  /// Attainment is that of the summer after 31 March. The rest is of the school year that begins after it, or with the published
  /// timing of that in which it lies; health is of the year from 1 April.
  public func window(_ kind: AttributeKind) -> OutcomeWindow {
    if let own = own[kind] { return own }
    let schoolYear = timing == .after ? year : year - 1
    switch kind {
    case .ks2, .ks4: return OutcomeWindow(Day(1, 4, year), Day(31, 8, year))
    case .health: return OutcomeWindow(Day(1, 4, year), Day(31, 3, year + 1))
    default: return OutcomeWindow(Day(1, 9, schoolYear), Day(31, 8, schoolYear + 1))
    }
  }
}

/// Who could have an outcome.
public enum OutcomePopulation: String, Hashable, Sendable, CaseIterable {
  /// Those at the end of key stage 2 (year 6) by their age, and others with a result.
  case endOfKeyStage2 = "end of key stage 2"
  /// Those at the end of key stage 4 (year 11) by their age, and others with a result.
  case endOfKeyStage4 = "end of key stage 4"
  /// Those of compulsory school age: 5 to 15 on the 31 August on which the school year begins.
  case schoolAge = "school age"
  /// All who were born before outcomes are looked at, and are under 18 then.
  case everyone = "all children"

  /// The kind of file by whose window ages are reckoned, and a row of which says that a child was found.
  var kind: AttributeKind {
    switch self {
    case .endOfKeyStage2: .ks2
    case .endOfKeyStage4: .ks4
    case .schoolAge: .census
    case .everyone: .health
    }
  }

  /// Whether someone born on a day belongs to it.
  func holds(born: Day, in window: OutcomeWindow) -> Bool {
    let age = born.age(on: Self.schoolYearStart(window))
    switch self {
    case .endOfKeyStage2: return age == 10
    case .endOfKeyStage4: return age == 15
    case .schoolAge: return (5...15).contains(age)
    case .everyone: return born <= window.from && born.age(on: window.from) < 18
    }
  }

  /// The 31 August on or before which the school year of a window's last day begins.
  private static func schoolYearStart(_ window: OutcomeWindow) -> Day {
    let (_, month, year) = window.to.civil
    return Day(31, 8, month > 8 ? year : year - 1) ?? window.from
  }
}
