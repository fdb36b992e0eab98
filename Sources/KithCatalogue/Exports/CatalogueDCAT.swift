/// The catalogue as JSON-LD of the Data Catalog Vocabulary (W3C Recommendation DCAT version 3).
public struct CatalogueDCAT: Sendable {
  private let catalogue: Catalogue
  private let base: String

  /// The catalogue, its things named below an address such as `https://example.org/catalogue`; by fragments of the document where
  /// none is given.
  public init(_ catalogue: Catalogue = .england, base: String = "") {
    self.catalogue = catalogue
    self.base = base
  }

  /// The document: one JSON object, in UTF-8, the same bytes each time.
  public var bytes: [UInt8] {
    var document = root
    document["@context"] = .node(Self.vocabularies.mapValues { .text($0) })
    return LinkedValue.node(document).bytes
  }

  private static let vocabularies = [
    "dcat": "http://www.w3.org/ns/dcat#", "dcterms": "http://purl.org/dc/terms/", "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#", "xsd": "http://www.w3.org/2001/XMLSchema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
  ]
  private static let openLicence = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"

  private var root: [String: LinkedValue] {
    [
      "@id": .text(name("catalogue")), "@type": .text("dcat:Catalog"),
      "dcterms:title": .english("National data sets on children's social care in England"),
      "dcterms:description": .english(
        "What there is, who answers for it, what links to what, and how to have it. Made by Kith."),
      "dcterms:language": .address("http://id.loc.gov/vocabulary/iso639-1/en"),
      "dcterms:modified": .typed(catalogue.lastVerified, "date"),
      "dcterms:publisher": .node(["@type": .text("foaf:Agent"), "foaf:name": .text("Kith")]),
      "dcat:dataset": .list(catalogue.dataSets.map { .node(dataSet($0)) }),
      "dcat:record": .list(catalogue.dataSets.map { .node(record($0)) }),
    ]
  }

  private func name(_ part: String) -> String {
    base.isEmpty ? "#" + part : (base.hasSuffix("/") ? base : base + "/") + part
  }

  private func record(_ set: DataSet) -> [String: LinkedValue] {
    let notes = [set.basis.words] + set.unverified.map { "not verified: " + $0 }
    return [
      "@id": .text(name("record-" + set.id)), "@type": .text("dcat:CatalogRecord"),
      "foaf:primaryTopic": .address(name(set.id)),
      "dcterms:title": .english(set.name),
      "dcterms:modified": .typed(set.lastVerified, "date"),
      "dcterms:description": .english(notes.joined(separator: "; ")),
    ]
  }

  private func dataSet(_ set: DataSet) -> [String: LinkedValue] {
    var node: [String: LinkedValue] = [
      "@id": .text(name(set.id)), "@type": .text("dcat:Dataset"),
      "dcterms:identifier": .text(set.id), "dcterms:title": .english(set.name),
      "dcterms:description": .english(description(set)),
      "dcterms:publisher": .node(["@type": .text("foaf:Agent"), "foaf:name": .text(set.steward)]),
      "dcterms:spatial": .labelled("dcterms:Location", set.geography),
      "dcterms:accessRights": .labelled("dcterms:RightsStatement", set.licence),
      "dcat:keyword": .list((set.topics + set.variables).distinct.map(LinkedValue.english)),
    ]
    if !set.aka.isEmpty { node["dcterms:alternative"] = .list(set.aka.map(LinkedValue.english)) }
    if let frequency = set.frequency { node["dcterms:accrualPeriodicity"] = .labelled("dcterms:Frequency", frequency) }
    node["dcterms:temporal"] = .node(period(set))
    if !set.page.isEmpty { node["dcat:landingPage"] = .address(set.page) }
    if set.isOpen { node["dcat:distribution"] = .list([.node(distribution(set))]) }
    let relations = catalogue.links(of: set)
    if !relations.isEmpty { node["dcat:qualifiedRelation"] = .list(relations.map { .node(relation($0, of: set)) }) }
    let studies = catalogue.studies(of: set).filter { !$0.reference.isEmpty }
    if !studies.isEmpty { node["dcterms:isReferencedBy"] = .list(studies.map { .address($0.reference) }) }
    return node
  }

  private func description(_ set: DataSet) -> String {
    let parts = ["A record is \(set.unit)."] + [set.population.map { "Covers \($0)." }].compactMap(\.self)
    return (parts + set.limits.map { "Limit: \($0)." }).joined(separator: " ")
  }

  private func period(_ set: DataSet) -> [String: LinkedValue] {
    var node: [String: LinkedValue] = ["@type": .text("dcterms:PeriodOfTime"), "rdfs:label": .english(set.coverage)]
    if let first = set.firstYear { node["dcat:startDate"] = .typed("\(first)", "gYear") }
    return node
  }

  private func distribution(_ set: DataSet) -> [String: LinkedValue] {
    var node: [String: LinkedValue] = [
      "@type": .text("dcat:Distribution"), "dcterms:title": .english(set.name),
      "dcterms:rights": .labelled("dcterms:RightsStatement", set.licence),
    ]
    if !set.page.isEmpty { node["dcat:accessURL"] = .address(set.page) }
    if set.licence.hasPrefix("Open Government Licence v3.0") { node["dcterms:license"] = .address(Self.openLicence) }
    if let form = set.form { node["dcterms:format"] = .labelled("dcterms:MediaTypeOrExtent", form) }
    return node
  }

  private func relation(_ link: DataLink, of set: DataSet) -> [String: LinkedValue] {
    let role: [String: LinkedValue] = [
      "@id": .text(name("joined-by-" + link.key.rawValue)),
      "@type": .list([.text("dcat:Role"), .text("skos:Concept")]),
      "skos:prefLabel": .english("joined by " + link.key.title),
    ]
    var node: [String: LinkedValue] = [
      "@type": .text("dcat:Relationship"), "dcterms:relation": .address(name(link.other(than: set.id) ?? "")),
      "dcat:hadRole": .node(role),
    ]
    if !link.note.isEmpty { node["dcterms:description"] = .english(link.note) }
    return node
  }
}
