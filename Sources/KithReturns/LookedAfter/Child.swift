public import KithTables

/// A child of an SSDA903 return, as the tables' rows that name the child.
public typealias Child = ChildOf<LookedAfterReturn>

extension Child {
  /// The child's headers, of which there should be one.
  @inlinable public var headers: Rows<Header> { Rows(of: self) }
  /// The child's episodes, by start.
  @inlinable public var episodes: Rows<Episode> { Rows(of: self) }
  /// The child's reviews, by day.
  @inlinable public var reviews: Rows<Review> { Rows(of: self) }
  /// The child's rows as an unaccompanied asylum-seeking child.
  @inlinable public var uascs: Rows<UASC> { Rows(of: self) }
  /// The child's OC2 rows.
  @inlinable public var oc2s: Rows<OC2> { Rows(of: self) }
  /// The child's OC3 rows.
  @inlinable public var oc3s: Rows<OC3> { Rows(of: self) }
  /// The child's AD1 rows.
  @inlinable public var ad1s: Rows<AD1> { Rows(of: self) }
  /// The decisions that the child should be placed for adoption, by day.
  @inlinable public var placedForAdoption: Rows<PlacedForAdoption> { Rows(of: self) }
  /// The child's earlier permanence arrangements.
  @inlinable public var previousPermanence: Rows<PreviousPermanence> { Rows(of: self) }
  /// The times when the child was missing or away, by start.
  @inlinable public var absences: Rows<MissingPeriod> { Rows(of: self) }
  /// The child's social workers, by start.
  @inlinable public var socialWorkers: Rows<SocialWorkerEpisode> { Rows(of: self) }
  /// The deprivation of liberty orders, by start.
  @inlinable public var deprivationsOfLiberty: Rows<DeprivationOfLiberty> { Rows(of: self) }

  /// The times for which the child was looked after without a break, in order.
  public var periodsOfCare: PeriodsOfCare { PeriodsOfCare(episodes) }

  /// The date of birth in the child's first header.
  @inlinable public var dateOfBirth: Cell<Day> { headers.first?.dateOfBirth ?? .missing }
}

extension Child {
  /// Whether the child was looked after continuously for at least twelve months to 31 March, other than in short
  /// breaks (SSDA903 guidance, "children looked after for at least 12 months").
  public var isLookedAfterThroughout: Bool {
    let (start, end) = (collection.start, collection.end)
    guard episodes.contains(where: { $0.overlaps(start, end) }) else { return false }
    return !episodes.contains { e in
      e.startReason == .s && e.start > start && e.start <= end
        || e.endReason.isMissingOrNot(.x1) && e.end >= start && e.end < end
        || e.legalStatus.isOne(of: .shortBreaks) && e.overlaps(start, end)
    }
  }
}

extension Episode {
  /// Whether the episode has a day in common with the time from one day to another, both included; an episode
  /// without a readable end is open.
  public func overlaps(_ first: Cell<Day>, _ last: Cell<Day>) -> Bool {
    start <= last && (end >= first || end.hasNoValue)
  }
}

extension UASC {
  /// Whether the row is of an unaccompanied child: in the XML layout every child has one, with the status stated.
  public var isOfUnaccompanied: Bool {
    child.headers.isEmpty || child.headers.contains { $0.unaccompanied == .yes }
  }
}

extension Header {
  /// Whether the child was an unaccompanied asylum-seeking child in the year (UASC): as the file states it, else
  /// whether the child is in the table of such children; missing when neither was given.
  public var unaccompanied: Coded<YesOrNo> {
    if collection.headers.raw.has(.unaccompanied) { return statedUnaccompanied }
    guard collection.uascs.raw.isSubmitted else { return .missing }
    return Coded(child.uascs.isEmpty ? .no : .yes)
  }
}
