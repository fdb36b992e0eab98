import KithEngine
public import KithStore
public import KithTables

/// The way from section 47 enquiries that started in a year to initial child protection conferences and to plans.
///
/// Our reading, as the guidance defines no such flow: a conference is the one that the enquiry's row has; a plan belongs to it where it
/// starts on the day of the conference or in the 45 days after it, or, without a conference recorded, in the 60 days from the enquiry's
/// start. What began so late that the returns end before these days is *not yet known*, unless the row says that no conference was required.
public struct EnquiryFlow: Hashable, Sendable {
  /// An enquiry, with what followed.
  public struct Enquiry: Hashable, Sendable {
    /// The day on which it started.
    public let started: Day
    /// The day of the conference; nil where none is recorded.
    public let conference: Day?
    /// Whether the row says that no conference was required.
    public let isConferenceNotRequired: Bool
    /// The first day from the conference, or else from the enquiry, on which a plan started.
    public let plan: Day?

    /// An enquiry, with what followed.
    public init(started: Day, conference: Day?, isConferenceNotRequired: Bool, plan: Day?) {
      self.started = started
      self.conference = conference
      self.isConferenceNotRequired = isConferenceNotRequired
      self.plan = plan
    }
  }

  /// How many days after a conference a plan that follows it may start.
  public static let daysToPlan = 45
  /// How many days after its start an enquiry may wait for a conference, or for a plan without one.
  public static let daysToConference = 60

  /// Where an enquiry led.
  public enum End: String, Hashable, Sendable, CaseIterable {
    /// A conference, and a plan.
    case conferencePlan
    /// A conference, and no plan.
    case conferenceNoPlan
    /// A conference too late for the returns to have a plan.
    case conferenceNotYet
    /// A plan without a conference recorded.
    case planAlone
    /// Neither.
    case neither
    /// Too late for the returns to have a conference.
    case notYet
  }

  /// The year in which the enquiries started, by the calendar year in which it ends.
  public let year: Int
  /// How many led where.
  public let counts: [End: Int]

  /// Follows enquiries as far as the returns go.
  public init(_ enquiries: [Enquiry], year: Int, knownTo last: Day) {
    self.year = year
    counts = Dictionary(grouping: enquiries) { $0.end(last) }.mapValues(\.count)
  }

  /// How many led somewhere.
  public subscript(end: End) -> Int { counts[end, default: 0] }
  /// All enquiries.
  public var total: Int { counts.values.reduce(0, +) }
}

extension EnquiryFlow.Enquiry {
  fileprivate func end(_ last: Day) -> EnquiryFlow.End {
    guard let conference, conference <= last else {
      if let plan, plan.days(since: started) <= EnquiryFlow.daysToConference { return .planAlone }
      let isOpen = !isConferenceNotRequired && last.days(since: started) < EnquiryFlow.daysToConference
      return isOpen ? .notYet : .neither
    }
    if let plan, plan.days(since: conference) <= EnquiryFlow.daysToPlan { return .conferencePlan }
    return last.days(since: conference) < EnquiryFlow.daysToPlan ? .conferenceNotYet : .conferenceNoPlan
  }
}

extension EnquiryFlow {
  /// The enquiries of an authority that started in the year to a 31 March, as the latest return has them.
  public init(_ store: Store, of authority: String, year: Int) throws {
    guard let first = Day(1, 4, year - 1), let last = Day(31, 3, year) else {
      throw StudyError(.unknown, "\(year) is no collection year.")
    }
    let known = try store.connection.query(
      "SELECT max(year)::BIGINT AS year FROM current_submission WHERE collection = 'cin' AND authority = \(authority)")
    guard let latest = try known.integers("year")[0].map(Int.init), latest >= year,
      let knownTo = Day(31, 3, latest)
    else {
      throw StudyError(.unknown, "The store has no CIN Census of authority \(authority) for \(year); load it.")
    }
    let result = try store.connection.query(Self.query(authority, first, last))
    let (starts, held, plans) = (try result.days("started"), try result.days("held"), try result.days("plan"))
    let required = try result.booleans("not_required")
    let enquiries = (0..<result.rowCount).compactMap { row in
      starts[row].map {
        Enquiry(
          started: $0, conference: held[row], isConferenceNotRequired: required[row] ?? false, plan: plans[row])
      }
    }
    guard !enquiries.isEmpty else {
      throw StudyError(
        .tooLittle, "No section 47 enquiry of authority \(authority) started in the year to March \(year).")
    }
    self.init(enquiries, year: year, knownTo: knownTo)
  }

  private static func query(_ authority: String, _ first: Day, _ last: Day) -> SQL {
    """
    WITH enquiry AS (
      SELECT s.authority, t.lachildid AS child, t.s47actualstartdate AS started, t.dateofinitialcpc AS held,
        lower(coalesce(t.icpcnotrequired, '')) IN ('1', 'true') AS not_required,
        row_number() OVER (PARTITION BY t.lachildid, t.s47actualstartdate
          ORDER BY s.year DESC, t.dateofinitialcpc DESC NULLS LAST, t.position DESC) AS copy
      FROM cin_section47 AS t JOIN current_submission AS s ON s.id = t.submission
      WHERE s.authority = \(authority) AND t.lachildid IS NOT NULL
        AND t.s47actualstartdate BETWEEN \(first) AND \(last))
    SELECT e.started, e.held, e.not_required,
      (SELECT min(p.started) FROM protection_plan AS p WHERE p.authority = e.authority AND p.child = e.child
        AND p.started >= coalesce(e.held, e.started)) AS plan
    FROM enquiry AS e WHERE e.copy = 1
    """
  }
}
