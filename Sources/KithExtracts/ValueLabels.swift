import KithTables

/// The codes of a list with words for each, for readers of an extract.
public struct ValueLabels: Hashable, Sendable {
  /// The list's name.
  public let name: String
  /// Each code with its words, in the list's order.
  public let labels: [(code: String, words: String)]

  /// Lists of one name are the same list.
  public static func == (a: ValueLabels, b: ValueLabels) -> Bool { a.name == b.name }

  /// The name tells a list.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }

  /// The words of a code; nil when the list has none for it.
  public func words(_ code: String) -> String? { labels.first { $0.code == code }?.words }

  /// The list of a name of `Resources/value_labels.csv`, which must be there.
  public init(_ name: String) {
    guard let table = try? SeparatedText(PackageResources.value_labels_csv), let set = table.column("set"),
      let code = table.column("code"), let words = table.column("words")
    else { preconditionFailure("value_labels.csv has the columns set, code and words") }
    self.name = name
    labels = table.records.filter { $0[set] == name }.map { ($0[code], $0[words]) }
    precondition(!labels.isEmpty, "\(name) is a list of value_labels.csv")
  }
}
