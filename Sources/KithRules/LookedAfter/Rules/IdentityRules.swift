// Children across the tables: in the header or not, twice or not, born on one day or not.
import KithReturns
import KithTables

let identityRules: [Rule<LookedAfterReturn>] = [
  hasHeader("INT01", AD1.self),
  hasHeader("INT02", PlacedForAdoption.self),
  hasHeader("INT03", Episode.self),
  hasHeader("INT04", MissingPeriod.self),
  hasHeader("INT05", OC2.self),
  hasHeader("INT06", OC3.self),
  hasHeader("INT07", PreviousPermanence.self),
  hasHeader("INT08", Review.self),
  hasHeader("INT09", UASC.self),
  isBornAsInHeader("INT11", AD1.self) { $0.dateOfBirth },
  isBornAsInHeader("INT12", PlacedForAdoption.self) { $0.dateOfBirth },
  isBornAsInHeader("INT13", MissingPeriod.self) { $0.dateOfBirth },
  isBornAsInHeader("INT14", OC2.self) { $0.dateOfBirth },
  isBornAsInHeader("INT15", OC3.self) { $0.dateOfBirth },
  isBornAsInHeader("INT16", PreviousPermanence.self) { $0.dateOfBirth },
  isBornAsInHeader("INT17", Review.self) { $0.dateOfBirth },
  isBornAsInHeader("INT18", UASC.self) { $0.dateOfBirth },
  .uasc(
    "INT21", [.sex], "The sex is not the header's.", fix: "Correct SEX in UASC or in the header.",
    reads: [.in(.headers, .sex)]
  ) { u in
    u.sex.isPresent && u.child.headers.contains { $0.sex.isPresent && $0.sex.differs(from: u.sex) }
  },
  isAlone("INT31", AD1.self),
  isAlone("INT32", Header.self),
  isAlone("INT33", OC2.self),
  isAlone("INT34", OC3.self),
  isAlone("INT35", PreviousPermanence.self),
  isAlone("INT36", UASC.self),
  .header(
    "EPI", [.child], "The child has neither an episode nor a care leaver's data.",
    fix: "Add the episodes or the OC3 row, or take the header out.", severity: .query,
    reads: [.ifGiven(.episodes, .child), .ifGiven(.oc3s, .child)]
  ) { h in
    h.child.episodes.isEmpty && h.child.oc3s.isEmpty
  },
  Rule(
    "1012", "The child has no episode this year, and has a row here.",
    fix: "Add the child's episodes, or take the row out; a care leaver has a row in OC3 alone.",
    reads: [.in(.episodes, .child)],
    parts: [
      .placedForAdoption([.child]) { $0.child.episodes.isEmpty },
      .absence([.child]) { $0.child.episodes.isEmpty },
      .review([.child]) { $0.child.episodes.isEmpty },
      .ad1([.child]) { $0.child.episodes.isEmpty },
      .previousPermanence([.child]) { $0.child.episodes.isEmpty },
      .oc2([.child]) { $0.child.episodes.isEmpty },
    ]),
]

/// The rule that every child of a table has a header.
private func hasHeader<R: Row>(_ code: String, _ table: R.Type) -> Rule<LookedAfterReturn>
where R.Collection == LookedAfterReturn {
  RowRule<R>()(
    code, [.child], "The child has no header.", fix: "Add the header, or correct CHILD.",
    reads: [.in(.headers, .child)]
  ) { row in
    row.child.headers.isEmpty
  }
}

/// The rule that a table's date of birth is the header's.
private func isBornAsInHeader<R: Row>(
  _ code: String, _ table: R.Type, _ dateOfBirth: @escaping @Sendable (R) -> Cell<Day>
) -> Rule<LookedAfterReturn> where R.Collection == LookedAfterReturn {
  RowRule<R>()(
    code, [.dateOfBirth], "The date of birth is not the header's.",
    fix: "Correct DOB in \(R.tableName) or in the header.", reads: [.in(.headers, .dateOfBirth)]
  ) { row in
    row.child.headers.contains { $0.dateOfBirth != dateOfBirth(row) }
  }
}

/// The rule that no child has two rows in a table.
private func isAlone<R: Row>(_ code: String, _ table: R.Type) -> Rule<LookedAfterReturn>
where R.Collection == LookedAfterReturn {
  RowRule<R>()(code, [.child], "The child has more than one row.", fix: "Leave one of the rows in \(R.tableName).") {
    row in
    row.child.hasTwoRows(R.self)
  }
}

extension Child {
  /// Whether the child has more than one row in a table.
  fileprivate func hasTwoRows<R: Row>(_ table: R.Type) -> Bool where R.Collection == LookedAfterReturn {
    Rows<R>(of: self).count > 1
  }
}
