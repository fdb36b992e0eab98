import Foundation

/// A value of JSON-LD.
indirect enum LinkedValue: Encodable {
  case text(String)
  case list([LinkedValue])
  case node([String: LinkedValue])

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode(text)
    case .list(let values): try container.encode(values)
    case .node(let members): try container.encode(members)
    }
  }

  /// An address.
  static func address(_ iri: String) -> LinkedValue { .node(["@id": .text(iri)]) }

  /// A text in English.
  static func english(_ text: String) -> LinkedValue { .node(["@language": .text("en"), "@value": .text(text)]) }

  /// A value of a type of XML Schema.
  static func typed(_ text: String, _ type: String) -> LinkedValue {
    .node(["@type": .text("xsd:" + type), "@value": .text(text)])
  }

  /// A thing without an address of its own, of a class and with a label.
  static func labelled(_ type: String, _ label: String) -> LinkedValue {
    .node(["@type": .text(type), "rdfs:label": .english(label)])
  }

  /// The bytes: members in the order of their names, the same for the same value.
  var bytes: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { Array($0) + [0x0A] } ?? []
  }
}
