extension LinkedPersons {
  /// The counts as lines.
  var lines: [String] {
    [notice]
      + [
        "\(records) records of \(children) children are \(persons) persons, "
          + "\(personsInSeveralAuthorities) of whom more than one authority knows."
      ] + rules("Linked", linked) + rules("For a person to look at (kith link review)", review)
      + rules("Refused", refused) + [orders] + aloneLines + templateLines + groupLines
  }

  private var orders: String {
    if let agreement = adoption.agreement {
      return "Adoption orders part nobody, by the agreement \(agreement)."
    }
    return
      "Adoption orders: \(adoption.parted) records go on after one and are another person there; "
      + "\(adoption.dropped) pairs that an order parts were left out."
  }

  private func rules(_ title: String, _ rules: [Rule]) -> [String] {
    guard !rules.isEmpty else { return [] }
    var grid = TextGrid(isLeft: [true, false])
    for rule in rules { grid.add(["  " + rule.rule, String(rule.pairs)]) }
    return ["\(title): \(rules.reduce(0) { $0 + $1.pairs }) pairs"] + grid.lines(width: 130)
  }

  private var aloneLines: [String] {
    var grid = TextGrid(isLeft: [true, false])
    for reason in alone where reason.records > 0 { grid.add(["  " + reason.reason, String(reason.records)]) }
    return ["Records linked to no other: \(alone.reduce(0) { $0 + $1.records })"] + grid.lines(width: 130)
  }

  private var templateLines: [String] {
    var grid = TextGrid(isLeft: [true, false, false, false, true])
    grid.add(["by weight", "pairs compared", "by identifier", "expected", ""])
    for template in templates {
      grid.add([
        template.name, String(template.compared), String(template.byIdentifier),
        template.model.map { fixed($0.expectedMatches, 0) } ?? "",
        template.linksByWeight ? "" : "too few sure pairs to learn from: only proposed",
      ])
    }
    return grid.lines(width: 130)
  }

  private var groupLines: [String] {
    var grid = TextGrid(isLeft: [true, false, false])
    grid.add(["records", "all", "linked to another authority's"])
    for group in groups where group.records > 0 {
      grid.add([group.group, String(group.records), String(group.linkedElsewhere)])
    }
    return grid.lines(width: 130) + [
      "A child whom two authorities know without a pupil number, a home postcode or a day of handing over cannot be "
        + "found again: birth date, sex and ethnic group fit some 14 children in England."
    ]
  }
}
