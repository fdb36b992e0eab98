import Foundation
import KithAggregates
import KithDisclosure
import KithPlaces
import KithTables

/// The last release of a folder: what has been shown of counts that are to be released again, and what was withheld.
public struct EarlierRelease: Sendable {
  /// Whether a count that is no longer what was shown has been revised, so that the old one says nothing of it.
  public let allowsRevision: Bool
  let pairs: [Pair]

  /// A pair of the folder, with the audit that was written beside it.
  struct Pair: Sendable {
    let name: String
    let data: SeparatedText
    let indicators: Set<String>
    let audit: Audit?
  }

  /// The parts of an audit that a later release needs.
  struct Audit: Decodable, Sendable {
    struct Withheld: Decodable, Sendable {
      let count: String
      let from: Int
      let to: Int?
    }

    let synthetic: Bool
    let roundedTo: [String: Int]
    let percentagesFrom: String
    let withheld: [Withheld]
  }

  /// Reads every EES pair of a folder.
  public init(folder: String, isSynthetic: Bool, allowsRevision: Bool = false) throws {
    self.allowsRevision = allowsRevision
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw ReleaseError.unreadable("\(folder) cannot be read; give the folder of the last release.")
    }
    let stems = names.filter { $0.hasSuffix(".meta.csv") }.map { String($0.dropLast(9)) }.sorted()
    pairs = try stems.filter { names.contains($0 + ".csv") }.map { stem in
      let metadata = try PublishedFile(path: "\(folder)/\(stem).meta.csv").separatedText()
      let audit = FileManager.default.contents(atPath: "\(folder)/\(stem).audit.json")
      return Pair(
        name: stem, data: try PublishedFile(path: "\(folder)/\(stem).csv").separatedText(),
        indicators: Self.indicators(metadata), audit: try audit.map { try Self.audit($0, stem) })
    }
    guard !pairs.isEmpty else {
      throw ReleaseError.unreadable(
        "\(folder) has no data file with its metadata; give the folder of the last release.")
    }
    if pairs.contains(where: { Self.isSynthetic($0) != isSynthetic }) {
      throw ReleaseError.unreadable(
        "the last release in \(folder) and these figures are not both synthetic, or both real.")
    }
  }

  private static func indicators(_ metadata: SeparatedText) -> Set<String> {
    guard let name = metadata.column("col_name"), let type = metadata.column("col_type") else { return [] }
    return Set(metadata.records.filter { $0[type] == "Indicator" }.map { $0[name] })
  }

  private static func audit(_ data: Data, _ stem: String) throws -> Audit {
    guard let audit = try? JSONDecoder().decode(Audit.self, from: data) else {
      throw ReleaseError.unreadable("\(stem).audit.json is not an audit that kith release wrote.")
    }
    return audit
  }

  private static func isSynthetic(_ pair: Pair) -> Bool {
    pair.audit?.synthetic ?? (pair.data.column("synthetic") != nil)
  }
}

extension EarlierRelease {
  /// What it says of the counts of a release.
  func knowledge(_ naming: ReleaseModel.Naming, policy: DisclosurePolicy) throws(ReleaseError) -> EarlierKnowledge {
    var knowledge = EarlierKnowledge()
    var revised: [String] = []
    var unknown: Set<String> = []
    for pair in pairs {
      var reading = EarlierReading(pair, naming, policy: policy)
      reading.readRows()
      unknown.formUnion(reading.unknown)
      for (key, range) in reading.shown {
        let (name, count) = (naming.names.name(key), naming.counts[key] ?? 0)
        guard range.contains(count) else { revised.append(name); continue }
        knowledge.ranges[name] = range.intersection(knowledge.ranges[name] ?? .anyCount)
      }
      for (key, range) in reading.withheld { knowledge.withheld[naming.names.name(key)] = range }
    }
    if !revised.isEmpty, !allowsRevision {
      throw .refused(
        "\(revised.sorted()[0])\(revised.count > 1 ? " and \(revised.count - 1) more are" : " is") not what the last release "
          + "showed; if they have been revised, say --revised.")
    }
    if !revised.isEmpty {
      knowledge.notices.append("\(revised.count) counts have been revised since the last release.")
    }
    if !unknown.isEmpty {
      knowledge.notices.append(
        "The last release has figures that these have not (\(unknown.sorted().prefix(6).joined(separator: ", "))"
          + (unknown.count > 6 ? " and \(unknown.count - 6) more" : "") + "); counts that it withheld stay withheld.")
    }
    return knowledge
  }
}
