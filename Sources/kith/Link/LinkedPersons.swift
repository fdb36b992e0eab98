import KithDisclosure
import KithLinkage

/// What linking the children of a store came to, in counts; no identifier is in it, and none of it is for release.
struct LinkedPersons {
  private let linkage: PersonLinkage
  private let warning: String?
  private let isSynthetic: Bool
  private let isPreview: Bool
  private let accuracy: [(group: String?, accuracy: LinkAccuracy)]

  init(
    _ linkage: PersonLinkage, warning: String?, isSynthetic: Bool, isPreview: Bool,
    accuracy: [(group: String?, accuracy: LinkAccuracy)]
  ) {
    self.linkage = linkage
    self.warning = warning
    self.isSynthetic = isSynthetic
    self.isPreview = isPreview
    self.accuracy = accuracy
  }

  private var notice: String {
    Internal<Int>.notice + ": raw counts of the authorities' own records."
      + (isSynthetic ? " SYNTHETIC: no real child, authority or figure." : "")
  }

  var text: String {
    let summary = linkage.summary
    let heads = [
      "\(summary.records) records of \(summary.children) children are \(summary.persons) persons, "
        + "\(summary.personsInSeveralAuthorities) of whom more than one authority knows."
        + (isPreview ? " Nothing was written." : "")
    ]
    let lines =
      (warning.map { [$0] } ?? []) + [notice] + heads + rules("Linked", summary.linked)
      + rules("For a person to look at (kith link review)", summary.review) + rules("Refused", summary.refused)
    let orders = [
      "Adoption orders: \(summary.parted) records go on after one and are another person there; "
        + "\(summary.dropped) pairs that an order parts were left out."
    ]
    return (lines + orders + templates + groups + AccuracyText(accuracy).lines).joined(separator: "\n")
  }

  private func rules(_ title: String, _ counts: [(rule: String, count: Int)]) -> [String] {
    guard !counts.isEmpty else { return [] }
    var grid = TextGrid(isLeft: [true, false])
    for count in counts { grid.add(["  " + count.rule, String(count.count)]) }
    return ["\(title): \(counts.reduce(0) { $0 + $1.count }) pairs"] + grid.lines(width: 110)
  }

  private var templates: [String] {
    var grid = TextGrid(isLeft: [true, false, false, false, true])
    grid.add(["by weight", "pairs compared", "by identifier", "expected", ""])
    for template in linkage.summary.templates {
      grid.add([
        template.name, String(template.compared), String(template.surePairs),
        template.expectedMatches.map { fixed($0, 0) } ?? "",
        template.linksByWeight ? "" : "too few sure pairs to learn from: only proposed",
      ])
    }
    return grid.lines(width: 110)
  }

  private var groups: [String] {
    var grid = TextGrid(isLeft: [true, false, false])
    grid.add(["records", "all", "linked to another authority's"])
    for group in linkage.summary.groups where group.records.all > 0 {
      grid.add([group.group.rawValue, String(group.records.all), String(group.records.linked)])
    }
    return grid.lines(width: 110) + [
      "A child whom two authorities know without a pupil number, a home postcode or a day of handing over cannot be "
        + "found again: birth date, sex and ethnic group fit some 14 children in England."
    ]
  }

  struct JSON: Encodable {
    let command = "link persons"
    let notice: String
    let synthetic: Bool
    let written: Bool
    let records: Int
    let children: Int
    let persons: Int
    let personsInSeveralAuthorities: Int
    let linked: [Rule]
    let review: [Rule]
    let refused: [Rule]
    let adoption: Adoption
    let groups: [Group]
    let templates: [Template]
    let accuracy: [AccuracyJSON]?

    struct Rule: Encodable {
      let rule: String
      let pairs: Int
    }

    struct Adoption: Encodable {
      let parted: Int
      let dropped: Int
    }

    struct Group: Encodable {
      let group: String
      let records: Int
      let linkedElsewhere: Int
    }

    struct Template: Encodable {
      let name: String
      let compared: Int
      let byIdentifier: Int
      let linksByWeight: Bool
      let model: ModelJSON?
    }
  }

  var json: JSON {
    let summary = linkage.summary
    let list = { (counts: [(rule: String, count: Int)]) in counts.map { JSON.Rule(rule: $0.rule, pairs: $0.count) } }
    return JSON(
      notice: notice, synthetic: isSynthetic, written: !isPreview, records: summary.records,
      children: summary.children, persons: summary.persons,
      personsInSeveralAuthorities: summary.personsInSeveralAuthorities, linked: list(summary.linked),
      review: list(summary.review), refused: list(summary.refused),
      adoption: .init(parted: summary.parted, dropped: summary.dropped),
      groups: summary.groups.map {
        .init(group: $0.group.rawValue, records: $0.records.all, linkedElsewhere: $0.records.linked)
      }, templates: settings,
      accuracy: accuracy.isEmpty ? nil : accuracy.map { AccuracyJSON(group: $0.group, $0.accuracy) })
  }

  /// What was learnt, which the store keeps beside the links.
  var settings: [JSON.Template] {
    linkage.summary.templates.map { template in
      .init(
        name: template.name, compared: template.compared, byIdentifier: template.surePairs,
        linksByWeight: template.linksByWeight,
        model: linkage.models.first { $0.template == template.name }.map { ModelJSON($0.model) })
    }
  }
}
