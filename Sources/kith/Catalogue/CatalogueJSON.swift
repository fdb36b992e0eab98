import KithCatalogue
import KithMeasures

/// A study as `--json` of the catalogue has it.
struct CatalogueStudyJSON: Encodable {
  let id: String
  let authors: String
  let year: Int
  let title: String
  let outlet: String
  let dataSets: [String]
  let themes: [String]
  let design: String
  let finding: String
  let reference: String?
  let lastVerified: String
  let unverified: [String]

  init(_ study: PublishedStudy) {
    (id, authors, year, title, outlet) = (study.id, study.authors, study.year, study.title, study.outlet)
    (dataSets, themes, design, finding) = (study.dataSets, study.themes, study.design, study.finding)
    reference = study.reference.isEmpty ? nil : study.reference
    (lastVerified, unverified) = (study.lastVerified, study.unverified)
  }
}

/// A route as `--json` of the catalogue has it.
struct CatalogueRouteJSON: Encodable {
  let route: String
  let title: String
  let fewestMonths: Int
  let mostMonths: Int
  let who: [String]?
  let instead: String?
  let note: String?
  let unverified: [String]

  init(_ route: Route, who: [UserKind]? = nil, instead: String?, note: String?) {
    self.route = route.id
    title = route.title
    (fewestMonths, mostMonths) = (route.fewestMonths, route.mostMonths)
    self.who = who?.map(\.rawValue)
    self.instead = instead
    self.note = note
    unverified = route.unverified
  }
}

/// A link as `--json` of the catalogue has it.
struct CatalogueLinkJSON: Encodable {
  let dataSets: [String]
  let key: String
  let note: String?

  init(_ link: DataLink) {
    dataSets = link.ends
    key = link.key.rawValue
    note = link.note.isEmpty ? nil : link.note
  }
}

/// A break as `--json` of the catalogue has it.
struct CatalogueBreakJSON: Encodable {
  let year: Int?
  let what: String
  let verified: Bool

  init(_ change: DataSet.Break) {
    (year, what) = (change.year, change.what)
    verified = change.isUnverified != true
  }
}

extension ShownDataSet {
  struct JSON: Encodable {
    let command = "catalogue show"
    let dataSet: CatalogueListing.JSON.Entry
    let alsoCalled: [String]
    let unit: String
    let population: String?
    let geography: String
    let frequency: String?
    let period: String?
    let published: String?
    let form: String?
    let identifiers: [String]
    let variables: [String]
    let topics: [String]
    let breaks: [CatalogueBreakJSON]
    let limits: [String]
    let uses: [String]
    let licence: String
    let page: String?
    let links: [CatalogueLinkJSON]
    let access: [CatalogueRouteJSON]
    let commands: [String]
    let measures: [String]
    let studies: [CatalogueStudyJSON]
    let basis: String
  }

  var json: JSON {
    JSON(
      dataSet: .init(set), alsoCalled: set.aka, unit: set.unit, population: set.population, geography: set.geography,
      frequency: set.frequency, period: set.period, published: set.published, form: set.form,
      identifiers: set.identifiers, variables: set.variables, topics: set.topics,
      breaks: set.breaks.map(CatalogueBreakJSON.init), limits: set.limits, uses: set.uses, licence: set.licence,
      page: set.page.isEmpty ? nil : set.page, links: catalogue.links(of: set).map(CatalogueLinkJSON.init),
      access: set.access.compactMap { access in
        catalogue.route(id: access.route).map {
          CatalogueRouteJSON($0, who: access.who, instead: access.instead, note: access.note)
        }
      }, commands: set.kith, measures: catalogue.measures(of: set).map(\.id),
      studies: catalogue.studies(of: set).map(CatalogueStudyJSON.init), basis: set.basis.rawValue)
  }
}
