import KithDisclosure
import KithEngine
import KithStore
import KithStudies
import KithTables
import Testing

@Suite("From section 47 enquiries to plans")
struct EnquiryFlowTests {
  private func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

  private func enquiry(
    _ started: String, _ conference: String? = nil, plan: String? = nil, notRequired: Bool = false
  ) throws -> EnquiryFlow.Enquiry {
    EnquiryFlow.Enquiry(
      started: try day(started), conference: try conference.map(day), isConferenceNotRequired: notRequired,
      plan: try plan.map(day))
  }

  @Test("each enquiry leads to one end, at the edges of 45 and 60 days too")
  func ends() throws {
    let last = try day("2025-03-31")
    let cases: [(EnquiryFlow.Enquiry, EnquiryFlow.End)] = [
      (try enquiry("2024-05-01", "2024-05-15", plan: "2024-05-15"), .conferencePlan),
      (try enquiry("2024-05-01", "2024-05-15", plan: "2024-06-29"), .conferencePlan),
      (try enquiry("2024-05-01", "2024-05-15", plan: "2024-06-30"), .conferenceNoPlan),
      (try enquiry("2024-05-01", "2024-05-15"), .conferenceNoPlan),
      (try enquiry("2025-02-01", "2025-02-14"), .conferenceNoPlan),
      (try enquiry("2025-02-01", "2025-02-15"), .conferenceNotYet),
      (try enquiry("2025-03-20", "2025-04-02"), .notYet),
      (try enquiry("2024-05-01", plan: "2024-06-30"), .planAlone),
      (try enquiry("2024-05-01", plan: "2024-07-01"), .neither), (try enquiry("2025-01-30"), .neither),
      (try enquiry("2025-01-31"), .notYet), (try enquiry("2025-03-30", notRequired: true), .neither),
    ]
    for (enquiry, end) in cases {
      let flow = EnquiryFlow([enquiry], year: 2025, knownTo: last)
      #expect(flow[end] == 1 && flow.total == 1, "\(enquiry) is not \(end)")
    }
  }

  /// So many enquiries of each end.
  private func flow(_ plan: Int, _ noPlan: Int, _ alone: Int, _ neither: Int, _ notYet: Int) throws -> EnquiryFlow {
    let kinds = [
      (try enquiry("2024-05-01", "2024-05-15", plan: "2024-05-15"), plan),
      (try enquiry("2024-05-01", "2024-05-15"), noPlan), (try enquiry("2024-05-01", plan: "2024-05-30"), alone),
      (try enquiry("2024-05-01"), neither), (try enquiry("2025-03-01"), notYet),
    ]
    return EnquiryFlow(
      kinds.flatMap { Array(repeating: $0.0, count: $0.1) }, year: 2025, knownTo: try day("2025-03-31"))
  }

  @Test("shares are of what is known alone")
  func shares() throws {
    let release = try flow(30, 10, 8, 32, 20).release(under: .childrenInNeed)
    #expect(release.pattern.withheld.isEmpty)
    #expect(release.count("enquiries")?.value.number == 100 && release.count("known")?.value.number == 80)
    #expect(release.figure("conference %")?.value.number == 50)
    #expect(release.figure("plan %")?.value.number == 75)
  }

  @Test("a step of few is withheld, and cannot be had from the rest")
  func withheld() throws {
    let release = try flow(30, 10, 2, 38, 20).release(under: .childrenInNeed)
    #expect(release.count("planAlone")?.value.number == nil)
    let beside = ["neither", "noConference"].count { release.count($0)?.value.number == nil }
    #expect(beside > 0)
    #expect(release.count("enquiries")?.value.number == 100)
    #expect(release.report.isSafe)
  }

  @Test("a store's enquiries are those that SQL counts of its latest return, each once")
  func store() throws {
    let store = try Store(try #require(OutcomeStore.path), for: .reading)
    let flow = try EnquiryFlow(store, of: "010", year: 2025)
    let counted = try store.connection.query(
      """
      SELECT count(DISTINCT t.lachildid || '/' || CAST(t.s47actualstartdate AS VARCHAR)) AS enquiries,
        count(DISTINCT CASE WHEN t.dateofinitialcpc <= DATE '2025-03-31'
          THEN t.lachildid || '/' || CAST(t.s47actualstartdate AS VARCHAR) END) AS held
      FROM cin_section47 AS t JOIN submission AS s ON s.id = t.submission
      WHERE s.year = 2025 AND s.state = 'current' AND s.authority = '010'
        AND t.s47actualstartdate >= DATE '2024-04-01' AND t.s47actualstartdate < DATE '2025-04-01'
      """)
    #expect(flow.total == Int(try counted.integers("enquiries")[0] ?? -1) && flow.total > 20)
    #expect(flow.count(.conference) == Int(try counted.integers("held")[0] ?? -1))
    #expect(EnquiryFlow.End.allCases.reduce(0) { $0 + flow[$1] } == flow.total)
    #expect(throws: StudyError.self) { try EnquiryFlow(store, of: "010", year: 2030) }
  }
}
