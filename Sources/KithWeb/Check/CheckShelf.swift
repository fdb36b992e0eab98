import Crypto
import Foundation
import KithReports

/// The checks of this session.
actor CheckShelf {
  private var checks: [String: CheckedReturn] = [:]
  private var order: [String] = []
  private var opened: Set<String> = []
  private let key = SymmetricKey(size: .bits256)
  /// The reason that the user gave last for opening a child's page.
  private(set) var lastReason = ""

  /// Every check, the latest first.
  var all: [CheckedReturn] { order.reversed().compactMap { checks[$0] } }

  /// The check of a name; an error for one that is not there, or no longer.
  func check(_ id: String) throws -> CheckedReturn {
    guard let check = checks[id] else { throw WebError.notFound }
    return check
  }

  /// Keeps what came of a check.
  func add(_ request: CheckRequest, _ owner: CheckedOwner, _ parts: [CheckedPart]) -> CheckedReturn {
    let id = String(Token().description.prefix(16))
    let check = CheckedReturn(id: id, request, owner, parts, key: key)
    checks[id] = check
    order.append(id)
    return check
  }

  /// The findings of this session's latest check of the same authority's return of the year; nil when there is none.
  func lastRun(of owner: CheckedOwner) -> LastRun? {
    all.first { $0.owner.year == owner.year && $0.owner.code == owner.code }?.lastRun
  }

  /// Keeps a note on a finding, and shows it from now on.
  func note(_ id: String, _ finding: FindingKey, _ text: String) throws -> CheckedReturn {
    let noted = try check(id).noting(finding, text)
    checks[id] = noted
    return noted
  }

  /// Lets go of a check, and of the files that were uploaded for it.
  func remove(_ id: String) {
    if let folder = checks[id]?.request.folder { try? FileManager.default.removeItem(atPath: folder) }
    checks[id] = nil
    order.removeAll { $0 == id }
  }

  /// Notes that the user has said why a child's page is to be opened.
  func open(_ handle: String, reason: String) {
    opened.insert(handle)
    lastReason = reason
  }

  /// Whether the user has said why.
  func isOpen(_ handle: String) -> Bool { opened.contains(handle) }

  /// Lets go of everything.
  func clear() {
    checks = [:]
    order = []
    opened = []
  }
}
