public import KithLake

/// What became of a package that was sent to a pool.
public struct Reception: Hashable, Sendable {
  /// The authority; nil where the package does not say.
  public let authority: String?
  /// The package's hash; nil where it has no manifest that reads.
  public let package: String?
  /// What stands against it, each with a place and what to send instead; empty where it was taken.
  public let faults: [CellFault]
  /// Whether it took the place of an earlier package of the authority.
  public let supersedes: Bool

  /// Whether the package was taken.
  public var isAccepted: Bool { faults.isEmpty }

  /// The report for the authority as comma-separated text: file, row, line, column, what to send instead. No value is in it.
  public var report: String {
    faults.reduce(into: "file,row,line,column,what_to_send_instead\n") { text, fault in
      let cells = [
        fault.file, fault.row.map(String.init) ?? "", fault.line.map(String.init) ?? "", fault.column ?? "",
        fault.remedy,
      ]
      text += cells.map(Self.cell).joined(separator: ",") + "\n"
    }
  }

  private static func cell(_ text: String) -> String {
    text.contains { ",\"\n".contains($0) } ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}
