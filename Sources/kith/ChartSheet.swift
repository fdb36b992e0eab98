import KithCharts
import KithReports

/// Charts as a page that stands by itself, for the authority's own staff.
struct ChartSheet {
  let title: String
  let notice: String
  let charts: [any Chart]

  /// Writes the page into a folder.
  func write(_ name: String, to folder: String, replace: Bool) throws {
    let assets = ReportSources.assets()
    var head = HTMLText()
    head.element("h1", [], title)
    head.element("p", [("class", "notice")], notice)
    let figures = charts.enumerated().map { ChartFigure($1, id: "chart-\($0 + 1)", draws: assets != nil).html }
    let page = ChartPage(title: title, body: "<main>" + head.html + figures.joined() + "</main>\n", assets: assets)
    // What is printed are figures; where the page went must not be among them.
    try OutputFolder(folder, replace: replace).write([(name: name, text: page.html)], says: false)
  }
}
