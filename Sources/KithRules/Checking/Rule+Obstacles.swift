import KithReturns

extension Rule {
  /// Why the rule cannot run on a return at all; nil when it can.
  func obstacle(in collection: Collection) -> Check.Reason? {
    if let supply = Supply.allCases.first(where: { needs.contains($0) && !collection.has($0) }) {
      return .notSupplied(supply)
    }
    if let obstacle = (reads + parts.flatMap(\.linked)).lazy.compactMap({ $0.obstacle(in: collection) }).first {
      return obstacle
    }
    let obstacles = parts.map { part in
      Reading(table: part.table, fields: part.fields, isLastYear: part.isLastYear, isOptional: false)
        .obstacle(in: collection)
    }
    return obstacles.contains { $0 == nil } ? nil : obstacles.first ?? nil
  }

  /// The rows of a part that depend on a day that cannot be read: in the row itself or, where the rule consults
  /// others of the child's rows, in any of those.
  func rowsWithUnreadableDays(of part: RulePart<Collection>, in collection: Collection) -> [Int] {
    var rows: Set<Int> = []
    guard let own = part.isLastYear ? collection.lastYear : collection else { return [] }
    for field in part.fields where own.dayFields(of: part.table).contains(field) {
      rows.formUnion(own.unreadableDays(part.table, field))
    }
    guard let order = own.order(part.table) else { return rows.sorted() }
    for reading in reads + part.linked {
      guard let source = reading.isLastYear ? collection.lastYear : collection,
        let theirs = source.order(reading.table)
      else { continue }
      for field in reading.fields where source.dayFields(of: reading.table).contains(field) {
        for row in source.unreadableDays(reading.table, field) {
          rows.formUnion(order.rows(ofChild: theirs.child(ofRow: row)))
        }
      }
    }
    return rows.sorted()
  }
}

extension Reading {
  fileprivate func obstacle(in collection: some SubmittedReturn) -> Check.Reason? {
    guard !isOptional else { return nil }
    guard let source = isLastYear ? collection.lastYear : collection else { return .noLastYear(table) }
    let raw = source.raw(table)
    guard raw.isSubmitted else { return isLastYear ? .noLastYear(table) : .noTable(table) }
    return fields.lazy.filter { !raw.has($0) }.compactMap { obstacle(for: $0, in: source) }.first
  }

  /// Why the rule cannot do without a field that the table's file has not; nil when it is worked out.
  private func obstacle(for field: Field, in source: some SubmittedReturn) -> Check.Reason? {
    if let origin = source.derivation(of: field) {
      guard !source.raw(origin).isSubmitted else { return nil }
      return isLastYear ? .noLastYear(origin) : .noTable(origin)
    }
    return source.supply(for: field).map { .notSupplied($0) } ?? .noColumn(table, field)
  }
}
