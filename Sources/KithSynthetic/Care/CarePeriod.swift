import KithTables

/// A period of care, from its start to leaving care, as it truly went.
struct CarePeriod: Sendable {
  var episodes: [CareEpisode]
  /// The category of need.
  let need: String
  /// The postcode of the home; blank for those who came alone.
  let home: String?
  var decisions: [AdoptionDecision] = []
  var adoption: Adoption?
  var reviews: [Day] = []
  var absences: [Absence] = []
  var orders: [LibertyOrder] = []
  /// An earlier permanence arrangement: its code, the authority's code, the date.
  var permanence: (code: String, authority: String, date: String)?

  var start: Day { episodes[0].start }
  var end: Day { episodes[episodes.count - 1].end }
  var endReason: String { episodes[episodes.count - 1].endReason }

  /// Whether care goes on at the end of a day.
  func contains(_ day: Day) -> Bool { start <= day && day < end }
}

/// An episode of care: one legal status and one placement.
struct CareEpisode: Sendable {
  var start: Day
  var startReason: String
  var legal: String
  var placement: Placement
  var end: Day
  var endReason: String
  var changeReason: String?
}

/// A placement.
struct Placement: Sendable, Equatable {
  /// The code of 2026/27, K3 and Z11 to Z14 among them.
  var code: String
  var provider: String?
  var urn: String?
  var postcode: String

  /// The code of a collection year.
  func code(in year: Int) -> String {
    if code == "K3" { return year <= 2024 ? "H5" : "K3" }
    return code.hasPrefix("Z1") && year <= 2025 ? "Z1" : code
  }

  var isFoster: Bool { code.hasPrefix("U") }
  var isAdoptive: Bool { code.hasPrefix("A") }
  var isTemporary: Bool { code.hasPrefix("T") }
}

/// A decision that the child should be placed for adoption, and its reversal.
struct AdoptionDecision: Sendable {
  var decided: Day
  var reversed: Day?
  var reversalReason: String?
}

/// An adoption.
struct Adoption: Sendable {
  let matched: Day
  let isByCarers: Bool
  let adopters: (number: String, sex: String, status: String)
}

/// A time missing or away.
struct Absence: Sendable {
  let code: String
  let start: Day
  let end: Day
}

/// A deprivation of liberty order.
struct LibertyOrder: Sendable {
  let start: Day
  let end: Day
}

/// A child's short breaks.
struct ShortBreaks: Sendable {
  /// V3 where breaks are recorded singly, V4 where the agreement is.
  let legal: String
  let need: String
  let placement: String
  let provider: String
  var spans: [(start: Day, end: Day)]

  var lastDay: Day? { spans.last?.end }
}
