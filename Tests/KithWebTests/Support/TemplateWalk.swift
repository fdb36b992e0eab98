import Foundation

@testable import KithWeb

/// Walks a template with the value that it is to show, and notes each tag that is no property of it.
///
/// A template that misspells a property renders it as nothing, which no other test would see.
struct TemplateWalk {
  /// What is wrong, each with its template.
  private(set) var faults: [String] = []
  /// The templates that were walked.
  private(set) var walked: Set<String> = []

  private struct Tag {
    let kind: Character
    let name: String
    let range: Range<String.Index>
  }

  mutating func walk(_ template: String, _ stack: [Any]) {
    walked.insert(template)
    guard let bytes = Templates.all[template] else { return faults.append("there is no template \(template)") }
    walk(String(decoding: bytes, as: UTF8.self)[...], template, stack)
  }

  private mutating func walk(_ text: Substring, _ template: String, _ stack: [Any]) {
    var rest = text
    while let tag = Self.tag(in: rest) {
      let after = rest[tag.range.upperBound...]
      switch tag.kind {
      case "#", "^":
        guard let (inner, end) = Self.section(tag.name, after) else {
          return faults.append("\(template): \(tag.name) is not closed")
        }
        section(tag, inner, template, stack)
        rest = rest[end...]
        continue
      case ">": partial(tag.name, template, stack)
      default: if Self.value(tag.name, stack) == nil { faults.append("\(template): \(tag.name)") }
      }
      rest = after
    }
  }

  private mutating func partial(_ name: String, _ template: String, _ stack: [Any]) {
    guard name.hasPrefix("*") else { return walk(name, stack) }
    guard let named = Self.value(String(name.dropFirst()), stack).flatMap({ $0 }) as? String else {
      return faults.append("\(template): \(name)")
    }
    walk(named, stack)
  }

  private mutating func section(_ tag: Tag, _ inner: Substring, _ template: String, _ stack: [Any]) {
    guard let found = Self.value(tag.name, stack) else { return faults.append("\(template): \(tag.name)") }
    if tag.kind == "^" { return walk(inner, template, stack) }
    guard let value = found else { return faults.append("\(template): the example has no \(tag.name)") }
    if value is Bool { return walk(inner, template, stack) }
    let mirror = Mirror(reflecting: value)
    guard mirror.displayStyle == .collection else { return walk(inner, template, stack + [value]) }
    guard let first = mirror.children.first else { return faults.append("\(template): the example has no \(tag.name)") }
    walk(inner, template, stack + [first.value])
  }

  /// The value of a name, looked for from the innermost value outwards; nil where nothing has a property of the name.
  private static func value(_ name: String, _ stack: [Any]) -> Any?? {
    if name == "." { return .some(stack.last) }
    let parts = name.split(separator: ".").map { String($0) }
    for object in stack.reversed() {
      guard var found = property(parts[0], of: object) else { continue }
      for part in parts.dropFirst() {
        guard let inner = found, let next = property(part, of: inner) else { return nil }
        found = next
      }
      return .some(found)
    }
    return nil
  }

  private static func property(_ name: String, of object: Any) -> Any?? {
    guard let child = Mirror(reflecting: object).children.first(where: { $0.label == name }) else { return nil }
    let mirror = Mirror(reflecting: child.value)
    guard mirror.displayStyle == .optional else { return .some(child.value) }
    return .some(mirror.children.first?.value)
  }

  private static func tag(in text: Substring) -> Tag? {
    guard let open = text.range(of: "{{"), let close = text[open.upperBound...].range(of: "}}") else { return nil }
    var name = text[open.upperBound..<close.lowerBound].trimmingCharacters(in: ["{", "}", "&", " "])
    let kind = name.first.flatMap { "#^/>!".contains($0) ? $0 : nil } ?? " "
    if kind != " " { name.removeFirst() }
    let isTriple = text[close.upperBound...].first == "}"
    let end = isTriple ? text.index(after: close.upperBound) : close.upperBound
    return Tag(kind: kind, name: name.trimmingCharacters(in: [" "]), range: open.lowerBound..<end)
  }

  /// What stands in a section, and the place after its end.
  private static func section(_ name: String, _ text: Substring) -> (Substring, String.Index)? {
    var depth = 1
    var rest = text
    while let tag = tag(in: rest) {
      if tag.name == name, "#^".contains(tag.kind) { depth += 1 }
      if tag.name == name, tag.kind == "/" { depth -= 1 }
      if depth == 0 { return (text[..<tag.range.lowerBound], tag.range.upperBound) }
      rest = rest[tag.range.upperBound...]
    }
    return nil
  }
}
