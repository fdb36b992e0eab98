import KithCatalogue

/// A picture of what links to what, with the same as a table.
struct CataloguePicturePage: Page {
  static let template = "catalogue-picture"
  static let part = SitePart.catalogue

  let title: String
  let ways: [Way]
  let choices: [Choice]
  let drawing: String
  let fileAddress: String
  let tables: [ShownTable]
}

extension CataloguePicturePage {
  /// The page of a picture, of all links or of one data set's.
  init(_ picture: LinkPicture, _ focus: DataSet?, _ catalogue: Catalogue) {
    title = picture.title
    ways = CatalogueAddress.ways(focus == nil ? "/catalogue/picture" : "")
    let linked = catalogue.dataSets.filter { !catalogue.links(of: $0).isEmpty }
    choices = [
      CatalogueAddress.choice(
        "of", "Links of", linked.map { ($0.id, $0.name) }, chosen: focus?.id, all: "All data sets")
    ]
    drawing = picture.svg
    fileAddress = "/catalogue/links.svg" + (focus.map { "?of=\($0.id)" } ?? "")
    tables = [ShownTable.links(picture.links, of: nil, catalogue)].compactMap(\.self)
  }
}
