import KithCatalogue
import KithMeasures

/// What `kith catalogue plan` prints.
struct PlanDocument {
  private let plan: DataPlan

  init(_ plan: DataPlan) { self.plan = plan }

  var text: String {
    let topics = plan.topics.isEmpty ? "the data sets that you name" : plan.topics.map(\.title).joined(separator: "; ")
    var lines = ["For a \(plan.kind.title), about: \(topics)", ""]
    for planned in plan.dataSets { lines += self.lines(planned) + [""] }
    if !plan.links.isEmpty {
      lines.append("Joined by")
      lines += plan.links.flatMap { link in
        wrapped(
          link.ends.joined(separator: " – ") + ": " + link.key.title + (link.note.isEmpty ? "" : " (\(link.note))"))
      }
      lines.append("")
    }
    lines += [allow, ""]
    lines += [
      ("If totals will do", plan.published.map(\.id).joined(separator: ", ")),
      ("Kith's commands", plan.commands.map { "kith \($0)" }.joined(separator: "; ")),
      ("Kith's measures", plan.measures.map(\.id).joined(separator: " ")),
    ].filter { !$0.1.isEmpty }.flatMap { wrapped("\($0.0): \($0.1)") }
    lines += plan.studies.flatMap { wrapped("See \($0.id): \($0.authors.shortened(to: 40)) (\($0.year)). \($0.title)") }
    return lines.joined(separator: "\n")
  }

  private func lines(_ planned: DataPlan.Planned) -> [String] {
    var lines = ["\(planned.dataSet.name) (\(planned.dataSet.id))"]
    if !planned.reasons.isEmpty { lines += wrapped("gives: " + planned.reasons.joined(separator: "; ")) }
    if planned.years > 1 { lines.append("  years: \(planned.years) or more") }
    if planned.ways.isEmpty { lines += wrapped("route: the catalogue knows none for a \(plan.kind.title)") }
    for way in planned.ways {
      let what = way.instead.map { "published totals instead (\($0.id)): " } ?? ""
      lines += wrapped(
        "route: \(what)\(way.route.title); allow: \(way.route.allowance)" + (way.note.isEmpty ? "" : "; \(way.note)"))
    }
    if !planned.fields.isEmpty { lines += wrapped("fields: " + planned.fields.map(\.name).joined(separator: " ")) }
    if !planned.dataSet.unverified.isEmpty {
      lines += wrapped("not verified: " + planned.dataSet.unverified.joined(separator: "; "))
    }
    return lines
  }

  private var allow: String {
    guard let months = plan.months else {
      return "One of these cannot be had by a \(plan.kind.title) in any way that the catalogue knows."
    }
    let words = Route.allowance(months.fewest, months.most)
    return "Allow for all, side by side: \(words)"
      + (months.most == 0 ? "" : ". That is a range of ours for planning: ask the stewards")
  }

  private func wrapped(_ text: String) -> [String] {
    TextGrid.wrapped(text, width: 112).enumerated().map { ($0 == 0 ? "  " : "    ") + $1 }
  }

  struct JSON: Encodable {
    let command = "catalogue plan"
    let question: String
    let who: String
    let topics: [String]
    let dataSets: [Planned]
    let links: [CatalogueLinkJSON]
    let fewestMonths: Int?
    let mostMonths: Int?
    let published: [String]
    let commands: [String]
    let measures: [String]
    let studies: [CatalogueStudyJSON]

    struct Planned: Encodable {
      let id: String
      let name: String
      let gives: [String]
      let fields: [String]
      let years: Int?
      let routes: [CatalogueRouteJSON]
      let unverified: [String]
    }
  }

  var json: JSON {
    JSON(
      question: plan.question, who: plan.kind.rawValue, topics: plan.topics.map(\.id),
      dataSets: plan.dataSets.map { planned in
        .init(
          id: planned.dataSet.id, name: planned.dataSet.name, gives: planned.reasons,
          fields: planned.fields.map(\.name), years: planned.years > 0 ? planned.years : nil,
          routes: planned.ways.map {
            CatalogueRouteJSON($0.route, instead: $0.instead?.id, note: $0.note.isEmpty ? nil : $0.note)
          }, unverified: planned.dataSet.unverified)
      }, links: plan.links.map(CatalogueLinkJSON.init), fewestMonths: plan.months?.fewest,
      mostMonths: plan.months?.most, published: plan.published.map(\.id), commands: plan.commands,
      measures: plan.measures.map(\.id), studies: plan.studies.map(CatalogueStudyJSON.init))
  }
}
