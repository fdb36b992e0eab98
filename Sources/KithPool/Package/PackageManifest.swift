import Crypto
import Foundation
public import KithLake
public import KithLinkage
import KithTables

/// What an authority sends to a pool, by the names and hashes of its files. It names no child and holds no key.
public struct PackageManifest: Codable, Hashable, Sendable {
  /// The version of the layout.
  public var version = 1
  /// The program that wrote it.
  public let program: String
  /// The authority's three digits.
  public let authority: String
  /// The day for which the agreement was asked.
  public let asOf: String
  /// The agreement under which it was made, and the day by which it is to be destroyed.
  public let agreement: LakeManifest.Agreement
  /// What tells that two packages name children by the same key, and tells nothing of the key.
  public let pseudonyms: String
  /// The fingerprint of the region's linkage key.
  public let linkageKey: String
  /// The schema of the store that it was made from.
  public let storeSchema: Int
  /// How days stand: `birth-month` or `month`.
  public let dates: String
  /// Whether the children are invented.
  public let isSynthetic: Bool
  /// The returns that it holds.
  public let returns: [SentReturn]
  /// How many children were left out because they have objected.
  public let optedOut: Int
  /// How many children have a matching token, and why others have none.
  public let counts: MatchingTokens.Counts
  /// Every file but this one.
  public let files: [File]

  /// A file of the package.
  public struct File: Codable, Hashable, Sendable {
    /// The path within the package.
    public let path: String
    /// The SHA-256 of its bytes.
    public let sha256: String
  }
}

/// A return as a pool knows it.
public struct SentReturn: Codable, Hashable, Sendable, Comparable {
  /// `ssda903` or `cin`.
  public let collection: String
  /// The calendar year in which the collection ends.
  public let year: Int
  /// Its number in the pool, which follows from authority, year and collection.
  public let submission: Int

  /// The return of a collection, year and authority.
  public init(collection: String, year: Int, authority: String) {
    self.collection = collection
    self.year = year
    submission = (Int(authority) ?? 0) * 10_000 + (year - 2000) * 10 + (collection == "cin" ? 1 : 2)
  }

  /// The order of years, and of collections within a year.
  public static func < (a: SentReturn, b: SentReturn) -> Bool { (a.year, a.collection) < (b.year, b.collection) }
}

extension PackageManifest {
  /// The name of the manifest's own file.
  public static let name = "package.json"
  /// The name of the file of matching tokens.
  static let tokensName = "tokens.csv"
  /// The folder of the tables.
  static let lakeName = "lake"

  /// The manifest as it stands in its file.
  var text: Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    return (try? encoder.encode(self)) ?? Data()
  }

  /// What the whole package is known by: the hash of this file, which has the hashes of all others.
  public var sha256: String { SHA256.hash(data: text).hexadecimal }

  /// Reads the manifest of a package; nil where there is none that reads, or more than it says.
  init?(of package: String) {
    guard let bytes = FileManager.default.contents(atPath: package + "/" + Self.name),
      let manifest = try? JSONDecoder().decode(PackageManifest.self, from: bytes), manifest.version == 1,
      manifest.text == bytes
    else { return nil }
    self = manifest
  }
}
