public import KithReturns

/// Who works with which child, from a list that the user supplies: child, team, worker.
public struct Teams: Sendable {
  /// A child's team and worker.
  public struct Place: Sendable, Equatable {
    /// The team.
    public let team: String
    /// The worker; empty when the list does not say.
    public let worker: String
  }

  private var places: [String: Place] = [:]

  /// No list.
  public init() {}

  /// The list in a CSV file with the headings `child` and `team` and, where it is known, `worker`.
  public init(_ path: String) throws(ReadError) {
    let list = try ListFile(path)
    guard let child = list.column("child"), let team = list.column("team") else {
      throw ReadError(.headings("child, team and worker"), path)
    }
    let worker = list.column("worker")
    for row in list.rows where !row[child].isEmpty {
      places[row[child].uppercased()] = Place(team: row[team], worker: worker.map { row[$0] } ?? "")
    }
  }

  /// The team and worker of a child; nil when the list does not name the child.
  public subscript(child: String) -> Place? { places[child.uppercased()] }
}
