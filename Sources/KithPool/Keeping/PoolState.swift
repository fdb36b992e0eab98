import Crypto
import Foundation
public import KithLake
public import KithLinkage
import KithTables

/// What a pool holds and what was done with it, in one file that is written anew as a whole: what it does not name is not there.
public struct PoolState: Codable, Hashable, Sendable {
  /// The version of the layout.
  var version = 1
  /// The agreement, from the first package on.
  public internal(set) var agreement: LakeManifest.Agreement?
  /// The fingerprint of the region's linkage key.
  public internal(set) var linkageKey: String?
  /// How days stand.
  public internal(set) var dates: String?
  /// The version of the tables.
  public internal(set) var storeSchema: Int?
  /// Whether the children are invented.
  public internal(set) var isSynthetic: Bool?
  /// The packages, one of each authority, in the order of their numbers.
  public internal(set) var packages: [HeldPackage] = []
  /// The rounds of matching, in order.
  public internal(set) var rounds: [PoolRound] = []
  /// The log, oldest line first.
  public internal(set) var log: [PoolLogEntry] = []

  /// Adds a line to the log.
  mutating func note(_ action: String, _ detail: String, asOf: String) {
    log.append(PoolLogEntry(number: log.count + 1, action, detail, asOf: asOf, after: log.last?.sha256 ?? ""))
  }
}

/// A package as a pool holds it.
public struct HeldPackage: Codable, Hashable, Sendable {
  /// The authority's three digits.
  public let authority: String
  /// The hash of the package.
  public let sha256: String
  /// What tells that two packages name children by the same key.
  let pseudonyms: String
  /// The returns that are held of it.
  public internal(set) var returns: [SentReturn]
  /// The day by which it is to be destroyed.
  public let destroyBy: String
  /// The hash of the file of its tokens.
  let tokensSha256: String
  /// Whether its tokens were destroyed after matching.
  public internal(set) var areTokensDestroyed: Bool
  /// How many children have a token, and why others have none.
  public let counts: MatchingTokens.Counts

  init(_ manifest: PackageManifest) {
    authority = manifest.authority
    sha256 = manifest.sha256
    pseudonyms = manifest.pseudonyms
    returns = manifest.returns
    destroyBy = manifest.agreement.destroyBy
    tokensSha256 = manifest.files.first { $0.path == PackageManifest.tokensName }?.sha256 ?? ""
    areTokensDestroyed = false
    counts = manifest.counts
  }

  /// The folder, by its name among the packages.
  var folder: String { "\(authority)-\(sha256.prefix(12))" }
}

/// A line of a pool's log: each line's hash covers the one before.
public struct PoolLogEntry: Codable, Hashable, Sendable {
  /// Its number, from 1.
  public let number: Int
  /// What was done: `receive`, `reject`, `match`, `destroy tokens`, `destroy`.
  public let action: String
  /// With what. No child is in it.
  public let detail: String
  /// The day that the user named.
  public let asOf: String
  /// The hash of the line before; empty for the first.
  public let previous: String
  /// The hash of this line and, through it, of all before.
  public let sha256: String

  init(number: Int, _ action: String, _ detail: String, asOf: String, after previous: String) {
    self.number = number
    self.action = action
    self.detail = detail
    self.asOf = asOf
    self.previous = previous
    sha256 = Self.hash(number, action, detail, asOf, previous)
  }

  /// Whether the line is as it was written after another.
  func follows(_ last: PoolLogEntry?) -> Bool {
    number == (last?.number ?? 0) + 1 && previous == last?.sha256 ?? ""
      && sha256 == Self.hash(number, action, detail, asOf, previous)
  }

  private static func hash(_ number: Int, _ texts: String...) -> String {
    SHA256.hash(data: Array(([String(number)] + texts).joined(separator: "\u{1F}").utf8)).hexadecimal
  }
}
