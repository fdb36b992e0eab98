import KithCatalogue
import KithMeasures

/// All that the catalogue has on a data set.
struct CatalogueEntryPage: Page {
  static let template = "catalogue-entry"
  static let part = SitePart.catalogue

  let title: String
  let family: String
  let ways: [Way]
  let facts: [CatalogueFact]
  let access: ShownTable
  let others: [ShownTable]
  let limits: [String]
  let pictureAddress: String?
  let verified: String
  let unverified: [String]
}

/// A fact with its label: a line or several.
struct CatalogueFact: Sendable {
  let label: String
  let lines: [Line]

  /// A line of it, a link where it is an address.
  struct Line: Sendable {
    let text: String
    let link: String?
  }

  init(_ label: String, _ lines: [String]) {
    self.label = label
    self.lines = lines.map { Line(text: $0, link: $0.hasPrefix("https://") ? $0 : nil) }
  }
}

extension CatalogueEntryPage {
  /// The page of a data set.
  init(_ set: DataSet, _ catalogue: Catalogue) {
    title = set.name
    family = set.group.title
    ways = CatalogueAddress.ways("")
    facts = Self.facts(set, catalogue)
    access = ShownTable.access(set, catalogue)
    others = [
      ShownTable.links(catalogue.links(of: set), of: set, catalogue), Self.breaks(set),
      ShownTable.studies(catalogue.studies(of: set)),
    ].compactMap(\.self)
    limits = set.limits
    pictureAddress = catalogue.links(of: set).isEmpty ? nil : "/catalogue/picture?of=\(set.id)"
    verified = "\(set.lastVerified), \(set.basis.words)"
    unverified = set.unverified
  }

  private static func facts(_ set: DataSet, _ catalogue: Catalogue) -> [CatalogueFact] {
    let measures = catalogue.measures(of: set)
    return [
      CatalogueFact("Also called", set.aka.isEmpty ? [] : [set.aka.joined(separator: "; ")]),
      CatalogueFact("Steward", [set.steward]), CatalogueFact("A record is", [set.unit]),
      CatalogueFact("Covers", [set.population, set.coverage].compactMap(\.self)),
      CatalogueFact("Places", [set.geography]),
      CatalogueFact(
        "When", [set.frequency, set.period, set.published.map { "published in \($0)" }].compactMap(\.self)),
      CatalogueFact("Form", [set.form].compactMap(\.self)), CatalogueFact("Identifiers", set.identifiers),
      CatalogueFact("Tells", [set.variables.joined(separator: "; ")]),
      CatalogueFact("Used for", [set.uses.joined(separator: "; ")]), CatalogueFact("Licence", [set.licence]),
      CatalogueFact("Kith's commands", set.kith.isEmpty ? [] : [set.kith.map { "kith \($0)" }.joined(separator: "; ")]),
      CatalogueFact("Kith's measures", measures.isEmpty ? [] : [measures.map(\.id).joined(separator: ", ")]),
      CatalogueFact("Page", set.page.isEmpty ? [] : [set.page]),
    ].filter { !$0.lines.isEmpty }
  }

  private static func breaks(_ set: DataSet) -> ShownTable? {
    guard !set.breaks.isEmpty else { return nil }
    return ShownTable(
      "Breaks in series", ["From the year", "What changes"],
      rows: set.breaks.map { change in
        (
          cells: [
            .text(change.year.map { "\($0)" } ?? "several"),
            .text(change.what + (change.isUnverified == true ? " (not verified)" : "")),
          ], isFocus: false
        )
      })
  }
}

extension ShownTable {
  /// Who may have a data set, and how.
  static func access(_ set: DataSet, _ catalogue: Catalogue) -> ShownTable {
    let rows = set.access.compactMap { access -> (cells: [Cell], isFocus: Bool)? in
      guard let route = catalogue.route(id: access.route) else { return nil }
      let instead = access.instead.flatMap(catalogue.dataSet)
      return (
        cells: [
          .text(access.who.map(\.title).joined(separator: ", ")), .text(route.title), .text(route.allowance),
          instead.map { .link($0.name, CatalogueAddress.entry($0)) } ?? .text("the records, or the tables, themselves"),
          .text([route.how, access.note].compactMap(\.self).joined(separator: " ")),
        ], isFocus: false
      )
    }
    return ShownTable("Who may have it, and how", ["Who", "Route", "Allow", "What is had", "How"], rows: rows)
  }

  /// Links, seen from one data set or from none; nil where there are none.
  static func links(_ links: [DataLink], of set: DataSet?, _ catalogue: Catalogue) -> ShownTable? {
    guard !links.isEmpty else { return nil }
    let rows = links.map { link -> (cells: [Cell], isFocus: Bool) in
      let ends = link.ends.filter { $0 != set?.id }.compactMap(catalogue.dataSet)
      return (
        cells: ends.map { .link($0.name, CatalogueAddress.entry($0)) } + [.text(link.key.title), .text(link.note)],
        isFocus: false
      )
    }
    return ShownTable(
      "What can be joined", (set == nil ? ["Data set", "And"] : ["Data set"]) + ["Joined by", "To know"], rows: rows)
  }

  /// Studies, with what they found; nil where there are none.
  static func studies(_ studies: [PublishedStudy]) -> ShownTable? {
    guard !studies.isEmpty else { return nil }
    let rows = studies.map { study -> (cells: [Cell], isFocus: Bool) in
      let open = study.unverified.isEmpty ? "" : " (not verified: \(study.unverified.joined(separator: "; ")))"
      return (
        cells: [
          study.reference.isEmpty ? .text(study.title) : .link(study.title, study.reference),
          .text("\(study.authors) (\(study.year)), \(study.outlet)"), .text(study.design), .text(study.finding + open),
        ], isFocus: false
      )
    }
    return ShownTable("Studies that used it", ["Study", "By", "How", "Found"], rows: rows)
  }
}
