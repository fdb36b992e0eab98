import Foundation

/// What a lake holds, by the files' names and hashes. It is written last, so that the files that it names are whole.
public struct LakeManifest: Codable, Hashable, Sendable {
  /// The version of the layout.
  public var version = 1
  /// The program that wrote it.
  public var program: String
  /// Whether direct identifiers were taken out.
  public var isPseudonymised: Bool
  /// Whether the children are invented.
  public var isSynthetic: Bool
  /// The schema of the store that it was written from.
  public var storeSchema: Int
  /// The agreement under which it was written; nil for an identified one.
  public var agreement: Agreement?
  /// What tells that two lakes were written with the same key, and tells nothing of the key.
  public var fingerprint: String
  /// How days stand: `day` or `month`.
  public var dates: String
  /// The store's own tables.
  public var tables: [File]
  /// The submissions, by number.
  public var submissions: [Submission]

  /// Describes a lake.
  public init(
    program: String, isPseudonymised: Bool, isSynthetic: Bool, storeSchema: Int, agreement: Agreement?,
    fingerprint: String, dates: String, tables: [File], submissions: [Submission]
  ) {
    self.program = program
    self.isPseudonymised = isPseudonymised
    self.isSynthetic = isSynthetic
    self.storeSchema = storeSchema
    self.agreement = agreement
    self.fingerprint = fingerprint
    self.dates = dates
    self.tables = tables
    self.submissions = submissions
  }

  /// The agreement under which a lake was written.
  public struct Agreement: Codable, Hashable, Sendable {
    /// Its name in the register.
    public let id: String
    /// The hash of what was agreed.
    public let sha256: String
    /// The day by which the lake is to be destroyed.
    public let destroyBy: String

    /// An agreement by its name and hash.
    public init(id: String, sha256: String, destroyBy: String) {
      self.id = id
      self.sha256 = sha256
      self.destroyBy = destroyBy
    }
  }

  /// A file of one table.
  public struct File: Codable, Hashable, Sendable {
    /// The table's name in the store.
    public let table: String
    /// The path within the lake.
    public let path: String
    /// The number of rows.
    public let rows: Int
    /// The hash of the rows, as the store makes it; nil of the store's own tables.
    public let rowsSha256: String?
    /// The hash of the file.
    public let sha256: String
    /// The keyed hash of what it was written from, of the links of persons alone: making their names takes long.
    var source: String?
  }

  /// A submission and its files.
  public struct Submission: Codable, Hashable, Sendable {
    /// Its number in the store.
    public let submission: Int
    /// `ssda903` or `cin`.
    public let collection: String
    /// The year in which the collection ends.
    public let year: Int
    /// The authority's three digits.
    public let authority: String
    /// The hash of what it was written from: its rows in the store, and what was done to them.
    public let source: String
    /// Its tables, those without rows left out.
    public let files: [File]
  }

  /// Every file that the lake is made of.
  public var files: [File] { tables + submissions.flatMap(\.files) }
}

extension LakeManifest {
  static let name = "manifest.json"

  /// Reads the manifest of a lake.
  public init(of lake: String) throws(LakeError) {
    guard let bytes = FileManager.default.contents(atPath: lake + "/" + Self.name) else {
      throw LakeError(.notALake, "There is no lake at \(lake) that this user may read; kith lake export makes one.")
    }
    guard let manifest = try? JSONDecoder().decode(LakeManifest.self, from: bytes), manifest.version == 1 else {
      throw LakeError(.notALake, "\(lake) is no lake that this version of Kith reads; export it anew.")
    }
    let isWithin = { (path: String) in !path.hasPrefix("/") && !path.split(separator: "/").contains("..") }
    guard manifest.files.allSatisfy({ isWithin($0.path) }) else {
      throw LakeError(.damaged, "The manifest of \(lake) names files outside it; export the lake anew.")
    }
    self = manifest
  }

  var text: Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    return (try? encoder.encode(self)) ?? Data()
  }
}
