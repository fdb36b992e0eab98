import Foundation
public import KithRegister
import KithTables
import KithLinkage

extension Pool {
  /// Checks a package and takes it in whole, or refuses it and writes a report for its authority.
  ///
  /// A package takes the place of the authority's earlier one, all of whose returns it has to have.
  public func receive(_ package: String, under permission: Permission) throws -> Reception {
    let check = PackageCheck(package, permission, state)
    let faults = check.faults()
    guard faults.isEmpty, let manifest = check.manifest else {
      let refused = Reception(
        authority: check.manifest?.authority, package: check.manifest?.sha256, faults: faults, supersedes: false)
      try reject(refused, on: permission.day)
      return refused
    }
    let held = HeldPackage(manifest)
    try take(package, as: held, manifest)
    let supersedes = state.packages.contains { $0.authority == held.authority }
    var next = state
    next.agreement = manifest.agreement
    next.linkageKey = manifest.linkageKey
    (next.dates, next.storeSchema, next.isSynthetic) = (manifest.dates, manifest.storeSchema, manifest.isSynthetic)
    next.packages = (next.packages.filter { $0.authority != held.authority } + [held]).sorted {
      $0.authority < $1.authority
    }
    next.note(
      "receive",
      "package \(held.sha256) of \(held.authority), \(held.returns.count) returns, \(held.counts.withToken) children with a token"
        + (supersedes ? ", in the place of an earlier one" : ""), asOf: permission.day.iso)
    try publish(next)
    return Reception(authority: held.authority, package: held.sha256, faults: [], supersedes: supersedes)
  }

  /// Copies a package beside its place, proves the copy, and gives it its place.
  private func take(_ package: String, as held: HeldPackage, _ manifest: PackageManifest) throws {
    let part = path + "/packages/.part-" + held.folder
    let target = folder(of: held)
    try? FileManager.default.removeItem(atPath: part)
    defer { Destruction.remove(part) }
    do {
      try FileManager.default.createDirectory(atPath: path + "/packages", withIntermediateDirectories: true)
      try FileManager.default.copyItem(atPath: package, toPath: part)
    } catch {
      throw PoolError(.file, "\(path) cannot be written to; give a pool that may be, with room for the package.")
    }
    guard try PoolPackage.files(in: part) == manifest.files else {
      throw PoolError(.file, "The package was changed while it was read; send it again.")
    }
    guard FileManager.default.fileExists(atPath: target) else { return try move(part, to: target) }
    for file in manifest.files where !FileManager.default.fileExists(atPath: target + "/" + file.path) {
      try move(part + "/" + file.path, to: target + "/" + file.path)
    }
  }

  private func move(_ source: String, to target: String) throws {
    guard rename(source, target) == 0 else {
      throw PoolError(.file, "\(target) cannot be written; what stood in the pool stands.")
    }
  }

  private func reject(_ refused: Reception, on day: Day) throws {
    let name = "\(refused.authority.map(Self.plain) ?? "unknown")-\((refused.package ?? "unreadable").prefix(12))"
    try write(Data(refused.report.utf8), report: "rejected-\(name).csv")
    var next = state
    next.note("reject", "package \(name), \(refused.faults.count) faults", asOf: day.iso)
    try publish(next)
  }

  /// An authority as a file's name may have it; a package that is refused may say anything.
  private static func plain(_ authority: String) -> String {
    authority.utf8.count == 3 && Int(authority) != nil ? authority : "unknown"
  }

  /// The folder of the reports for authorities.
  public static let reportsName = "reports"

  /// Writes a report for an authority.
  func write(_ bytes: Data, report name: String) throws {
    let folder = path + "/" + Self.reportsName
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try bytes.write(to: URL(filePath: folder + "/" + name), options: .atomic)
    } catch {
      throw PoolError(.file, "\(folder) cannot be written to; give a pool that may be.")
    }
  }
}
