import Hummingbird
import KithMeasures
import KithReturns
import KithStore

/// The pages of an authority's own measures.
struct MeasureRoutes: Sendable {
  let site: Site

  func add(to router: Router<BasicRequestContext>) {
    router.get("measures") { _, _ in
      let held = try await site.measures.held()
      return try site.response(
        MeasuresPage(
          lines: held.map { held in
            .init(words: Self.title(held), address: "/measures/\(held.year)/\(held.authority)")
          }, hasStore: site.settings.store != nil))
    }
    router.get("measures/{year}/{authority}") { _, context in
      let held = try await held(context)
      let base = "/measures/\(held.year)/\(held.authority)"
      let page = MeasureChangePage(
        try await site.measures.changes(held), title: Self.title(held), backAddress: "/measures",
        published: PublishedSeries(try await site.figures.value, authority: held.authority)
      ) { "\(base)/children/\($0.id)" }
      return try site.response(page)
    }
    router.get("measures/{year}/{authority}/children/{measure}") { _, context in
      let (held, measure) = (try await held(context), try measure(context))
      return try site.response(
        MeasureReasonPage(
          name: "\(measure.name), \(Self.title(held))",
          address: "/measures/\(held.year)/\(held.authority)/children/\(measure.id)"))
    }
    router.post("measures/{year}/{authority}/children/{measure}") { request, context in
      let form = try await FormFields(request, of: site.session)
      return try await children(context, reason: form["reason"])
    }
    router.get("check/{check}/plausibility") { _, context in try await plausibility(context) }
  }

  private static func title(_ held: MeasureShelf.Held) -> String {
    "\(held.year - 1)/\(String(held.year).suffix(2)) of \(held.authority) \(held.name)"
  }

  private func held(_ context: BasicRequestContext) async throws -> MeasureShelf.Held {
    let (year, authority) = (context.parameters.get("year", as: Int.self), context.parameters.get("authority"))
    let held = try await site.measures.held().first { $0.year == year && $0.authority == authority }
    guard let held else { throw WebError.notFound }
    return held
  }

  private func measure(_ context: BasicRequestContext) throws -> Measure {
    let id = try context.parameters.require("measure")
    guard let measure = Measure.all().first(where: { $0.id == id }) else { throw WebError.notFound }
    return measure
  }

  private func children(_ context: BasicRequestContext, reason: String?) async throws -> Response {
    let (held, measure) = (try await held(context), try measure(context))
    guard let reason, reason.count <= 200 else {
      throw WebError.unusable("Say why", "Give a reason of up to 200 characters, without a name or an identifier.")
    }
    let rows = try await site.measures.children(behind: measure, held, reason: reason)
    return try site.response(
      MeasureChildrenPage(rows, of: measure, backAddress: "/measures/\(held.year)/\(held.authority)"))
  }

  /// The headline measures of a check's return, which is held in memory only.
  private func plausibility(_ context: BasicRequestContext) async throws -> Response {
    let check = try await site.checks.check(try context.parameters.require("check"))
    let submissions = try Submission.readAll(
      check.request.paths, previous: check.request.previous, largest: site.settings.largestUnpacked)
    let changes = try MeasureShelf.changes(of: submissions, check.owner, children: site.settings.children)
    return try site.response(
      MeasureChangePage(
        changes, title: "Plausibility: \(check.title)", backAddress: "/check/\(check.id)",
        published: PublishedSeries(try await site.figures.value, authority: check.owner.code ?? "")
      ) { _ in nil })
  }
}
