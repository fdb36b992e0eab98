import KithAggregates
import KithPlaces

/// The choices that pages on comparisons offer.
struct CompareForms {
  let query: CompareQuery
  let figures: PublishedFigures

  /// A form of some of the choices.
  func form(_ page: String, _ choices: [Choice]) -> CompareForm {
    let kept = figures.sources.count > 1 ? [sources] : []
    let edition = query.source.neighbours.count > 1 ? [editions] : []
    return CompareForm(action: "/compare/\(page)", choices: kept + choices + edition + [years], button: "Show")
  }

  private func option(_ value: String, _ words: String, _ chosen: Set<String>) -> Choice.Option {
    Choice.Option(value: value, words: words, isChosen: chosen.contains(value))
  }

  /// The publications.
  private var sources: Choice {
    .init(
      "source", "Publication",
      [
        .init(
          words: "Publications",
          options: figures.sources.map { option("\($0.number)", $0.title, ["\(query.source.number)"]) })
      ])
  }

  /// One authority.
  var authority: Choice {
    authorities("la", "Local authority", query.authority.map { ["\($0.code)"] } ?? [])
  }

  /// Authorities, by region.
  func authorities(
    _ name: String, _ label: String, _ chosen: Set<String>, takesSeveral: Bool = false
  ) -> Choice {
    let open = AuthorityRegister.england.authorities.filter { $0.closed == nil }
    let groups = Dictionary(grouping: open, by: \.region.whole).sorted { $0.key.name < $1.key.name }
    return .init(
      name, label,
      groups.map { region, authorities in
        .init(
          words: region.name,
          options: authorities.sorted { $0.name < $1.name }.map { option("\($0.code)", $0.name, chosen) })
      },
      hint: takesSeveral ? "Hold Ctrl (on a Mac, Cmd) to choose several." : "", takesSeveral: takesSeveral)
  }

  /// One topic.
  var topic: Choice {
    .init(
      "topic", "Topic",
      [.init(words: "Topics", options: query.source.topics.map { option($0, $0, [query.topic]) })])
  }

  /// Measures, by topic.
  func measures(
    _ name: String, _ label: String, _ chosen: Set<String>, takesSeveral: Bool = false
  ) -> Choice {
    .init(
      name, label,
      query.source.topics.map { topic in
        let held = query.source.measures.filter { $0.topics.first == topic }
        return .init(words: topic, options: held.map { option($0.code, $0.name, chosen) })
      }.filter { !$0.options.isEmpty },
      hint: takesSeveral ? "Hold Ctrl (on a Mac, Cmd) to choose several." : "", takesSeveral: takesSeveral)
  }

  /// Which authorities are listed.
  var group: Choice {
    .init(
      "among", "Beside",
      [
        .init(
          words: "Authorities",
          options: CompareQuery.Group.allCases.map { option($0.rawValue, $0.words, [query.group.rawValue]) })
      ])
  }

  /// Where the axis begins.
  var axis: Choice {
    .init(
      "axis", "Axis of figures",
      [
        .init(
          words: "Begins",
          options: [
            option("zero", "from 0", [query.startsAtZero ? "zero" : "data"]),
            option("data", "from the least figure", [query.startsAtZero ? "zero" : "data"]),
          ])
      ])
  }

  private var editions: Choice {
    let years = query.source.neighbours.keys.sorted { $0.rawValue > $1.rawValue }
    return .init(
      "edition", "Neighbours of",
      [.init(words: "Editions", options: years.map { option($0.rawValue, $0.name, [query.edition.rawValue]) })])
  }

  /// The last year whose figures are used.
  private var years: Choice {
    let last = query.source.measures.lazy.flatMap { query.source.table.periods(of: $0) }.map(\.lastYear).max() ?? 2026
    let chosen: Set<String> = [query.asOf.map { "\($0)" } ?? ""]
    return .init(
      "as-of", "Use figures up to",
      [
        .init(
          words: "Years",
          options: [option("", "the latest", chosen)]
            + (max(2010, last - 12)...last).reversed().map { option("\($0)", "\($0)", chosen) })
      ])
  }
}
