import Crypto
import Foundation
public import KithLake
public import KithLinkage
public import KithRegister
public import KithStore
import KithTables

/// What an authority sends: its returns as pseudonymised tables, matching tokens in a file of their own, and a manifest.
public struct PoolPackage: Sendable {
  /// What it holds.
  public let manifest: PackageManifest
  /// The tables, with the number of rows of each.
  public let tables: [SentTable]

  /// What is to be sent, and how.
  public struct Request: Sendable {
    /// The authority's three digits.
    public let authority: String
    /// The first year whose returns are sent.
    public let since: Int
    /// The children who have objected, by the authority's identifiers.
    public let objectors: Set<String>
    /// The authority's own key, by which children are named.
    public let ownKey: LinkageKey
    /// The region's linkage key, by which matching tokens are made; the pool never has it.
    public let linkageKey: LinkageKey
    /// The agreement.
    public let permission: Permission
    /// How days stand: `birthMonth` or `month`.
    public let dates: LakeRecipe.Dates
    /// The program, as the manifest names it.
    public let program: String

    /// Describes what is to be sent.
    public init(
      authority: String, since: Int = 0, objectors: Set<String> = [], ownKey: LinkageKey, linkageKey: LinkageKey,
      permission: Permission, dates: LakeRecipe.Dates = .birthMonth, program: String
    ) {
      self.authority = authority
      self.since = since
      self.objectors = Set(objectors.map { $0.uppercased() })
      self.ownKey = ownKey
      self.linkageKey = linkageKey
      self.permission = permission
      self.dates = dates
      self.program = program
    }

    var values: KeyedValues { KeyedValues(key: ownKey.pseudonymKey(project: permission.agreement.id)) }
  }

  /// Makes a package in a folder, which is made and must be empty. The same store and request give the same bytes.
  public init(of store: Store, _ request: Request, at path: String) throws {
    guard request.ownKey.fingerprint != request.linkageKey.fingerprint else {
      throw PoolError(
        .key, "The authority's own key and the region's linkage key are to be two keys; kith link key new makes one.")
    }
    let chosen = try store.submissions.filter {
      $0.state == "current" && $0.authority == request.authority && $0.year >= request.since
    }
    guard !chosen.isEmpty, Int(request.authority) != nil else {
      throw PoolError(
        .nothingToSend,
        "The store holds no return of \(request.authority) that counts; kith store log lists what it holds."
      )
    }
    let returns = chosen.map { SentReturn(collection: $0.collection, year: $0.year, authority: request.authority) }
    let tokens = try MatchingTokens(
      store, authority: request.authority, since: request.since, without: request.objectors, key: request.linkageKey,
      request.permission)
    let copied = zip(chosen, returns).map { CopiedSubmission(id: $0.id, number: $1.submission) }
    let (lake, optedOut) = try store.withCopy(
      of: copied, authority: request.authority, without: request.objectors
    ) { copy, optedOut in
      let recipe = LakeRecipe.pooled(request.permission, request.values, dates: request.dates)
      let export = try LakeExport(
        copy, to: path + "/" + PackageManifest.lakeName, recipe, program: request.program, replace: false)
      return (try export.run(asOf: nil).manifest, optedOut)
    }
    let values = request.values
    let file = TokenFile(tokens) { values.child(named: $0, of: request.authority) }
    try Self.write(file.text, PackageManifest.tokensName, in: path)
    manifest = PackageManifest(
      program: request.program, authority: request.authority, asOf: request.permission.day.iso,
      agreement: .init(
        id: request.permission.agreement.id, sha256: request.permission.hash,
        destroyBy: request.permission.agreement.destroyBy.iso),
      pseudonyms: values.fingerprint, linkageKey: request.linkageKey.fingerprint, storeSchema: lake.storeSchema,
      dates: lake.dates, isSynthetic: lake.isSynthetic, returns: returns.sorted(), optedOut: optedOut,
      counts: tokens.counts, files: try Self.files(in: path))
    try Self.write(manifest.text, PackageManifest.name, in: path)
    tables = SentTable.all(lake, request.permission.agreement.fields)
  }

  private static func write(_ bytes: Data, _ name: String, in path: String) throws {
    do { try bytes.write(to: URL(filePath: path + "/" + name)) } catch {
      throw PoolError(.file, "\(path) cannot be written to; give a folder that may be, with room for the files.")
    }
  }

  /// Every file of a folder but the manifest, with its hash.
  static func files(in path: String) throws -> [PackageManifest.File] {
    try (FileManager.default.subpaths(atPath: path) ?? []).sorted().compactMap { name -> PackageManifest.File? in
      let type = try FileManager.default.attributesOfItem(atPath: path + "/" + name)[.type] as? FileAttributeType
      guard type != .typeDirectory, name != PackageManifest.name else { return nil }
      return PackageManifest.File(path: name, sha256: try hash(path + "/" + name))
    }
  }

  /// The SHA-256 of a file's bytes.
  static func hash(_ path: String) throws -> String {
    guard let file = FileHandle(forReadingAtPath: path) else { throw PoolError(.file, "\(path) cannot be read.") }
    defer { try? file.close() }
    var hash = SHA256()
    while let bytes = try file.read(upToCount: 1 << 20), !bytes.isEmpty { hash.update(data: bytes) }
    return hash.finalize().hexadecimal
  }
}
