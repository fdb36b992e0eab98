// Deprivation of liberty orders.
import KithReturns
import KithTables

let deprivationOfLibertyRules: [Rule<LookedAfterReturn>] = [
  .deprivationOfLiberty(
    "700", [.orderStart], "The start is blank or is not a date.", fix: "Write DOLO_START as dd/mm/yyyy.",
    years: .since(2027)
  ) { d in
    d.start.hasNoValue
  },
  .deprivationOfLiberty(
    "701", [.orderEnd], "The end is not a date.", fix: "Write DOLO_END as dd/mm/yyyy, or leave it blank.",
    years: .since(2027)
  ) { d in
    d.end.isUnreadable
  },
  .deprivationOfLiberty(
    "702", [.orderStart, .orderEnd], "The order ends on or before the day on which it starts.",
    fix: "Correct DOLO_START or DOLO_END.", years: .since(2027)
  ) { d in
    d.end <= d.start
  },
  .deprivationOfLiberty(
    "703", [.orderStart], "The order starts after the year ended.", fix: "Correct DOLO_START.", years: .since(2027)
  ) { d in
    d.start > d.collection.end
  },
  .deprivationOfLiberty(
    "704", [.orderEnd], "The order ends before the year began or after the year ended.",
    fix: "Correct DOLO_END; leave it blank where the order was in force on 31 March.", years: .since(2027)
  ) { d in
    d.end < d.collection.start || d.end > d.collection.end
  },
  .deprivationOfLiberty(
    "705", [.orderStart, .orderEnd], "The order starts before the child's last order ended.",
    fix: "Correct DOLO_START, or DOLO_END of the order before.", years: .since(2027),
    reads: [.in(.deprivationsOfLiberty, .orderStart, .orderEnd)]
  ) { d in
    d.overlapsPrevious
  },
  Rule(
    "706", "An order was in force when last year ended, and this year's return does not have it.",
    fix: "Add the order with last year's DOLO_START and, where it has ended, DOLO_END.", years: .since(2027),
    reads: [
      .in(.deprivationsOfLiberty, .child, .orderStart), .lastYear(.deprivationsOfLiberty, .orderStart, .orderEnd),
      .ifGiven(.headers, .child),
    ],
    parts: [
      .header([.child], withLastYear: [.orderStart]) { (h: Header, last: DeprivationOfLiberty) in
        last.isMissingFrom(h.child)
      },
      .deprivationOfLiberty.lastYear([.orderStart]) { last, child in
        child.headers.isEmpty && last.isMissingFrom(child)
      },
    ]),
  .deprivationOfLiberty(
    "707", [.orderEnd], "Care has ended, and the order goes on after it.", fix: "Correct DOLO_END, or the episodes.",
    years: .since(2027), reads: [.in(.deprivationsOfLiberty, .orderStart), .in(.episodes, .start, .end)]
  ) { d in
    d.child.wasOutOfCare(atEndOf: (d.start, d.end))
  },
  .deprivationOfLiberty(
    "708", [.orderStart], "The order starts before the child was born.", fix: "Correct DOLO_START or DOB.",
    years: .since(2027), reads: [.in(.deprivationsOfLiberty, .dateOfBirth)]
  ) { d in
    d.start <= d.dateOfBirth
  },
  .deprivationOfLiberty(
    "709", [.orderStart], with: [.placement],
    "The child was under the order in a placement that is not one where such orders are expected.",
    fix: "Correct PLACE, or the dates of the order.", years: .since(2027),
    reads: [.in(.deprivationsOfLiberty, .orderEnd), .in(.episodes, .start, .end)]
  ) { (d: DeprivationOfLiberty, e: Episode) in
    e.placement.isNone(of: .expectedUnderOrders) && d.isInForce(during: e)
  },
  .deprivationOfLiberty(
    "710", [.orderStart], with: [.placement],
    "The child was under the order in a placement where there can be none.",
    fix: "Correct PLACE, or the dates of the order.", years: .since(2027),
    reads: [.in(.deprivationsOfLiberty, .orderEnd), .in(.episodes, .start, .end)]
  ) { (d: DeprivationOfLiberty, e: Episode) in
    e.placement.isOne(of: .barredUnderOrders) && d.isInForce(during: e)
  },
]

extension DeprivationOfLiberty {
  /// Whether the order has an end and a day in common with an episode.
  fileprivate func isInForce(during episode: Episode) -> Bool {
    start.hasValue && end.hasValue && episode.overlaps(start, end)
  }

  /// Whether the order, of last year, was left open and the child of this year has no order of the same start.
  fileprivate func isMissingFrom(_ child: Child) -> Bool {
    start.hasValue && end.isMissing && !child.deprivationsOfLiberty.contains { $0.start == start }
  }
}

extension CodeGroup<PlacementType> {
  /// Where a child under a deprivation of liberty order is expected to be.
  fileprivate static let expectedUnderOrders: Self = [.k2, .z12, .z13]
  /// Where a child cannot be under a deprivation of liberty order.
  fileprivate static let barredUnderOrders: Self = [.k1, .k3, .p1, .r5]
}
