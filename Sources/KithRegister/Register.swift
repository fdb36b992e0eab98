import Foundation
public import KithTables

/// The agreements of an organisation, in a file that people can read and programs can compare: JSON with its keys in
/// order.
public struct Register: Hashable, Sendable {
  /// The agreements, by name.
  public private(set) var agreements: [Agreement]

  /// A register without agreements.
  public init() { agreements = [] }

  /// The agreement of a name.
  public func agreement(_ id: String) throws(RegisterError) -> Agreement {
    guard let agreement = agreements.first(where: { $0.id == id }) else {
      throw RegisterError(.unknown, "The register has no agreement \(id); `kith register list` names those it has.")
    }
    return agreement
  }

  /// Enters an agreement; refused where its name is taken.
  public mutating func add(_ agreement: Agreement) throws(RegisterError) {
    guard !agreements.contains(where: { $0.id == agreement.id }) else {
      throw RegisterError(
        .unfit,
        "The register has an agreement \(agreement.id) already, and what was agreed does not change; enter it under another name."
      )
    }
    agreements.append(agreement)
    agreements.sort { $0.id < $1.id }
  }

  /// Withdraws an agreement from a day on.
  public mutating func withdraw(_ id: String, on day: Day, reason: String) throws(RegisterError) {
    let agreement = try agreement(id)
    guard agreement.withdrawal == nil else { throw RegisterError(.unfit, "The agreement \(id) is withdrawn already.") }
    guard !reason.trimmed.isEmpty else { throw RegisterError(.unfit, "Say why the agreement \(id) is withdrawn.") }
    guard let place = agreements.firstIndex(of: agreement) else { return }
    agreements[place].withdrawal = .init(day: day, reason: reason)
  }
}

extension Register {
  /// Reads the register in a file; one that is not there is refused.
  public init(file path: String) throws(RegisterError) {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw RegisterError(
        .unreadable, "There is no register at \(path) that this user may read; `kith register add` makes one.")
    }
    guard let file = try? JSONDecoder().decode(RegisterFile.self, from: bytes) else {
      throw RegisterError(.unreadable, "\(path) is not a register of agreements.")
    }
    guard file.version == 1 else { throw RegisterError(.unreadable, "\(path) is a register of another version.") }
    self.init()
    for entry in file.agreements { try add(try entry.agreement) }
  }

  /// The register as JSON text.
  public var text: String {
    String(decoding: RegisterFile(agreements: agreements.map { .init($0) }).encoded(isPretty: true), as: UTF8.self)
      + "\n"
  }

  /// Writes the register to a file, whole or not at all.
  public func write(to path: String) throws(RegisterError) {
    do {
      try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw RegisterError(.unreadable, "\(path) cannot be written to; give a place that this user may write to.")
    }
  }
}
