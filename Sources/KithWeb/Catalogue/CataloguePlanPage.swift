import KithCatalogue
import KithMeasures

/// From a question to data sets, keys and routes.
struct CataloguePlanPage: Page {
  static let template = "catalogue-plan"
  static let part = SitePart.catalogue

  /// A topic that can be asked for.
  struct Topic: Sendable {
    let words: String
    let topicAddress: String
  }

  /// A data set of the plan.
  struct Part: Sendable {
    let name: String
    let entryAddress: String
    let facts: [CatalogueFact]
  }

  /// What a plan says.
  struct Answer: Sendable {
    let about: String
    let parts: [Part]
    let allow: String
    let tables: [ShownTable]
    let more: [CatalogueFact]
    let asked: String
    let asker: String
  }

  let title = "Plan from a question"
  let ways: [Way]
  let question: String
  let choices: [Choice]
  let problem: String?
  let answer: Answer?
  let topics: [Topic]
}

extension CataloguePlanPage {
  /// The page that a form asks for; topics to choose from where the question is not recognised, or none is asked.
  init(_ fields: FormFields, _ catalogue: Catalogue) {
    let (kind, asked) = (fields.userKind, fields["question"] ?? "")
    let plan = asked.isEmpty ? nil : try? DataPlan(asked, for: kind, catalogue)
    ways = CatalogueAddress.ways("/catalogue/plan")
    question = asked
    choices = [
      CatalogueAddress.choice(
        "who", "Who asks", UserKind.allCases.map { ($0.rawValue, $0.title) }, chosen: kind.rawValue, all: nil)
    ]
    problem =
      asked.isEmpty || plan != nil
      ? nil : "No question that the catalogue knows is in these words. Use others, or choose a topic."
    answer = plan.map { Answer($0, catalogue) }
    topics =
      plan != nil
      ? []
      : catalogue.questions.map {
        Topic(words: $0.title, topicAddress: "/catalogue/plan?question=\($0.id)&who=\(kind.rawValue)")
      }
  }
}

extension CataloguePlanPage.Answer {
  init(_ plan: DataPlan, _ catalogue: Catalogue) {
    about = plan.topics.isEmpty ? "the data sets that you name" : plan.topics.map(\.title).joined(separator: "; ")
    parts = plan.dataSets.map { Self.part($0, plan.kind) }
    allow =
      plan.months.map { months in
        "Allow for all of it, side by side: \(Route.allowance(months.fewest, months.most))."
          + (months.most == 0 ? "" : " That is a range of ours for planning: ask the stewards.")
      } ?? "One of these cannot be had by a \(plan.kind.title) in any way that the catalogue knows."
    tables = [ShownTable.links(plan.links, of: nil, catalogue), ShownTable.studies(plan.studies)].compactMap(\.self)
    more = [
      CatalogueFact("If totals will do", plan.published.map(\.name)),
      CatalogueFact(
        "Kith's commands", plan.commands.isEmpty ? [] : [plan.commands.map { "kith \($0)" }.joined(separator: "; ")]),
      CatalogueFact("Kith's measures", plan.measures.isEmpty ? [] : [plan.measures.map(\.id).joined(separator: ", ")]),
    ].filter { !$0.lines.isEmpty }
    asked = plan.question
    asker = plan.kind.rawValue
  }

  private static func part(_ planned: DataPlan.Planned, _ kind: UserKind) -> CataloguePlanPage.Part {
    let routes = planned.ways.map { way in
      (way.instead.map { "published totals instead (\($0.name)): " } ?? "") + way.route.title + "; allow: "
        + way.route.allowance + (way.note.isEmpty ? "" : "; " + way.note)
    }
    return CataloguePlanPage.Part(
      name: planned.dataSet.name, entryAddress: CatalogueAddress.entry(planned.dataSet),
      facts: [
        CatalogueFact("Gives", planned.reasons),
        CatalogueFact("Years", planned.years > 1 ? ["\(planned.years) or more"] : []),
        CatalogueFact("Route", routes.isEmpty ? ["the catalogue knows none for a \(kind.title)"] : routes),
        CatalogueFact("Fields", planned.fields.isEmpty ? [] : [planned.fields.map(\.name).joined(separator: ", ")]),
        CatalogueFact("Not verified", planned.dataSet.unverified),
      ].filter { !$0.lines.isEmpty })
  }
}
