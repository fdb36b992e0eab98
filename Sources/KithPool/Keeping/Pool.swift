import Foundation
import KithLake

/// A region's pool: packages of several authorities, and the lake that is made of them. It holds no key and no identifier.
///
/// ``state`` is the truth: a file that it does not name is no part of the pool, and is taken away when the pool is opened. So a
/// program that is killed leaves the pool that was there, or the new one.
public final class Pool {
  /// The folder.
  public let path: String
  /// What it holds.
  public internal(set) var state: PoolState
  private let lock: PoolLock

  static let stateName = "pool.json"
  /// The folder of the lake that is made of the packages.
  public static let lakeName = "lake"

  /// Opens a pool and takes away what an earlier run left half-done; with `make`, one that is not there is made.
  public init(_ path: String, make: Bool = false) throws {
    let file = path + "/" + Self.stateName
    let isThere = FileManager.default.fileExists(atPath: file)
    guard isThere || make else {
      throw PoolError(.notAPool, "There is no pool at \(path); kith pool receive makes one.")
    }
    guard isThere || (try? FileManager.default.contentsOfDirectory(atPath: path))?.allSatisfy(Self.isOwn) ?? true else {
      throw PoolError(.notAPool, "\(path) holds something else than a pool; give another folder.")
    }
    self.path = path
    do { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) } catch {
      throw PoolError(.file, "\(path) cannot be written to; give a folder that may be.")
    }
    lock = try PoolLock(path + "/.lock")
    if isThere {
      guard let bytes = FileManager.default.contents(atPath: file),
        let state = try? JSONDecoder().decode(PoolState.self, from: bytes), state.version == 1
      else { throw PoolError(.notAPool, "\(path) is no pool that this version of Kith reads.") }
      self.state = state
    } else {
      state = PoolState()
    }
    sweep()
  }

  private static func isOwn(_ name: String) -> Bool { ["packages", "reports", ".lock"].contains(name) }

  /// Writes the state, whole or not at all, and takes away what it no longer names.
  func publish(_ state: PoolState) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    do {
      try encoder.encode(state).write(to: URL(filePath: path + "/" + Self.stateName), options: .atomic)
    } catch {
      throw PoolError(.file, "\(path) cannot be written to; what stood in the pool stands.")
    }
    self.state = state
    sweep()
  }

  /// Lets another program work on the pool; this one is done with it.
  public func close() { lock.release() }

  /// The folder of a package.
  func folder(of package: HeldPackage) -> String { path + "/packages/" + package.folder }

  /// Takes away packages and tokens that the state does not name.
  private func sweep() {
    let known = Dictionary(state.packages.map { ($0.folder, $0) }, uniquingKeysWith: { a, _ in a })
    for name in (try? FileManager.default.contentsOfDirectory(atPath: path + "/packages")) ?? [] {
      guard let package = known[name] else {
        Destruction.remove(path + "/packages/" + name)
        continue
      }
      if package.areTokensDestroyed { Destruction.remove(folder(of: package) + "/" + PackageManifest.tokensName) }
      for file in gone(of: package) { Destruction.remove(folder(of: package) + "/" + file) }
    }
    let lake = path + "/" + Self.lakeName
    if state.packages.isEmpty || state.rounds.isEmpty { Destruction.remove(lake) } else { LakeUnion.sweep(lake) }
  }

  /// The files of a package's tables whose returns are held no more.
  private func gone(of package: HeldPackage) -> [String] {
    guard let manifest = PackageManifest(of: folder(of: package)), manifest.returns != package.returns,
      let lake = package.lake(in: self)
    else { return [] }
    let held = Set(package.returns.map(\.submission))
    return lake.manifest.submissions.filter { !held.contains($0.submission) }.flatMap(\.files).map { "lake/" + $0.path }
  }
}

/// That one program at a time works on a pool.
final class PoolLock {
  private var descriptor: Int32

  init(_ path: String) throws {
    descriptor = open(path, O_RDWR | O_CREAT, 0o600)
    guard descriptor >= 0 else { throw PoolError(.file, "\(path) cannot be written to; give a pool that may be.") }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      release()
      throw PoolError(.busy, "Another program is at work on the pool; try again when it has ended.")
    }
  }

  func release() {
    if descriptor >= 0 { close(descriptor) }
    descriptor = -1
  }

  deinit { release() }
}

/// The taking away of files for good, as far as a program can: on disks that keep old blocks, only encryption of the disk makes
/// it certain.
enum Destruction {
  /// Writes noughts over a file, or over every file of a folder that has no other name, and removes it.
  static func remove(_ path: String) {
    guard FileManager.default.fileExists(atPath: path) else { return }
    let files = [path] + (FileManager.default.subpaths(atPath: path) ?? []).map { path + "/" + $0 }
    for file in files { blank(file) }
    try? FileManager.default.removeItem(atPath: path)
  }

  private static func blank(_ path: String) {
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
      attributes[.type] as? FileAttributeType == .typeRegular, let size = attributes[.size] as? Int,
      // A table that is in the lake too goes on there.
      (attributes[.referenceCount] as? Int ?? 1) <= 1, let handle = FileHandle(forWritingAtPath: path)
    else { return }
    defer { try? handle.close() }
    var rest = size
    while rest > 0 {
      let part = min(rest, 1 << 20)
      guard (try? handle.write(contentsOf: Data(count: part))) != nil else { return }
      rest -= part
    }
    try? handle.synchronize()
  }
}
