import Crypto
import Foundation
import KithEngine
import KithStore
import KithTables

/// The files of a lake as an engine writes and reads them.
struct LakeFiles {
  let lake: String
  let connection: Connection
  private let isEncrypted: Bool

  /// The name by which the engine knows the key.
  private static let keyName = "kith_lake"

  /// Files that are encrypted where there is a key.
  init(_ lake: String, on connection: Connection, key: StoreKey?) throws {
    self.lake = lake
    self.connection = connection
    isEncrypted = key != nil
    guard let key else { return }
    do {
      try connection.load(.httpfs)
      try connection.execute("PRAGMA add_parquet_key(\(literal: Self.keyName), \(secret: key.parquetKey))")
    } catch {
      throw LakeError(.key, "The engine's cryptography is not there; make setup puts it in place.")
    }
  }

  /// The rows of a file of the lake, as a table to select from.
  func rows(_ path: String) -> SQL {
    let file = lake + "/" + path
    return isEncrypted
      ? "read_parquet(\(literal: file), hive_partitioning = false, encryption_config = {footer_key: \(literal: Self.keyName)})"
      : "read_parquet(\(literal: file), hive_partitioning = false)"
  }

  /// The rows of a submission's files, each of which has to be in the file of its submission.
  func rows(bySubmission paths: [Int: String]) -> SQL {
    let list = paths.sorted { $0.key < $1.key }.map { "\(literal: lake + "/" + $0.value)" as SQL }.joined(by: ", ")
    let key: SQL = isEncrypted ? ", encryption_config = {footer_key: \(literal: Self.keyName)}" : ""
    return """
      (
        SELECT * EXCLUDE filename REPLACE (
          CASE WHEN contains(filename, '/submission=' || submission || '/') THEN submission END AS submission)
        FROM read_parquet([\(sql: list)], hive_partitioning = false, filename = true\(sql: key))
      )
      """
  }

  /// Writes a query's rows under a name that no reader looks at; its path within the lake, and the hash of its bytes.
  func write(_ query: SQL, as name: String) throws -> (path: String, sha256: String) {
    let part = ".part-\(name)"
    try copy(query, to: part, options)
    return (part, try hash(part))
  }

  /// Writes one of the store's own tables.
  func write(own table: String, _ query: SQL) throws -> LakeManifest.File {
    let (part, hash) = try write(query, as: "\(table).parquet")
    let count = try connection.query("SELECT count(*) AS n FROM \(sql: rows(part))").integers("n")[0]
    let path = "store/\(table)-\(hash.prefix(8)).parquet"
    try move(part, to: path)
    return LakeManifest.File(table: table, path: path, rows: Int(count ?? 0), rowsSha256: nil, sha256: hash)
  }

  /// Writes a query's rows as a file for each submission, in a folder that is not there yet; the files' paths within the lake.
  ///
  /// They stand in the query's order where the engine works with one thread.
  func write(_ query: SQL, bySubmissionIn folder: String) throws -> [Int: String] {
    try copy(query, to: folder, options + ", PARTITION_BY (submission), WRITE_PARTITION_COLUMNS true")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: lake + "/" + folder)) ?? []
    return names.reduce(into: [:]) { paths, name in
      guard let id = name.split(separator: "=").last.flatMap({ Int($0) }) else { return }
      paths[id] = "\(folder)/\(name)/data_0.parquet"
    }
  }

  private var options: SQL {
    isEncrypted
      ? "FORMAT parquet, COMPRESSION zstd, ENCRYPTION_CONFIG {footer_key: \(literal: Self.keyName)}"
      : "FORMAT parquet, COMPRESSION zstd"
  }

  private func copy(_ query: SQL, to path: String, _ options: SQL) throws {
    do {
      try connection.execute("COPY (\(sql: query)) TO \(literal: lake + "/" + path) (\(sql: options))")
    } catch {
      remove(path)
      throw Self.unwritable(lake)
    }
  }

  func isThere(_ path: String) -> Bool { FileManager.default.fileExists(atPath: lake + "/" + path) }

  /// Makes a folder that holds nothing.
  func makeEmpty(_ folder: String) throws {
    remove(folder)
    do {
      try FileManager.default.createDirectory(atPath: lake + "/" + folder, withIntermediateDirectories: true)
    } catch { throw Self.unwritable(lake) }
  }

  /// Removes a file, or a folder with all that is in it.
  func remove(_ path: String) { try? FileManager.default.removeItem(atPath: lake + "/" + path) }

  /// The SHA-256 of a file's bytes.
  func hash(_ path: String) throws -> String {
    let file = try FileHandle(forReadingFrom: URL(filePath: lake + "/" + path))
    defer { try? file.close() }
    var hash = SHA256()
    while let bytes = try file.read(upToCount: 1 << 20), !bytes.isEmpty { hash.update(data: bytes) }
    return hash.finalize().hexadecimal
  }

  /// Gives a file its name, in one step.
  func move(_ part: String, to path: String) throws {
    let target = lake + "/" + path
    do {
      try FileManager.default.createDirectory(
        atPath: (target as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    } catch { throw Self.unwritable(lake) }
    guard rename(lake + "/" + part, target) == 0 else { throw Self.unwritable(lake) }
  }

  /// Takes over a file of another folder as it is: the same file under a second name, or a copy where that cannot be.
  func adopt(_ source: String, as path: String) throws {
    let target = lake + "/" + path
    guard !FileManager.default.fileExists(atPath: target) else { return }
    let part = ".part-adopted.parquet"
    try? FileManager.default.removeItem(atPath: lake + "/" + part)
    do {
      if link(source, lake + "/" + part) != 0 {
        try FileManager.default.copyItem(atPath: source, toPath: lake + "/" + part)
      }
    } catch { throw Self.unwritable(lake) }
    try move(part, to: path)
  }

  /// Puts text in the place of a file, whole or not at all.
  func put(_ text: Data, as path: String) throws {
    do { try text.write(to: URL(filePath: lake + "/" + path), options: .atomic) } catch { throw Self.unwritable(lake) }
  }

  static func unwritable(_ lake: String) -> LakeError {
    LakeError(
      .notWritable,
      "\(lake) cannot be written to: give a folder that may be, with room. What stood in it stands; the same command goes on from there."
    )
  }
}

extension LakeFiles {
  /// The Parquet files in a lake's folder that its manifest does not name, as a run that was killed leaves.
  static func strays(in lake: String, _ manifest: LakeManifest?) -> [String] {
    let known = Set(manifest?.files.map(\.path) ?? [])
    let all = FileManager.default.subpaths(atPath: lake) ?? []
    return all.filter { $0.hasSuffix(".parquet") && !known.contains($0) }.sorted()
  }

  /// Removes what no manifest names: parts that have no name yet, other Parquet files, and the folders that are then empty.
  static func sweep(_ lake: String, _ manifest: LakeManifest?) {
    for part in (try? FileManager.default.contentsOfDirectory(atPath: lake)) ?? [] where part.hasPrefix(".part-") {
      try? FileManager.default.removeItem(atPath: lake + "/" + part)
    }
    for stray in strays(in: lake, manifest) {
      var path = lake + "/" + stray
      try? FileManager.default.removeItem(atPath: path)
      while true {
        path = (path as NSString).deletingLastPathComponent
        guard path.count > lake.count, rmdir(path) == 0 else { break }
      }
    }
  }
}
