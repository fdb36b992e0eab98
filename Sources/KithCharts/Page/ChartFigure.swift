/// A chart on a page: its finding, its drawing where scripts run, its table always, its source.
public struct ChartFigure: Sendable {
  private let chart: any Chart
  private let id: String
  private let draws: Bool

  /// A chart with a name of its own on the page; `draws` is false where there is nothing to draw it with.
  public init(_ chart: any Chart, id: String, draws: Bool = true) {
    self.chart = chart
    self.id = id
    self.draws = draws
  }

  /// The chart as a `figure` element.
  ///
  /// ``ChartScript`` finds the specification in it and draws; without scripts the table stands by itself.
  public var html: String {
    let table = chart.table
    var page = HTMLText()
    page.open("figure", [("class", "chart"), ("id", id)])
    page.markup("<figcaption>")
    page.element("strong", [("class", "finding")], chart.head.finding)
    page.element("span", [("class", "subject")], "\(chart.head.subject), \(chart.head.unit)")
    page.markup("</figcaption>\n")
    if draws, chart.hasFigures {
      page.open("div", [("class", "picture"), ("role", "img"), ("aria-label", chart.altText)])
      page.markup("<div class=\"drawing\" aria-hidden=\"true\"></div></div>")
      page.markup("<script type=\"application/json\">")
      var body = page.html
      body += chart.specification.json + "</script>\n" + table.html
      return body + foot(table.notices)
    }
    return page.html + table.html + foot(table.notices)
  }

  private func foot(_ notices: [String]) -> String {
    var page = HTMLText()
    for note in chart.head.notes { page.element("p", [("class", "note")], note) }
    page.element("p", [("class", "source")], (["Source: \(chart.head.source)"] + notices).joined(separator: ". ") + ".")
    page.markup("</figure>\n")
    return page.html
  }
}
