extension String {
  /// The text as a cell of comma-separated text (RFC 4180): in quotes where it holds a comma, a quote or a line end.
  public var quotedCell: String {
    guard utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return self }
    return "\"" + split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
