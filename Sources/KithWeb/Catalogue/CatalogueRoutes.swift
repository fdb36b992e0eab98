import Hummingbird
import KithCatalogue

/// The pages on the national data sets.
struct CatalogueRoutes: Sendable {
  let site: Site
  private let catalogue = Catalogue.england

  func add(to router: Router<BasicRequestContext>) {
    router.get("catalogue") { request, _ in try site.response(try list(FormFields(query: request.uri.query ?? ""))) }
    router.get("catalogue/entry/{name}") { _, context in try entry(try context.parameters.require("name")) }
    router.get("catalogue/plan") { request, _ in
      try site.response(CataloguePlanPage(FormFields(query: request.uri.query ?? ""), catalogue))
    }
    router.get("catalogue/application.md") { request, _ in try application(FormFields(query: request.uri.query ?? "")) }
    router.get("catalogue/picture") { request, _ in
      let focus = try focus(FormFields(query: request.uri.query ?? ""))
      return try site.response(
        CataloguePicturePage(LinkPicture(catalogue, of: focus, hasList: false), focus, catalogue))
    }
    router.get("catalogue/links.svg") { request, _ in
      let picture = LinkPicture(catalogue, of: try focus(FormFields(query: request.uri.query ?? "")))
      return site.download(Array(picture.svg.utf8), name: "kith-links.svg", type: "image/svg+xml")
    }
    router.get("catalogue/catalogue.jsonld") { _, _ in
      site.download(CatalogueDCAT(catalogue).bytes, name: "kith-catalogue.jsonld", type: "application/ld+json")
    }
  }

  private func list(_ fields: FormFields) throws -> CatalogueListPage {
    do { return try CatalogueListPage(fields, catalogue) } catch {
      throw WebError.unusable("No such steward or route", "Choose one of the list.")
    }
  }

  private func entry(_ name: String) throws -> Response {
    guard let set = catalogue.dataSet(id: name) else { throw WebError.notFound }
    return try site.response(CatalogueEntryPage(set, catalogue))
  }

  private func focus(_ fields: FormFields) throws -> DataSet? {
    guard let name = fields["of"] else { return nil }
    guard let set = catalogue.dataSet(id: name) else { throw WebError.notFound }
    return set
  }

  private func application(_ fields: FormFields) throws -> Response {
    guard let question = fields["question"], let plan = try? DataPlan(question, for: fields.userKind, catalogue) else {
      throw WebError.unusable("No plan", "Go back to the plan, and say what you want to know.")
    }
    let draft = ApplicationDraft(plan, years: try years(fields))
    return site.download(Array(draft.markdown.utf8), name: "kith-application.md", type: "text/markdown; charset=utf-8")
  }

  private func years(_ fields: FormFields) throws -> ClosedRange<Int>? {
    switch (fields["from"], fields["to"]) {
    case (nil, nil): return nil
    case (let from?, let to?):
      if let from = Int(from), let to = Int(to), 1990...2100 ~= from, from <= to, to <= 2100 { return from...to }
    default: break
    }
    throw WebError.unusable("The years cannot be read", "Write both as four digits, the first not after the last.")
  }
}

extension FormFields {
  /// The kind of user that a form names; a researcher where it names none.
  var userKind: UserKind { self["who"].flatMap { UserKind(rawValue: $0) } ?? .researcher }
}

/// Where the pages on data sets are.
enum CatalogueAddress {
  static func entry(_ set: DataSet) -> String { "/catalogue/entry/\(set.id)" }

  /// The ways between the pages.
  static func ways(_ current: String) -> [Way] {
    [
      ("/catalogue", "Find a data set"), ("/catalogue/plan", "Plan from a question"),
      ("/catalogue/picture", "What links to what"),
    ].map { Way(words: $1, address: $0, isCurrent: $0 == current) }
  }

  /// A list to choose from, with all of it as the first choice.
  static func choice(
    _ name: String, _ label: String, _ options: [(value: String, words: String)], chosen: String?, all: String? = "All"
  ) -> Choice {
    let first = all.map { [Choice.Option(value: "", words: $0, isChosen: chosen == nil)] } ?? []
    return Choice(
      name, label,
      [
        .init(
          words: label,
          options: first + options.map { .init(value: $0.value, words: $0.words, isChosen: $0.value == chosen) })
      ])
  }
}
