public import KithPlaces
import KithTables

/// What the Department for Education's screener would say of an Explore Education Statistics (EES) data file and its metadata.
///
/// The rules are those of the Department's open data standards and of its published screener (eesyscreener 0.3.1), said anew. They stand
/// in stages, and what follows a stage that fails is not looked at, for it would be about the wrong things. Two things are left to the
/// Department: whether a column's name is in its data dictionary, and places other than countries, regions and authorities.
public struct EESScreening: Sendable {
  /// A stage of the screening, in order.
  public enum Stage: String, Sendable, CaseIterable {
    case fileNames = "file names"
    case requiredColumns = "required columns"
    case crossFile = "both files"
    case columns
    case metadata
    case time
    case filters
    case geography
    case rows
    case indicators
    case harmonisedNames = "harmonised names"
    case limits
  }

  /// What a finding means for the pair.
  public enum Severity: String, Sendable {
    /// The platform would refuse the pair.
    case failure
    /// The platform would take the pair, and show it worse than it could.
    case warning
  }

  /// What is wrong with the pair.
  public struct Finding: Hashable, Sendable, CustomStringConvertible {
    /// The stage that found it.
    public let stage: Stage
    /// What it means.
    public let severity: Severity
    /// The rule's short name.
    public let rule: String
    /// What is wrong and what to do.
    public let message: String

    /// The finding as a line.
    public var description: String { "\(severity.rawValue), \(stage.rawValue): \(message)" }
  }

  /// What was found, in the order of the stages.
  public let findings: [Finding]
  /// The rows of the data file.
  public let rowCount: Int
  /// The last stage that was looked at.
  public let lastStage: Stage

  /// The names of all rules, in order.
  public static var ruleNames: [String] { Stage.allCases.flatMap { $0.rules.map(\.name) } }

  /// Whether the platform would take the pair.
  public var passes: Bool { findings.allSatisfy { $0.severity != .failure } }

  /// Screens a pair as bytes, under the names that it has or is to have.
  ///
  /// - Parameter metadata: The metadata file; nil where there is none, which is a failure, and the columns are then told apart by what they hold.
  public init(
    data: [UInt8], named name: String, metadata: [UInt8]?, named metadataName: String,
    register: AuthorityRegister = .england, stopsAtFailure: Bool = true
  ) throws(AggregatesError) {
    let pair = ScreenedPair(
      data: try PublishedFile.separatedText(data, path: name), name: name,
      metadata: try metadata.map { bytes throws(AggregatesError) in
        try PublishedFile.separatedText(bytes, path: metadataName)
      },
      metadataName: metadataName, register: register)
    self.init(pair, stopsAtFailure: stopsAtFailure)
  }

  /// Screens a data file and the metadata file beside it, `name.meta.csv`.
  public init(
    path: String, register: AuthorityRegister = .england, stopsAtFailure: Bool = true
  ) throws(AggregatesError) {
    let file = PublishedFile(path: path)
    let metadata = PublishedFile(path: (path.hasSuffix(".csv") ? String(path.dropLast(4)) : path) + ".meta.csv")
    try self.init(
      data: try file.bytes(), named: file.name, metadata: metadata.exists ? try metadata.bytes() : nil,
      named: metadata.name, register: register, stopsAtFailure: stopsAtFailure)
  }

  private init(_ pair: ScreenedPair, stopsAtFailure: Bool) {
    var findings: [Finding] = []
    if pair.metadata == nil {
      findings.append(
        Finding(
          stage: .fileNames, severity: .failure, rule: "metadata file",
          message: "there is no metadata file \(pair.metadataName); its columns are taken for what they look like."))
    }
    var last = Stage.fileNames
    for stage in Stage.allCases {
      last = stage
      let found = stage.rules.flatMap { rule in
        rule.problems(pair).map { Finding(stage: stage, severity: rule.severity, rule: rule.name, message: $0) }
      }
      findings += found
      if stopsAtFailure, found.contains(where: { $0.severity == .failure }) { break }
    }
    self.findings = findings
    rowCount = pair.data.records.count
    lastStage = last
  }
}

/// A rule of the screening: what is wrong with a pair, a sentence for each thing.
struct ScreeningRule: Sendable {
  let name: String
  let severity: EESScreening.Severity
  let problems: @Sendable (ScreenedPair) -> [String]

  static func fails(_ name: String, _ problems: @escaping @Sendable (ScreenedPair) -> [String]) -> ScreeningRule {
    ScreeningRule(name: name, severity: .failure, problems: problems)
  }

  static func warns(_ name: String, _ problems: @escaping @Sendable (ScreenedPair) -> [String]) -> ScreeningRule {
    ScreeningRule(name: name, severity: .warning, problems: problems)
  }
}

extension EESScreening.Stage {
  /// The rules of the stage.
  var rules: [ScreeningRule] {
    switch self {
    case .fileNames: fileNameRules
    case .requiredColumns: requiredColumnRules
    case .crossFile: crossFileRules
    case .columns: columnRules
    case .metadata: metadataRules
    case .time: timeRules
    case .filters: filterRules
    case .geography: geographyRules
    case .rows: rowRules
    case .indicators: indicatorRules
    case .harmonisedNames: harmonisedNameRules
    case .limits: limitRules
    }
  }
}
