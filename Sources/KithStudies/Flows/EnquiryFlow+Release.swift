public import KithDisclosure

extension EnquiryFlow {
  /// A step of the way: from a stage to another, with its count.
  public enum Step: String, Hashable, Sendable, CaseIterable {
    /// Enquiries that led to a conference.
    case conference
    /// Enquiries without one recorded.
    case noConference
    /// Enquiries too late to know.
    case notYet
    /// Conferences after which a plan started.
    case plan
    /// Conferences without a plan.
    case noPlan
    /// Conferences too late to know.
    case planNotYet
    /// Plans without a conference recorded.
    case planAlone
    /// Enquiries with neither.
    case neither
  }

  /// How many took a step.
  public func count(_ step: Step) -> Int {
    switch step {
    case .conference: self[.conferencePlan] + self[.conferenceNoPlan] + self[.conferenceNotYet]
    case .noConference: self[.planAlone] + self[.neither]
    case .notYet: self[.notYet]
    case .plan: self[.conferencePlan]
    case .noPlan: self[.conferenceNoPlan]
    case .planNotYet: self[.conferenceNotYet]
    case .planAlone: self[.planAlone]
    case .neither: self[.neither]
    }
  }

  /// The steps as they may be shown, with two shares: of enquiries of which it is known, those that led to a conference (`conference %`);
  /// of such conferences, those after which a plan started (`plan %`). Their bases are the counts `known` and `conferences known`.
  ///
  /// How many enquiries there were is published in other tables, so it is taken as known where it is not small.
  public func release(under policy: DisclosurePolicy) throws(DisclosureError) -> Release {
    let all = CountCell("enquiries", count: total)
    let known = count(.conference) + count(.noConference)
    let settled = count(.plan) + count(.noPlan)
    let cells =
      Step.allCases.map { CountCell($0.rawValue, count: count($0)) } + [
        CountCell("enquiries", count: total, handling: policy.withholds(all) ? .open : .mustShow),
        CountCell("known", count: known), CountCell("conferences known", count: settled),
      ]
    func relation(_ total: String, _ parts: [Step], _ more: [String] = []) -> Relation {
      Relation(total: total, parts: parts.map(\.rawValue) + more)
    }
    let publication = try Publication(
      title: "Section 47 enquiries to plans", cells: cells,
      relations: [
        relation("enquiries", [.notYet], ["known"]), relation("known", [.conference, .noConference]),
        relation("conference", [.planNotYet], ["conferences known"]),
        relation("conferences known", [.plan, .noPlan]), relation("noConference", [.planAlone, .neither]),
      ],
      figures: [
        .percentage("conference %", of: "conference", among: .count("known"), places: 1),
        .percentage("plan %", of: "plan", among: .count("conferences known"), places: 1),
      ])
    return try Disclosure.release(publication, under: policy)
  }
}
