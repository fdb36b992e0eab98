import Foundation

/// A JSON value, of which whole numbers stay whole.
enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// Reads JSON text.
  init(parsing bytes: [UInt8]) throws { self = try JSONDecoder().decode(JSONValue.self, from: Data(bytes)) }

  /// The one text of the value: keys in order, no space.
  var canonical: [UInt8] { text(pretty: false) }

  /// The value as people read it: keys in order, indented, with a line end.
  var pretty: [UInt8] { text(pretty: true) + [0x0A] }

  private func text(pretty: Bool) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if pretty { encoder.outputFormatting.insert(.prettyPrinted) }
    return (try? encoder.encode(self)).map { Array($0) } ?? []
  }

  /// What a key of an object holds; nil where it is no object or has no such key.
  subscript(key: String) -> JSONValue? {
    if case .object(let members) = self { members[key] } else { nil }
  }
}

extension JSONValue: Codable {
  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Int.self) {
      self = .integer(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let value): try container.encode(value)
    case .integer(let value): try container.encode(value)
    case .number(let value): try container.encode(value)
    case .string(let value): try container.encode(value)
    case .array(let value): try container.encode(value)
    case .object(let value): try container.encode(value)
    }
  }
}

extension JSONValue {
  /// Where two values differ, each as a path and what stands there on either side; at most so many.
  func differences(from other: JSONValue, at path: String = "", most: Int = 5) -> [String] {
    switch (self, other) {
    case (.object(let mine), .object(let theirs)):
      let keys = Set(mine.keys).union(theirs.keys).sorted()
      return differences(keys.map { (path.isEmpty ? $0 : path + "." + $0, mine[$0], theirs[$0]) }, most)
    case (.array(let mine), .array(let theirs)):
      let places = 0..<max(mine.count, theirs.count)
      let item = { (items: [JSONValue], place: Int) in items.indices.contains(place) ? items[place] : nil }
      return differences(places.map { ("\(path)[\($0)]", item(mine, $0), item(theirs, $0)) }, most)
    default:
      return self == other ? [] : ["\(path): \(brief) and \(other.brief)"]
    }
  }

  private func differences(_ pairs: [(path: String, mine: JSONValue?, theirs: JSONValue?)], _ most: Int) -> [String] {
    var found: [String] = []
    for pair in pairs where found.count < most {
      switch (pair.mine, pair.theirs) {
      case (let mine?, let theirs?): found += mine.differences(from: theirs, at: pair.path, most: most - found.count)
      case (let mine, let theirs):
        found.append("\(pair.path): \(mine?.brief ?? "nothing") and \(theirs?.brief ?? "nothing")")
      }
    }
    return found
  }

  private var brief: String {
    let text = String(decoding: canonical, as: UTF8.self)
    return text.count > 60 ? text.prefix(57) + "..." : text
  }
}
