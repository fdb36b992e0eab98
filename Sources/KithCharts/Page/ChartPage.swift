import Crypto
import Foundation

/// A page that stands by itself: style and scripts are within it, it loads nothing, and only those scripts may run.
public struct ChartPage: Sendable {
  private let title: String
  private let style: String
  private let body: String
  private let scripts: [String]

  /// A page of a title and a body in HTML; without assets it has no scripts, and its tables stand for the charts.
  public init(title: String, body: String, assets: WebAssets?, style: String = "") {
    self.title = title
    self.body = body
    self.style = Self.ownStyle + ChartScript.style + style
    let files = assets.map { assets in WebAssets.scripts.compactMap(assets.text).map(Self.inert) } ?? []
    scripts = files.count == WebAssets.scripts.count ? files + [ChartScript.source] : []
  }

  /// The whole of the page.
  public var html: String {
    var head = HTMLText()
    head.markup("<!doctype html>\n<html lang=\"en-GB\"><head><meta charset=\"utf-8\">")
    head.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
    head.open("meta", [("http-equiv", "Content-Security-Policy"), ("content", policy)])
    head.element("title", [], title)
    let code = scripts.map { "<script>" + $0 + "</script>\n" }.joined()
    return head.html + "<style>\n" + style + "</style></head><body>\n" + body + code + "</body></html>\n"
  }

  /// Nothing is loaded from anywhere, and no script runs but those whose hashes are named.
  private var policy: String {
    let hashes = scripts.map { "'sha256-\(Data(SHA256.hash(data: Data($0.utf8))).base64EncodedString())'" }
    let allowed = hashes.isEmpty ? "" : "; script-src " + hashes.joined(separator: " ")
    return "default-src 'none'; style-src 'unsafe-inline'; img-src data:" + allowed
  }

  /// A script that cannot end its element early.
  private static func inert(_ script: String) -> String {
    script.split(separator: "</script", omittingEmptySubsequences: false).joined(separator: "<\\/script")
  }

  private static let ownStyle = """
    body{font:16px/1.45 Arial,Helvetica,sans-serif;color:#0b0c0c;margin:0}main{max-width:60rem;margin:0 auto;padding:1rem}
    h1{font-size:2rem;line-height:1.2}h2{font-size:1.5rem;margin-top:2.5rem}h3{font-size:1.1875rem}
    table{border-collapse:collapse;width:100%;margin:.5rem 0 1rem}caption{text-align:left;font-weight:bold;padding:.25rem 0}
    th,td{text-align:left;padding:.3rem .6rem .3rem 0;border-bottom:1px solid #b1b4b6;vertical-align:top}
    .govuk-table__cell--numeric,.govuk-table__header--numeric{text-align:right}a{color:#1a65a6}
    figure{margin:0}@page{size:A4;margin:15mm}@media print{body{font-size:10.5pt}main{max-width:none;padding:0}
    thead{display:table-header-group}h2,h3{break-after:avoid}a{color:inherit;text-decoration:none}}

    """
}
