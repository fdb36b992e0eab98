public import KithStatistics

/// How the rate of a group of people stands to that of a reference group.
public struct GroupDisparity: Hashable, Sendable {
  /// The group's name.
  public let group: String
  /// Its events and people.
  public let stratum: Stratum
  /// The ratio of its rate to the reference's, with its interval; nil for the reference, and where either has no event.
  public let rateRatio: Estimate?
  /// Its share of the events over its share of the people: 1 where it is represented as it is among the people.
  public let representation: Double

  /// The disparities of groups against one of them. Groups without people are left out.
  public static func all(
    of groups: [(name: String, stratum: Stratum)], reference: String, _ confidence: Confidence = .ninetyFive
  ) throws(StudyError) -> [GroupDisparity] {
    let used = groups.filter { $0.stratum.population > 0 }
    guard let base = used.first(where: { $0.name == reference }) else {
      throw StudyError(.unknown, "The reference group has no people; name one that has by --reference.")
    }
    let events = used.reduce(0) { $0 + $1.stratum.events }
    let people = used.reduce(0) { $0 + $1.stratum.population }
    guard events > 0 else {
      throw StudyError(.tooLittle, "No event is in any group, so there is no disparity to measure.")
    }
    return used.map { group in
      GroupDisparity(
        group: group.name, stratum: group.stratum,
        rateRatio: group.name == reference
          ? nil : Standardisation.rateRatio(group.stratum, to: base.stratum, confidence),
        representation: (group.stratum.events / events) / (group.stratum.population / people))
    }
  }
}
