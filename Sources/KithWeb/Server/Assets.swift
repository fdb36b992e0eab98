import Foundation
import HTTPTypes
import Hummingbird

/// The style sheets and scripts that pages load: Kith's own, and those that set-up fetched.
struct Assets: Sendable {
  private struct Asset: Sendable {
    let bytes: [UInt8]
    let type: String
  }

  private let assets: [String: Asset]
  /// Whether charts can be drawn.
  let charts: Bool

  /// Libraries that draw charts, in the order in which a page loads them.
  static let libraries = ["vega.js", "vega-lite.js", "vega-embed.js"]

  /// Kith's own files, and those of a folder, read once.
  init(folder: String?) {
    let (style, script) = ("text/css; charset=utf-8", "text/javascript; charset=utf-8")
    var assets = [
      "kith.css": Asset(bytes: PackageResources.kith_css, type: style),
      "govuk.css": Asset(bytes: PackageResources.plain_css, type: style),
      "charts.js": Asset(bytes: PackageResources.charts_js, type: script),
    ]
    for name in ["govuk.css"] + Self.libraries {
      guard let folder, let data = FileManager.default.contents(atPath: folder + "/" + name) else { continue }
      assets[name] = Asset(bytes: Array(data), type: name.hasSuffix(".css") ? style : script)
    }
    self.assets = assets
    charts = Self.libraries.allSatisfy { assets[$0] != nil }
  }

  /// The response with an asset.
  func response(_ name: String) throws -> Response {
    guard let asset = assets[name] else { throw WebError.notFound }
    return Response(
      status: .ok, headers: [.contentType: asset.type, .cacheControl: "private, max-age=3600"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: asset.bytes)))
  }
}
