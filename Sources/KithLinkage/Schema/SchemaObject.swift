/// An object of a schema that is being read, with the path by which a fault in it is named.
struct SchemaObject {
  let path: String
  let members: [String: JSONValue]

  init(_ value: JSONValue?, at path: String) throws(LinkageError) {
    guard case .object(let members)? = value else { throw Self.fault(path, "is to be an object") }
    self.path = path
    self.members = members
  }

  static func fault(_ path: String, _ words: String) -> LinkageError {
    LinkageError(.schema, "The linkage schema is not one that can be followed: \(path) \(words).")
  }

  func fault(_ key: String, _ words: String) -> LinkageError {
    Self.fault(path.isEmpty ? key : path + "." + key, words)
  }

  /// Refuses members with other names than these.
  func allow(_ names: String...) throws(LinkageError) {
    let others = Set(members.keys).subtracting(names).sorted()
    guard others.isEmpty else { throw fault(others[0], "is not known here; take it out") }
  }

  func object(_ key: String) throws(LinkageError) -> SchemaObject {
    try SchemaObject(members[key], at: path.isEmpty ? key : path + "." + key)
  }

  func string(_ key: String) throws(LinkageError) -> String? {
    guard let value = members[key] else { return nil }
    guard case .string(let text) = value else { throw fault(key, "is to be a text") }
    return text
  }

  func needed(_ key: String) throws(LinkageError) -> String {
    guard let text = try string(key) else { throw fault(key, "is missing") }
    return text
  }

  func integer(_ key: String, _ range: ClosedRange<Int> = Int.min...Int.max) throws(LinkageError) -> Int? {
    guard let value = members[key] else { return nil }
    let whole: Int? =
      switch value {
      case .integer(let number): number
      case .number(let number): Int(exactly: number)
      default: nil
      }
    guard let whole, range.contains(whole) else {
      let limits = range == Int.min...Int.max ? "" : " from \(range.lowerBound) to \(range.upperBound)"
      throw fault(key, "is to be a whole number" + limits)
    }
    return whole
  }

  func number(_ key: String) throws(LinkageError) -> Double? {
    switch members[key] {
    case nil: nil
    case .integer(let number)?: Double(number)
    case .number(let number)?: number
    default: throw fault(key, "is to be a number")
    }
  }

  func flag(_ key: String) throws(LinkageError) -> Bool? {
    guard let value = members[key] else { return nil }
    guard case .bool(let flag) = value else { throw fault(key, "is to be true or false") }
    return flag
  }

  func list(_ key: String) throws(LinkageError) -> [JSONValue]? {
    guard let value = members[key] else { return nil }
    guard case .array(let items) = value else { throw fault(key, "is to be a list") }
    return items
  }

  func strings(_ key: String) throws(LinkageError) -> [String]? {
    guard let items = try list(key) else { return nil }
    var texts: [String] = []
    for item in items {
      guard case .string(let text) = item else { throw fault(key, "is to be a list of texts") }
      texts.append(text)
    }
    return texts
  }

  /// One of a closed list of names.
  func choice<Value: RawRepresentable & CaseIterable>(_ key: String, _: Value.Type) throws(LinkageError) -> Value?
  where Value.RawValue == String {
    guard let name = try string(key) else { return nil }
    guard let value = Value(rawValue: name) else {
      throw fault(key, "is to be one of " + Value.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return value
  }
}
