import KithMeasures
import KithStudies

/// A section of a needs assessment: what it shows, in order.
struct NeedsSection {
  /// One thing in it.
  enum Item {
    case trend(String)
    case count(String)
    case parts(String, [(code: String, name: String)])
    case spine(String, [String])
    case funnel(rate: String, count: String)
    case tiles(String)
    case ownYears(String, [String])
    case ownTrend(String)
    case ownGroups(String, Breakdown, String)
    case population
    case factors
    case forecast
    case cost
    case inequality
    case monthly(MonthlyCount)
    case enquiries
    case incidence
    case outcomes
    case slot(TextSlots.Slot)

    /// The measures of LAIT that it needs.
    var codes: [String] {
      switch self {
      case .trend(let code), .count(let code), .tiles(let code): [code]
      case .parts(_, let parts): parts.map(\.code)
      case .spine(_, let codes): codes
      case .funnel(let rate, let count): [rate, count]
      default: []
      }
    }
  }

  let title: String
  let items: [Item]

  init(_ title: String, _ items: [Item]) {
    self.title = title
    self.items = items
  }
}
