import KithCatalogue

/// The data sets of the catalogue: all, those of a kind, or those that words fit.
struct CatalogueListPage: Page {
  static let template = "catalogue"
  static let part = SitePart.catalogue

  let title = "National data sets"
  let ways: [Way]
  let sought: String
  let choices: [Choice]
  let found: String
  let tables: [ShownTable]
}

extension CatalogueListPage {
  /// The page that a form asks for.
  init(_ fields: FormFields, _ catalogue: Catalogue) throws(CatalogueError) {
    let filter = CatalogueFilter(
      level: fields["level"].flatMap { DataSet.Level(rawValue: $0) }, steward: fields["steward"],
      route: fields["route"], who: fields["who"].flatMap { UserKind(rawValue: $0) },
      group: fields["family"].flatMap { DataSet.Group(rawValue: $0) })
    let kept = try catalogue.dataSets(filter)
    let words = fields["words"] ?? ""
    let results =
      words.isEmpty ? [] : CatalogueSearch(catalogue).results(for: words).filter { kept.contains($0.dataSet) }
    let shown = words.isEmpty ? kept : results.map(\.dataSet)
    ways = CatalogueAddress.ways("/catalogue")
    sought = words
    choices = Self.choices(filter, catalogue)
    found =
      shown.isEmpty
      ? "No data set fits. Try other words, or fewer choices."
      : "\(shown.count) of \(catalogue.dataSets.count) data sets"
    tables = shown.isEmpty ? [] : [Self.table(shown, words.isEmpty ? "Data sets" : "Data sets, the best fit first")]
  }

  private static func choices(_ filter: CatalogueFilter, _ catalogue: Catalogue) -> [Choice] {
    let stewards = Set(catalogue.dataSets.map(\.stewardShort)).filter { $0.count <= 20 }.sorted()
    return [
      CatalogueAddress.choice(
        "family", "Family", DataSet.Group.allCases.map { ($0.rawValue, $0.title) }, chosen: filter.group?.rawValue),
      CatalogueAddress.choice(
        "level", "Records of",
        [("individual", "persons"), ("aggregate", "areas, as totals"), ("reference", "nothing: lists to look up")],
        chosen: filter.level?.rawValue),
      CatalogueAddress.choice("steward", "Steward", stewards.map { ($0, $0) }, chosen: filter.steward),
      CatalogueAddress.choice(
        "who", "Can be had by", UserKind.allCases.map { ($0.rawValue, $0.title) }, chosen: filter.who?.rawValue),
      CatalogueAddress.choice("route", "Route", catalogue.routes.map { ($0.id, $0.title) }, chosen: filter.route),
    ]
  }

  private static func table(_ sets: [DataSet], _ caption: String) -> ShownTable {
    ShownTable(
      caption, ["Data set", "Records of", "Steward", "Covers", "Open to all"],
      rows: sets.map { set in
        (
          cells: [
            .link(set.name, CatalogueAddress.entry(set)), .text(set.levels.map(\.words).joined(separator: ", ")),
            .text(set.stewardShort), .text(set.coverage), .text(set.isOpen ? "yes" : "no"),
          ], isFocus: false
        )
      })
  }
}

extension DataSet.Level {
  /// What the records are of, in words.
  fileprivate var words: String {
    switch self {
    case .individual: "persons"
    case .aggregate: "areas"
    case .reference: "lists"
    }
  }
}
