import KithDisclosure
import KithLinkage
import KithRegister
import KithStore

/// What linking the children of a store came to, in counts; no identifier is in it, and none of it is for release.
///
/// The store keeps it beside the links, and `kith link persons --show` shows it again.
struct LinkedPersons: Codable {
  var command = "link persons"
  let notice: String
  let synthetic: Bool
  let settings: Settings
  let records: Int
  let children: Int
  let persons: Int
  let personsInSeveralAuthorities: Int
  let linked: [Rule]
  let review: [Rule]
  let refused: [Rule]
  let adoption: Adoption
  let alone: [Reason]
  let groups: [Group]
  let templates: [Template]

  struct Settings: Codable {
    let threshold: Double
    let review: Double
    let surePairs: Int
    let samples: Int
    let seed: UInt64
  }

  struct Rule: Codable {
    let rule: String
    let pairs: Int
  }

  struct Adoption: Codable {
    let parted: Int
    let dropped: Int
    let agreement: String?
    let agreementSHA256: String?
  }

  struct Reason: Codable {
    let reason: String
    let records: Int
  }

  struct Group: Codable {
    let group: String
    let records: Int
    let linkedElsewhere: Int
  }

  struct Template: Codable {
    let name: String
    let compared: Int
    let byIdentifier: Int
    let linksByWeight: Bool
    let model: ModelJSON?
  }
}

extension LinkedPersons {
  init(_ linkage: PersonLinkage, _ settings: LinkSettings, isSynthetic: Bool) {
    let (summary, models) = (linkage.summary, linkage.models)
    let rules = { (counts: [(rule: String, count: Int)]) in counts.map { Rule(rule: $0.rule, pairs: $0.count) } }
    notice =
      Internal<Int>.notice + ": raw counts of the authorities' own records."
      + (isSynthetic ? " SYNTHETIC: no real child, authority or figure." : "")
    synthetic = isSynthetic
    self.settings = Settings(
      threshold: settings.threshold, review: settings.review, surePairs: settings.surePairs, samples: settings.samples,
      seed: settings.seed)
    records = summary.records
    children = summary.children
    persons = summary.persons
    personsInSeveralAuthorities = summary.personsInSeveralAuthorities
    (linked, review, refused) = (rules(summary.linked), rules(summary.review), rules(summary.refused))
    adoption = Adoption(
      parted: summary.parted, dropped: summary.dropped, agreement: settings.acrossAdoption?.agreement.id,
      agreementSHA256: settings.acrossAdoption?.hash)
    alone = summary.alone.map { Reason(reason: $0.reason.rawValue, records: $0.count) }
    groups = summary.groups.map {
      Group(group: $0.group.rawValue, records: $0.records.all, linkedElsewhere: $0.records.linked)
    }
    templates = summary.templates.map { template in
      Template(
        name: template.name, compared: template.compared, byIdentifier: template.surePairs,
        linksByWeight: template.linksByWeight,
        model: models.first { $0.template == template.name }.map { ModelJSON($0.model) })
    }
  }
}
