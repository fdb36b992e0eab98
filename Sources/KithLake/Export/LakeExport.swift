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
/// changed, or that are to be written in another way, are written, in batches on several processors.
public struct LakeExport {
  let store: Store
  let recipe: LakeRecipe
  let program: String
  let files: LakeFiles
  private let before: LakeManifest?
  /// How much is written at a time.
  var pace = LakePace()

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

  /// Writes what changed. `saying` is called with the number of the first submission of each batch before that is written.
  public func run(asOf: String?, saying step: @Sendable (Int) -> Void = { _ in }) throws -> Outcome {
    let wanted = try store.submissions.filter {
      recipe.isPseudonymised ? $0.state == "current" : ["current", "superseded"].contains($0.state)
    }
    guard !wanted.isEmpty else {
      throw LakeError(.unfit, "The store holds no submission that counts; load returns first.")
    }
    let sources = try sources(of: wanted)
    var held = (before?.submissions ?? []).filter { item in
      sources[item.submission] == item.source && item.files.allSatisfy { files.isThere($0.path) }
    }
    let (kept, standing) = (held.count, Set(held.map(\.submission)))
    let due = wanted.filter { !standing.contains($0.id) }
    try note(due.count, asOf: asOf)
    let own = try LakeOwnTables(store: store, recipe: recipe, files: files, before: before?.tables ?? [])
    var published = before
    var rest = due[...]
    while !rest.isEmpty {
      let round = rest.prefix(max(pace.firstRound, held.count / 2))
      rest = rest.dropFirst(round.count)
      do { held += try write(round, sources, saying: step) } catch {
        LakeFiles.sweep(files.lake, published)
        throw error
      }
      if !rest.isEmpty { published = try publish(held, own) }
    }
    let manifest = try publish(held, own)
    return Outcome(
      manifest: manifest, written: due.map(\.id), kept: kept,
      dropped: Set(before?.submissions.map(\.submission) ?? []).subtracting(held.map(\.submission)).count)
  }

  /// Writes submissions on several threads. The engine works with one for each connection, so that a file's rows stand in order
  /// and the same rows give the same bytes.
  private func write(
    _ submissions: some Sequence<StoredSubmission>, _ sources: [Int: String], saying step: @Sendable (Int) -> Void
  ) throws -> [LakeManifest.Submission] {
    guard let shared = store.shared else {
      throw LakeError(.unfit, "A lake is written from a store, not from another lake; import that one first.")
    }
    try shared.use(processors: 1)
    defer { try? shared.useAllProcessors() }
    let (recipe, lake) = (recipe, files.lake)
    return try OrderedWork(LakeBatch.all(of: submissions, pace)).outcomes(
      threads: pace.threads, with: { try LakeWriter(try shared.open(), recipe, to: lake) },
      of: { writer, batch in
        step(batch.range.lowerBound)
        return try writer.write(batch, sources: sources)
      }
    ).flatMap(\.self)
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
    let way = recipe.text
    return Dictionary(
      uniqueKeysWithValues: wanted.map { item in
        let text = "\(way) \(item.state) \(rows[item.id] ?? "")"
        return (item.id, SHA256.hash(data: Array(text.utf8)).hexadecimal)
      })
  }
}
