public import KithTables

/// Sequences from comma-separated text: an identifier, which is not read, and then a state in each column; blank after the end.
public struct SequenceFile: Sendable {
  /// The sequences, their states in order of their names.
  public let sequences: StateSequences

  /// Reads text; a blank between states is a state of its own, named `missing`.
  public init(_ table: SeparatedText) throws(StudyError) {
    guard table.header.count > 2 else {
      throw StudyError(
        .column, "A file of sequences has an identifier in its first column and a state in each of the others.")
    }
    let rows = table.records.map { record in
      var cells = record.dropFirst().map { $0.isEmpty ? "missing" : $0 }
      while let last = cells.last, last == "missing" { cells.removeLast() }
      return cells
    }
    guard rows.contains(where: { !$0.isEmpty }) else {
      throw StudyError(.tooLittle, "No sequence has a state.")
    }
    let states = Set(rows.flatMap { $0 }).sorted()
    guard states.count <= 250 else { throw StudyError(.column, "There are more than 250 different states.") }
    let numbers = Dictionary(uniqueKeysWithValues: states.enumerated().map { ($1, UInt8($0)) })
    sequences = StateSequences(
      unchecked: states, rows.filter { !$0.isEmpty }.map { row in row.map { numbers[$0] ?? 0 } })
  }
}
