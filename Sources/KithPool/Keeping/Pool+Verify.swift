import Foundation
import KithLake

extension Pool {
  /// What is not as it was written, a sentence each; empty when all is.
  public func faults() throws -> [String] {
    try logFaults() + state.packages.flatMap(packageFaults) + lakeFaults()
  }

  private func logFaults() -> [String] {
    var last: PoolLogEntry?
    for entry in state.log {
      guard entry.follows(last) else { return ["The log is not as it was written, from line \(entry.number)."] }
      last = entry
    }
    return []
  }

  private func packageFaults(_ package: HeldPackage) throws -> [String] {
    let folder = folder(of: package)
    guard let manifest = PackageManifest(of: folder), manifest.sha256 == package.sha256,
      let lake = package.lake(in: self)
    else { return ["The package of \(package.authority) is not as it was received; receive it again."] }
    let held = Set(package.returns.map(\.submission))
    let destroyed = Set(
      lake.manifest.submissions.filter { !held.contains($0.submission) }.flatMap(\.files).map { "lake/" + $0.path }
        + (package.areTokensDestroyed ? [PackageManifest.tokensName] : []))
    let expected = manifest.files.filter { !destroyed.contains($0.path) }
    let found = try PoolPackage.files(in: folder)
    return found == expected
      ? [] : ["Files of the package of \(package.authority) are not as they were received; receive it again."]
  }

  /// The lake is there after a round, and whole; it may be older than the packages.
  private func lakeFaults() throws -> [String] {
    guard !state.rounds.isEmpty, !state.packages.isEmpty else { return [] }
    return try Lake(path + "/" + Self.lakeName).faults()
  }

  /// The authorities whose packages came after the last round, or were changed since: the lake does not have them yet.
  public var awaitingRound: [String] { state.packages.filter { !$0.areTokensDestroyed }.map(\.authority) }
}
