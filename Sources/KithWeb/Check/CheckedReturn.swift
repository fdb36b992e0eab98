import Crypto
import Foundation
import KithReports
import KithTables

/// A check of this session: what came of it, and what its addresses stand for.
struct CheckedReturn: Sendable {
  /// The random name by which addresses know the check.
  let id: String
  let request: CheckRequest
  let owner: CheckedOwner
  let parts: [CheckedPart]
  let handles: ChildHandles
  /// The context with which the parts were made.
  let context: FindingContext

  init(id: String, _ request: CheckRequest, _ owner: CheckedOwner, _ parts: [CheckedPart], key: SymmetricKey) {
    self.id = id
    self.request = request
    self.owner = owner
    self.parts = parts
    context = request.context
    handles = ChildHandles(parts.flatMap(\.children) + parts.flatMap { $0.lines.map(\.child) }, of: id, key: key)
  }

  private init(_ other: CheckedReturn, context: FindingContext) {
    id = other.id
    request = other.request
    owner = other.owner
    parts = other.parts.map { $0.with(context) }
    handles = other.handles
    self.context = context
  }

  /// The check with another note.
  func noting(_ key: FindingKey, _ text: String) -> CheckedReturn {
    var context = context
    context.notes[key] = text.isEmpty ? nil : text
    return CheckedReturn(self, context: context)
  }

  /// The part of a name; nil when the check has none.
  func part(_ name: String) -> CheckedPart? { parts.first { $0.name == name } }

  /// The collection year as people write it: `2025/26`.
  var yearTitle: String { "\(owner.year - 1)/\(String(owner.year).suffix(2))" }

  /// What was checked, for headings.
  var title: String {
    let kinds = parts.filter { $0.name != ReturnCheck.across }.map(\.title).joined(separator: " and ")
    return "\(kinds), \(yearTitle)" + (owner.label.map { ", \($0)" } ?? "")
  }

  /// The children with a finding, those with most first.
  var childrenWithFindings: [(child: String, findings: Int)] {
    let counts = parts.flatMap(\.lines).reduce(into: [String: Int]()) { counts, line in
      if !line.child.isEmpty { counts[line.child, default: 0] += 1 }
    }
    return counts.map { ($0.key, $0.value) }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
  }

  /// The keys of all findings, for the next run's trend.
  var lastRun: LastRun { LastRun(keys: Set(parts.flatMap { $0.lines.map(\.key) })) }
}

/// The names by which addresses of a session know children, which say nothing of who they are.
struct ChildHandles: Sendable {
  private let childOf: [String: String]
  private let handleOf: [String: String]

  init(_ children: [String], of check: String, key: SymmetricKey) {
    var handles: [String: String] = [:]
    for child in children where !child.isEmpty && handles[child] == nil {
      let code = HMAC<SHA256>.authenticationCode(for: Data("\(check) \(child)".utf8), using: key)
      handles[child] = code.prefix(16).hexadecimal
    }
    handleOf = handles
    childOf = Dictionary(uniqueKeysWithValues: handles.map { ($1, $0) })
  }

  /// The child of a handle; nil where there is none.
  func child(_ handle: String) -> String? { childOf[handle] }

  /// The handle of a child, whatever the case of the identifier; nil where the check does not know the child.
  func handle(_ child: String) -> String? {
    handleOf[child] ?? handleOf.first { $0.key.lowercased() == child.lowercased() }?.value
  }
}
