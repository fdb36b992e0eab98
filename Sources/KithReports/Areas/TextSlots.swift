import Foundation

/// What people have written for a document: a plain text file for each place.
public struct TextSlots: Sendable {
  /// A place for human text.
  public enum Slot: String, CaseIterable, Sendable {
    /// The five findings and five decisions.
    case summary
    /// What children and young people have said.
    case voice
    /// Which services there are, and what they reach.
    case services
    /// What research and evaluation say.
    case evidence
    /// What is missing in the local picture.
    case gaps
    /// What sufficiency of homes means here.
    case sufficiency
    /// Why the figures are as they are.
    case reasons

    /// What is asked for.
    public var title: String {
      switch self {
      case .summary: "Summary: five findings and five decisions"
      case .voice: "The voice of children and young people"
      case .services: "Services and what they reach"
      case .evidence: "What research and evaluation say"
      case .gaps: "What this assessment does not know"
      case .sufficiency: "What the placements mean for sufficiency"
      case .reasons: "Reasons, as the service sees them"
      }
    }
  }

  private let texts: [Slot: String]
  /// Files in the folder that no place is named after.
  public let unknown: [String]

  /// Nothing is written.
  public static let none = TextSlots(texts: [:], unknown: [])

  private init(texts: [Slot: String], unknown: [String]) {
    self.texts = texts
    self.unknown = unknown
  }

  /// Reads the files of a folder: `voice.txt` for the voice of children. Paragraphs are apart by a blank line.
  public init(folder: String) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    var (texts, unknown): ([Slot: String], [String]) = ([:], [])
    for name in names where name.hasSuffix(".txt") || name.hasSuffix(".md") {
      guard let slot = Slot(rawValue: String(name.split(separator: ".")[0])) else {
        unknown.append(name)
        continue
      }
      texts[slot] = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
    }
    self.init(texts: texts, unknown: unknown)
  }

  /// The paragraphs of a place; none where nothing is written.
  public func paragraphs(_ slot: Slot) -> [String] {
    let lines = (texts[slot] ?? "").split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.trimmingCharacters(in: .whitespaces) }
    return lines.split(separator: "").map { $0.joined(separator: " ") }
  }
}
