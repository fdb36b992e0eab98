import Crypto
import Foundation
import KithEngine
import KithRegister
import KithReturns
public import KithStore
import KithTables

/// Writes the tables of a store as Parquet files, in folders by collection, table, year and authority.
///
/// A submission's files are written under names that no reader looks at and then get their own; the manifest, last, says which
/// files are the lake. So a run that is killed leaves the lake that was there, and the next goes on. Only submissions whose rows
/// changed, or that are to be written in another way, are written.
public struct LakeExport {
  let store: Store
  let recipe: LakeRecipe
  let program: String
  let files: LakeFiles
  private let before: LakeManifest?

  /// What was done.
  public struct Outcome: Sendable {
    /// What the lake holds now.
    public let manifest: LakeManifest
    /// The submissions that were written, by number.
    public let written: [Int]
    /// How many stand as they were.
    public let kept: Int
    /// How many were taken out because the store has them no more, or has others in their place.
    public let dropped: Int
  }

  /// An export to a folder, which is made where it is not there; refused where the folder holds a lake that was written in
  /// another way, unless it is to be replaced.
  public init(_ store: Store, to lake: String, _ recipe: LakeRecipe, program: String, replace: Bool) throws {
    self.store = store
    self.recipe = recipe
    self.program = program
    before = try Self.lake(at: lake, recipe, replace: replace)
    do { try FileManager.default.createDirectory(atPath: lake, withIntermediateDirectories: true) } catch {
      throw LakeFiles.unwritable(lake)
    }
    files = try LakeFiles(lake, on: store.connection, key: recipe.key)
  }

  private static func lake(at path: String, _ recipe: LakeRecipe, replace: Bool) throws -> LakeManifest? {
    guard FileManager.default.fileExists(atPath: path + "/" + LakeManifest.name) else {
      let others = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
      let isOurs = { (name: String) in
        name.hasPrefix(".part-") || name.hasPrefix("collection=") || name == "store" || name == LakeDescriptor.name
      }
      guard others.allSatisfy(isOurs) else {
        throw LakeError(.notALake, "\(path) holds something else than a lake; give another folder.")
      }
      return nil
    }
    let before = try LakeManifest(of: path)
    let isSame =
      before.isPseudonymised == recipe.isPseudonymised && before.agreement?.sha256 == recipe.permission?.hash
      && before.fingerprint == recipe.fingerprint && before.dates == recipe.dates
    guard isSame || replace else {
      throw LakeError(
        .otherLake,
        "The lake at \(path) was written under another agreement, with another key or in another way; give another folder, or --replace."
      )
    }
    return before
  }

  /// How many submissions are written before the manifest takes them up.
  private static let batch = 50

  /// Writes what changed. `saying` is called with each submission's number before it is written.
  public func run(asOf: String?, saying step: (Int) -> Void = { _ in }) throws -> Outcome {
    let wanted = try store.submissions.filter {
      recipe.isPseudonymised ? $0.state == "current" : ["current", "superseded"].contains($0.state)
    }
    guard !wanted.isEmpty else {
      throw LakeError(.unfit, "The store holds no submission that counts; load returns first.")
    }
    let sources = try sources(of: wanted)
    let standing = Dictionary(
      uniqueKeysWithValues: (before?.submissions ?? []).filter(isThere).map { ($0.submission, $0) })
    var held = wanted.compactMap { item in standing[item.id].flatMap { $0.source == sources[item.id] ? $0 : nil } }
    let due = wanted.filter { item in !held.contains { $0.submission == item.id } }
    try note(due.count, asOf: asOf)
    for (number, item) in due.enumerated() {
      step(item.id)
      held.append(try write(item, source: sources[item.id] ?? ""))
      if (number + 1) % Self.batch == 0 { _ = try publish(held) }
    }
    let manifest = try publish(held)
    return Outcome(
      manifest: manifest, written: due.map(\.id), kept: held.count - due.count,
      dropped: Set(before?.submissions.map(\.submission) ?? []).subtracting(held.map(\.submission)).count)
  }

  private func isThere(_ submission: LakeManifest.Submission) -> Bool {
    submission.files.allSatisfy { FileManager.default.fileExists(atPath: files.lake + "/" + $0.path) }
  }

  private func note(_ due: Int, asOf: String?) throws {
    let under = recipe.permission.map { "under \($0.agreement.id), pseudonymised" } ?? "identified, encrypted"
    do {
      try store.note(
        lake: URL(filePath: files.lake).standardizedFileURL.path(percentEncoded: false),
        detail: "lake written, \(under), \(due) submissions", asOf: asOf)
    } catch {
      throw LakeError(
        .notWritable,
        "The store cannot be written to, and every lake is noted in its log first; give a store that may be written.")
    }
  }

  /// What each submission is written from: the hashes of its rows, and the recipe.
  private func sources(of wanted: [StoredSubmission]) throws -> [Int: String] {
    let found = try store.connection.query(
      """
      SELECT submission, string_agg(table_name || rows_sha256, ' ' ORDER BY table_name) AS rows
      FROM submission_table GROUP BY submission
      """)
    let rows = try Dictionary(
      zip(found.integers("submission").values, found.text("rows").values).map { (Int($0 ?? 0), $1 ?? "") },
      uniquingKeysWith: { first, _ in first })
    return Dictionary(
      uniqueKeysWithValues: wanted.map { item in
        let text = "\(recipe.text) \(item.state) \(rows[item.id] ?? "")"
        return (item.id, SHA256.hash(data: Array(text.utf8)).hexadecimal)
      })
  }
}
