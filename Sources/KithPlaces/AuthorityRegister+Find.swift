import KithTables

/// Why a place could not be found by what was typed.
public struct PlaceError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was typed.
  public let text: String
  /// Names that could be meant, the nearest first.
  public let candidates: [String]
  /// Whether several authorities answer to what was typed, rather than none.
  public let isAmbiguous: Bool

  /// What happened, and what to type instead.
  public var description: String {
    let said =
      isAmbiguous ? "\"\(text)\" could be several local authorities" : "No local authority is called \"\(text)\""
    return said + "; try " + candidates.joined(separator: ", or ") + "."
  }
}

extension AuthorityRegister {
  /// The authority meant by a code of three digits, an ONS code, a name or the start of a name.
  ///
  /// A name that an open authority shares with a closed one means the open one.
  public func find(_ text: String) throws(PlaceError) -> Authority {
    if let code = AuthorityCode(parsing: text), let found = self[code] { return found }
    if let found = authority(onsCode: text) { return found }
    let key = PlaceName.key(text)
    if let found = named(key) { return found }
    let starting = key.isEmpty ? [] : authorities.filter { $0.keys.contains { $0.hasPrefix(key) } }
    let open = starting.filter { $0.closed == nil }
    let matches = open.isEmpty ? starting : open
    if let only = matches.first, matches.count == 1 { return only }
    throw PlaceError(
      text: text, candidates: (matches.isEmpty ? nearest(to: key) : matches).prefix(6).map(\.label),
      isAmbiguous: !matches.isEmpty)
  }

  /// The authority with exactly this name in an official table; nil when none, or several open ones, have it.
  public func named(_ name: String) -> Authority? {
    let key = PlaceName.key(name)
    let matches = authorities.filter { $0.keys.contains(key) }
    return matches.first { $0.closed == nil } ?? matches.first
  }

  private func nearest(to key: String) -> [Authority] {
    let ranked = authorities.map { authority in
      (authority, authority.keys.map { PlaceName.distance(key, $0) }.min() ?? .max)
    }
    return ranked.sorted { $0.1 < $1.1 }.prefix(3).map(\.0)
  }
}

extension Authority {
  /// The keys of the name and of its other names.
  var keys: [String] { ([name] + aliases).map { PlaceName.key($0) } }

  /// Whether the authority has this name, or this other name, in any way of writing it.
  public func isCalled(_ name: String) -> Bool { keys.contains(PlaceName.key(name)) }

  /// The code and name, and the day of closing of a closed authority: `835 Dorset (closed 31/03/2019)`.
  public var label: String { "\(code) \(name)" + (closed.map { " (closed \($0))" } ?? "") }
}
