import Hummingbird
import KithAggregates
import KithPlaces

/// The pages on comparisons of published figures.
struct CompareRoutes: Sendable {
  let site: Site

  func add(to router: Router<BasicRequestContext>) {
    router.get("compare") { request, _ in try await start(request) }
    router.get("compare/{page}") { request, context in
      let desk = try await desk(request)
      switch try context.parameters.require("page") {
      case "topic": return try site.response(try desk.topicView())
      case "measure": return try site.response(try desk.measureView())
      case "list": return try site.response(try desk.listView())
      case "heat": return try site.response(try desk.heatView())
      case "scatter": return try site.response(try desk.scatterView())
      case "own": return try site.response(try desk.ownView())
      case "data.csv": return site.csv(try desk.dataCSV(), name: "kith-comparison.csv")
      case "own.csv": return site.csv(try desk.ownCSV(), name: "kith-own-table.csv")
      default: throw WebError.notFound
      }
    }
  }

  private func start(_ request: Request) async throws -> Response {
    let figures = try await site.figures.value
    guard !figures.sources.isEmpty else { return try site.response(CompareEmptyPage()) }
    let query = try CompareQuery(request.uri.query, figures)
    let forms = CompareForms(query: query, figures: figures)
    return try site.response(
      CompareStartPage(
        sources: figures.sources.map { source in
          let last = source.measures.flatMap { source.table.periods(of: $0) }.map(\.lastYear).max() ?? 0
          return "\(source.title): \(source.measures.count) measures up to \(last)"
        }, form: forms.form("topic", [forms.authority, forms.topic])))
  }

  private func desk(_ request: Request) async throws -> CompareDesk {
    let figures = try await site.figures.value
    guard !figures.sources.isEmpty else { throw WebError.notFound }
    return CompareDesk(
      query: try CompareQuery(request.uri.query, figures), figures: figures, draws: site.assets.charts)
  }
}

extension CompareDesk {
  /// The figures of a page as CSV, as `kith compare --csv` writes them.
  func dataCSV() throws -> String {
    let authorities: [AuthorityCode]
    let measures: [Measure]
    switch query.fields["page"] {
    case "measure":
      (measures, authorities) = ([try query.measure()], [try query.chosenAuthority().code])
    case "list": (measures, authorities) = ([try query.measure()], query.authorities())
    case "heat": (measures, authorities) = (query.measuresOfTopic, Array(query.authorities().prefix(16)))
    case "scatter":
      measures = [try query.measure("x"), try query.measure("y")]
      authorities = AuthorityRegister.england.authorities.filter { $0.closed == nil }.map(\.code)
    default:
      (measures, authorities) = (query.measuresOfTopic.map(query.source.counted), [try query.chosenAuthority().code])
    }
    return ComparisonCSV(table(measures, authorities), register: .england).text
  }
}

extension Site {
  /// Text that the browser saves as CSV.
  func csv(_ text: String, name: String) -> Response {
    download(Array("\u{FEFF}\(text)".utf8), name: name, type: "text/csv; charset=utf-8")
  }
}

/// Where a user chooses whom and what to compare.
struct CompareStartPage: Page {
  static let template = "compare"
  static let part = SitePart.compare

  let title = "Compare authorities"
  let sources: [String]
  let form: CompareForm
}

/// What to do where no published figures were given.
struct CompareEmptyPage: Page {
  static let template = "compare-empty"
  static let part = SitePart.compare

  let title = "Compare authorities"
}
