import KithAggregates
import KithCharts
import KithDisclosure
import KithPlaces
import KithTables

/// A table of the user's own making: which measures, which places, which years.
struct OwnTable {
  let measures: [Measure]
  let areas: [Area]
  let from: Int?
  let until: Int?

  /// What a query asks for.
  init(_ query: CompareQuery) throws {
    let codes = query.fields.all("measure")
    measures = try codes.prefix(20).map { code in
      guard let measure = query.source.measure(code) else {
        throw WebError.unusable("No such measure", "The publication has no measure of that name; choose another.")
      }
      return measure
    }
    let chosen = try query.fields.all("la").map(CompareQuery.authority)
    var areas: [Area] = chosen.map { .authority($0.code) }
    switch query.fields["group"] {
    case "neighbours":
      areas += chosen.flatMap { query.benchmark.neighbours.neighbours(of: $0.code) }.map { .authority($0.code) }
    case "region":
      areas += chosen.flatMap { AuthorityRegister.england.authorities(in: $0.region.whole) }.map { .authority($0.code) }
    case "all":
      areas += AuthorityRegister.england.authorities.filter { $0.closed == nil }.map { .authority($0.code) }
    default: break
    }
    if query.fields["regions"] == "yes" { areas += Region.allCases.map { .region($0) } }
    if query.fields["england"] == "yes" { areas.append(.england) }
    var seen: Set<Area> = []
    self.areas = areas.filter { query.source.table.place(of: $0) != nil && seen.insert($0).inserted }
    from = query.fields["from"].flatMap { Int($0) }
    until = query.fields["to"].flatMap { Int($0) }
  }

  /// The periods of a measure that were asked for, by their places.
  func periods(_ measure: Measure, _ table: PublishedMeasures) -> [Int] {
    let all = table.periods(of: measure)
    return all.indices.filter { place in
      let period = all[place]
      return period.isKnown && from.map { period.lastYear >= $0 } ?? true && until.map { period.lastYear <= $0 } ?? true
    }
  }
}

extension CompareDesk {
  /// A table of the user's own making, and a chart of it where it is small enough to be read as one.
  func ownView() throws -> CompareView {
    let own = try OwnTable(query)
    let isReady = !own.measures.isEmpty && !own.areas.isEmpty
    // A chart brings its own table of the same figures.
    let isDrawn = isReady && own.areas.count <= 12 && own.measures.count <= 3
    let address = CompareQuery.address("own", query.fields.pairs.filter { !$1.isEmpty })
    let page = view(
      "own", title: "Create your own", measure: own.measures.first, form: ownForm(own),
      sentences: isReady
        ? [] : ["Choose measures and places, then Show. The address of the page that comes restores it."],
      tables: isReady && !isDrawn ? own.measures.map { ownTable($0, own) } : [],
      charts: isDrawn ? own.measures.enumerated().map { shown(ownLines($1, own), "own-\($0)") } : [])
    return CompareView(
      title: page.title, subject: page.subject, ways: page.ways, form: page.form, sentences: page.sentences,
      tables: page.tables, charts: page.charts, remarks: page.remarks,
      dataAddress: isReady ? address.replacing("/compare/own", with: "/compare/own.csv") : nil,
      ownAddress: isReady ? address : nil)
  }

  private func ownForm(_ own: OwnTable) -> CompareForm {
    let fields = query.fields
    let one = { (name: String, label: String, options: [(String, String)]) in
      Choice(
        name, label,
        [
          .init(
            words: label,
            options: options.map { .init(value: $0, words: $1, isChosen: (fields[name] ?? "") == $0) })
        ])
    }
    let years = [("", "any")] + (2010...2026).map { ("\($0)", "\($0)") }
    return forms.form(
      "own",
      [
        forms.authorities("la", "Local authorities", Set(fields.all("la")), takesSeveral: true),
        forms.measures("measure", "Measures", Set(own.measures.map(\.code)), takesSeveral: true),
        one(
          "group", "And with each",
          [("", "nobody else"), ("neighbours", "its neighbours"), ("region", "its region"), ("all", "all authorities")]),
        one("regions", "Regions", [("", "no"), ("yes", "yes")]),
        one("england", "England", [("", "no"), ("yes", "yes")]), one("from", "From", years), one("to", "To", years),
        forms.axis,
      ])
  }

  private func ownTable(_ measure: Measure, _ own: OwnTable) -> ShownTable {
    let (table, words) = (query.source.table, words(measure))
    let periods = own.periods(measure, table)
    return ShownTable(
      measure.name, ["Place"] + periods.map { table.periods(of: measure)[$0].label },
      rows: own.areas.compactMap { area in
        guard let place = table.place(of: area) else { return nil }
        let cells = periods.map { period -> ShownTable.Cell in
          let cell = table.cell(measure, period: period, place: place)
          return .number(cell.number.map(words.text) ?? "\(cell.text) (\(words.reason(cell) ?? ""))")
        }
        return ([.text(area.name(in: .england))] + cells, false)
      })
  }

  private func ownLines(_ measure: Measure, _ own: OwnTable) -> LineChart {
    let table = query.source.table
    let periods = own.periods(measure, table)
    let source = table.source
    let series = own.areas.compactMap { area -> ChartSeries? in
      guard let place = table.place(of: area) else { return nil }
      let values = periods.map { period in
        ChartValue(
          Disclosure.alreadyPublished(table.cell(measure, period: period, place: place), source: source),
          places: places(measure))
      }
      return ChartSeries(area.name(in: .england), values, isFocus: area == own.areas.first)
    }
    return LineChart(
      head(
        "\(series.map(\.name).prefix(3).joined(separator: ", "))\(series.count > 3 ? " and others" : "")", measure,
        "places that you chose"),
      periods: periods.map { table.periods(of: measure)[$0].label }, series: series, startsAtZero: query.startsAtZero)
  }

  /// The user's own table as CSV: a line for each measure, place and period.
  func ownCSV() throws -> String {
    let own = try OwnTable(query)
    let table = query.source.table
    var text = "measure,measure_name,place,period,value,published_text,meaning\n"
    for measure in own.measures {
      for period in own.periods(measure, table) {
        for area in own.areas {
          guard let place = table.place(of: area) else { continue }
          let cell = table.cell(measure, period: period, place: place)
          let cells = [
            measure.code, measure.name, area.name(in: .england), table.periods(of: measure)[period].label,
            cell.number.map { "\($0)" } ?? "", cell.text, words(measure).reason(cell) ?? "",
          ]
          text += cells.map(\.quotedCell).joined(separator: ",") + "\n"
        }
      }
    }
    return text
  }
}
