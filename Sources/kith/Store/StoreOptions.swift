import ArgumentParser
import Foundation
import KithStore

/// Which store, how it is opened, and to which occasion that belongs.
struct StoreOptions: ParsableArguments {
  @OptionGroup
  var source: StorePlace

  @Option(help: "The day or occasion to which this belongs, as the log is to name it. Kith asks no clock.")
  var asOf: String?

  /// Opens the store; a wait is said on standard error.
  func open(for purpose: Store.Purpose) throws -> Store { try source.open(for: purpose) }
}

/// Which store, and how it is opened.
struct StorePlace: ParsableArguments {
  @Option(help: "The store's file.")
  var store: String

  @OptionGroup
  var access: StoreAccess

  @Option(help: "How many seconds to wait while another program is at work on the store.")
  var wait = 30

  /// Opens the store; a wait is said on standard error.
  func open(for purpose: Store.Purpose) throws -> Store { try access.open(store, for: purpose, wait: wait) }
}

/// The key of an encrypted store or lake.
struct StoreAccess: ParsableArguments {
  @Option(help: "A file that holds the key of an encrypted store or lake (else KITH_STORE_KEY in the environment).")
  var keyFile: String?

  /// The key that the user gave; nil where none was.
  var key: StoreKey? {
    get throws { try StoreKey.given(file: keyFile, environment: ProcessInfo.processInfo.environment) }
  }

  /// Opens a store with the key that the user gave; a wait is said on standard error.
  func open(_ path: String, for purpose: Store.Purpose, wait: Int = 30) throws -> Store {
    // The store, its log and what is written aside are for this user only.
    umask(0o077)
    return try Store(path, for: purpose, key: try key, wait: wait) {
      FileHandle.standardError.write(
        Data("\(path) is busy: another program is at work on it. Waiting up to \(wait) seconds.\n".utf8))
    }
  }
}

/// The words in which a return is named: `SSDA903 2025/26 of 330 Birmingham`.
func title(_ collection: String, _ year: Int, _ authority: String, _ name: String?) -> String {
  let kind = ["ssda903": "SSDA903", "cin": "CIN Census"][collection] ?? collection
  let years = "\(year - 1)/" + String(year).suffix(2)
  return "\(kind) \(years) of \(authority)" + (name.map { " \($0)" } ?? "")
}
