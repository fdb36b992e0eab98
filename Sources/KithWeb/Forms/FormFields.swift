import Foundation
import Hummingbird

/// The fields of a form that a page of this session has sent.
struct FormFields: Sendable {
  private let values: [String: [String]]

  /// The most bytes of a form without files.
  private static let largest = 200_000

  /// Reads a form; refuses one that does not carry the session's token.
  init(_ request: Request, of session: Session) async throws {
    let body: ByteBuffer
    do { body = try await request.body.collect(upTo: Self.largest) } catch { throw WebError.tooLarge }
    self.init(query: String(buffer: body))
    guard session.formToken.matches(self["token"]) else { throw WebError.foreign }
  }

  /// The fields of a query, as `a=1&b=2` writes them.
  init(query: String) {
    values = query.split(separator: "&").reduce(into: [:]) { values, pair in
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = Self.plain(parts[0]) else { return }
      values[name, default: []].append(parts.count > 1 ? Self.plain(parts[1]) ?? "" : "")
    }
  }

  /// The first value of a field, without white space around it; nil when the form has none.
  subscript(name: String) -> String? {
    values[name]?.first.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Every field with each of its values, fields by name.
  var pairs: [(String, String)] {
    values.sorted { $0.key < $1.key }.flatMap { name, values in values.map { (name, $0) } }
  }

  /// Every value of a field.
  func all(_ name: String) -> [String] { (values[name] ?? []).filter { !$0.isEmpty } }

  private static func plain(_ text: Substring) -> String? {
    text.replacing("+", with: " ").removingPercentEncoding
  }
}
