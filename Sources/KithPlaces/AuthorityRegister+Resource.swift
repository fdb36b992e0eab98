import KithTables

extension AuthorityRegister {
  /// Reads the register that is part of the program.
  ///
  /// Columns: code, name, aliases (apart by `;`), region, opened, closed, ons_codes (`CODE[from..until]`),
  /// predecessors, successors. Days are ISO 8601; an empty day is open. The facts are those of the ONS code history
  /// and of the Department for Education's lists.
  init(bundled bytes: [UInt8]) {
    guard let table = try? SeparatedText(bytes) else { preconditionFailure("authorities.csv does not read") }
    self.init(table.records.compactMap(Authority.init(record:)))
    precondition(authorities.count == table.records.count, "authorities.csv has a row that does not read")
  }
}

extension Authority {
  /// Reads a row of the register; nil when a part of it does not read.
  init?(record: [String]) {
    guard record.count == 9, let code = AuthorityCode(parsing: record[0]), let region = Region(rawValue: record[3])
    else { return nil }
    self.init(
      code: code, name: record[1], aliases: record[2].split(separator: ";").map(\.trimmed), region: region,
      opened: Day(iso: record[4]), closed: Day(iso: record[5]),
      onsCodes: record[6].split(separator: " ").map(HeldCode.init(text:)),
      predecessors: record[7].split(separator: " ").compactMap { AuthorityCode(parsing: $0) },
      successors: record[8].split(separator: " ").compactMap { AuthorityCode(parsing: $0) })
  }
}

extension Authority.HeldCode {
  /// Reads `E08000016[..2025-04-30]`.
  init(text: some StringProtocol) {
    let parts = text.split { $0 == "[" || $0 == "]" }
    let days = parts.count > 1 ? String(parts[1]) : ".."
    self.init(
      code: parts.first.map { String($0) } ?? "", from: Day(iso: days.prefix(10)), until: Day(iso: days.suffix(10)))
  }
}
