import Foundation
import Hummingbird
import KithCharts

/// The studies that there are.
struct StudiesPage: Page {
  static let template = "studies"
  static let part = SitePart.studies

  /// A study or a report.
  struct Line: Sendable {
    let words: String
    let address: String
  }

  let title = "Studies and reports"
  let lines: [Line]
  let reports: [Line]
  let hasLines: Bool
  let hasReports: Bool
}

extension StudiesPage {
  /// The page of some folders' studies.
  init(_ folder: StudyFolder) {
    lines = folder.entries.enumerated().map { Line(words: $1.name, address: "/studies/\($0)") }
    reports = folder.pages.enumerated().map { Line(words: $1.name, address: "/studies/report/\($0)") }
    hasLines = !lines.isEmpty
    hasReports = !reports.isEmpty
  }
}

/// A study: what must be said of it, its charts and its tables.
struct StudyPage: Page {
  static let template = "study"
  static let part = SitePart.studies

  let title: String
  let notice: String
  let remarks: [String]
  let charts: [ShownChart]
  let tables: [ShownTable]
}

extension StudyPage {
  /// The page of a study's file.
  init(_ study: StudyFile, draws: Bool) {
    title = study.name
    notice = study.notice
    remarks = study.notes ?? []
    charts = StudyCharts(study: study).all.enumerated().map { place, chart in
      ShownChart(html: ChartFigure(chart, id: "study-\(place)", draws: draws).html)
    }
    tables = (study.tables ?? []).compactMap { table in
      guard !table.rows.isEmpty, !table.columns.isEmpty else { return nil }
      // The numbers of a column have the same places, so that they can be read down it.
      let broken = Set(table.columns.filter { column in table.rows.contains { $0[column]?.isBroken ?? false } })
      return ShownTable(
        table.name, table.columns.map { $0.replacing("_", with: " ") },
        rows: table.rows.prefix(500).map { row in
          let cells = table.columns.map { column in
            let words = row[column]?.words(decimals: broken.contains(column) ? 2 : 0) ?? ""
            return row[column]?.number == nil ? ShownTable.Cell.text(words) : .number(words)
          }
          return (cells, false)
        })
    }
  }
}

/// The pages of studies and reports that were made before.
struct StudyRoutes: Sendable {
  let site: Site

  func add(to router: Router<BasicRequestContext>) {
    router.get("studies") { _, _ in try site.response(StudiesPage(folder)) }
    router.get("studies/{study}") { _, context in
      let entry = try Self.entry(folder.entries, context.parameters.get("study", as: Int.self))
      return try site.response(StudyPage(try StudyFolder.read(entry), draws: site.assets.charts))
    }
    router.get("studies/report/{report}") { _, context in
      let entry = try Self.entry(folder.pages, context.parameters.get("report", as: Int.self))
      guard let data = FileManager.default.contents(atPath: entry.path) else { throw WebError.notFound }
      return site.download(Array(data), name: "report.html", type: "text/html; charset=utf-8")
    }
  }

  private var folder: StudyFolder { StudyFolder(site.settings.studies) }

  private static func entry(_ entries: [StudyFolder.Entry], _ place: Int?) throws -> StudyFolder.Entry {
    guard let place, entries.indices.contains(place) else { throw WebError.notFound }
    return entries[place]
  }
}
