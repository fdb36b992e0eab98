/// Whom a way to data is for.
public enum UserKind: String, Decodable, CaseIterable, Sendable {
  /// An analyst of a local authority.
  case laAnalyst = "la-analyst"
  /// A regional alliance of authorities.
  case regionalAlliance = "regional-alliance"
  /// A researcher, of a university or elsewhere.
  case researcher
  /// An analyst of a department or inspectorate.
  case governmentAnalyst = "government-analyst"
  /// Anyone.
  case anyone

  /// The kind in words.
  public var title: String {
    switch self {
    case .laAnalyst: "local authority analyst"
    case .regionalAlliance: "regional alliance"
    case .researcher: "researcher"
    case .governmentAnalyst: "government analyst"
    case .anyone: "anyone"
    }
  }
}

/// One way in which some kinds of user may have a data set.
public struct Access: Decodable, Hashable, Sendable {
  /// Whom it is for.
  public let who: [UserKind]
  /// The route, by its identifier.
  public let route: String
  /// The published data set that is had in place of the records; nil where the data set itself is.
  public let instead: String?
  /// What to know of it.
  public let note: String?
}

/// A route by which data are had.
public struct Route: Decodable, Hashable, Sendable {
  /// The name by which commands know it, such as `dfe-sharing`.
  public let id: String
  /// What it is called.
  public let title: String
  /// What to do.
  public let how: String
  /// What has to be there first.
  public let needs: [String]
  /// Where the data are worked on.
  public let `where`: String
  /// What happens to results before they leave.
  public let outputs: String
  /// The fewest months to allow.
  public let fewestMonths: Int
  /// The most months to allow.
  public let mostMonths: Int
  /// What of it is not verified.
  public let unverified: [String]

  /// The months to allow, in words, which say that nobody has verified them.
  public var allowance: String { Route.allowance(fewestMonths, mostMonths) }

  /// Months to allow, in words, which say that nobody has verified them: they are a range of ours for planning.
  public static func allowance(_ fewest: Int, _ most: Int) -> String {
    most == 0 ? "no wait" : "\(months(fewest, most)) (not verified)"
  }

  private static func months(_ fewest: Int, _ most: Int) -> String {
    if fewest == 0 { return most == 1 ? "up to a month" : "up to \(most) months" }
    return fewest == most ? "\(most) months" : "\(fewest) to \(most) months"
  }
}
