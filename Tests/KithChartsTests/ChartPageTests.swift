import Foundation
@testable import KithCharts
import KithTesting
import Testing

@Suite("Charts on pages")
struct ChartPageTests {
  @Test("text is escaped in the page and in the specification")
  func escaping() {
    let hostile = "<script>alert('x')</script>"
    let head = ChartHead(finding: hostile, subject: hostile, unit: hostile, source: hostile, notes: [hostile])
    let chart = BarChart(
      head, heading: hostile, categories: [hostile], series: [ChartSeries(hostile, [Gallery.cell("5"), nil])])
    let html = ChartFigure(chart, id: hostile).html
    #expect(!html.contains("<script>alert"))
    #expect(html.components(separatedBy: "<script").count == 2)
  }

  @Test("without what draws charts the page has tables and no script")
  func withoutAssets() {
    let html = Gallery.page(nil).html
    #expect(!html.contains("<script"))
    #expect(html.components(separatedBy: "<table").count == Gallery.all.count + 1)
    #expect(html.contains("c: withheld: confidential"))
  }

  @Test("every table says what its symbols mean, and has a caption and headings with a scope")
  func tables() {
    let html = Gallery.bar.table.html
    #expect(html.contains("<th scope=\"row\" class=\"govuk-table__header\">Foster care</th>"))
    #expect(html.contains("<caption class=\"govuk-table__caption\">"))
    #expect(html.contains("c: withheld: confidential"))
  }

  @Test("the folder of assets is the one that is named, else one that has all scripts")
  func assets() throws {
    let folder = try ScratchFolder()
    for name in WebAssets.scripts { try folder.write("var \(name.prefix(4));", ".deps/web/" + name) }
    let found = try #require(WebAssets(environment: [:], program: nil, current: folder.path))
    #expect(found.folder == folder.path + "/.deps/web")
    #expect(found.text("vega.js") == "var vega;")
    #expect(WebAssets(environment: ["KITH_WEB_ASSETS": folder.path], program: nil, current: folder.path) == nil)
    let html = Gallery.page(found).html
    #expect(html.contains("script-src &#39;sha256-"))
    #expect(!html.contains("unsafe-eval"))
  }

  /// Debian's Chromium, where it is installed.
  static let browser = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  @Test(
    "a browser draws every form, offline and by the interpreter", .enabled(if: browser != nil && WebAssets() != nil))
  func drawn() throws {
    let folder = try ScratchFolder()
    try folder.write(Gallery.page(WebAssets()).html, "charts.html")
    let process = Process()
    process.executableURL = URL(filePath: Self.browser ?? "")
    process.arguments = [
      "--headless=new", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=20000",
      "--user-data-dir=\(folder.path)/profile",
      "--dump-dom", "file://\(folder.path)/charts.html",
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let page = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    let dom = page.components(separatedBy: "</main>")[0]
    process.waitUntilExit()
    #expect(dom.components(separatedBy: "vega-embed drawn").count == Gallery.all.count + 1)
    #expect(dom.components(separatedBy: "<svg").count == Gallery.all.count + 1)
    #expect(!dom.contains("NaN"))
  }
}
