import Foundation
import HTTPTypes
import Hummingbird
import KithCharts

/// The style sheets and scripts that pages load: Kith's own, and those that set-up fetched.
struct Assets: Sendable {
  private struct Asset: Sendable {
    let bytes: [UInt8]
    let type: String
  }

  private let assets: [String: Asset]
  /// Whether charts can be drawn.
  let charts: Bool

  /// Kith's own files, and those of a folder, read once.
  init(folder: String?) {
    let (style, script) = ("text/css; charset=utf-8", "text/javascript; charset=utf-8")
    var assets = [
      "kith.css": Asset(bytes: PackageResources.kith_css, type: style),
      "govuk.css": Asset(bytes: PackageResources.plain_css, type: style),
      "charts.css": Asset(bytes: Array(ChartScript.style.utf8), type: style),
      "charts.js": Asset(bytes: Array(ChartScript.source.utf8), type: script),
      "save.js": Asset(bytes: PackageResources.save_js, type: script),
    ]
    let found = [("govuk.css", WebAssets.styleSheet)] + WebAssets.scripts.map { ($0, $0) }
    for (name, file) in found {
      guard let folder, let data = FileManager.default.contents(atPath: folder + "/" + file) else { continue }
      assets[name] = Asset(bytes: Array(data), type: name.hasSuffix(".css") ? style : script)
    }
    self.assets = assets
    charts = WebAssets.scripts.allSatisfy { assets[$0] != nil }
  }

  /// The response with an asset.
  func response(_ name: String) throws -> Response {
    guard let asset = assets[name] else { throw WebError.notFound }
    return Response(
      status: .ok, headers: [.contentType: asset.type, .cacheControl: "private, max-age=3600"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: asset.bytes)))
  }
}
