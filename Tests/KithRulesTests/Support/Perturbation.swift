import KithReturns
import KithTables
import KithTesting

@testable import KithRules

/// A field of a table of this year or of last.
struct FieldPlace: Hashable, Sendable, CustomStringConvertible {
  let place: TablePlace
  let field: Field

  var description: String { "\(place).\(field)" }
}

extension Rule<LookedAfterReturn> {
  /// The fields that the rule says it consults, the child's identifier apart.
  var listedFields: Set<FieldPlace> {
    var listed: Set<FieldPlace> = []
    func add(_ table: TableName, _ isLastYear: Bool, _ fields: [Field]) {
      let place = TablePlace(table: table, isLastYear: isLastYear)
      for field in fields where field != .child { listed.insert(FieldPlace(place: place, field: field)) }
    }
    for part in parts {
      add(part.table, part.isLastYear, part.fields)
      for linked in part.linked { add(linked.table, linked.isLastYear, linked.fields) }
    }
    for reading in reads { add(reading.table, reading.isLastYear, reading.fields) }
    return listed
  }
}

/// Ways to change the cells of one field.
enum Perturbation: CaseIterable, Sendable {
  /// The cells change places.
  case shuffled
  /// About half of the cells become blank.
  case blanked
  /// About half of the cells become nonsense.
  case garbled
  /// Days move by a few days or years, and codes become others that the field holds.
  case shifted

  /// The cells after the change; `values` are others that the field holds somewhere.
  func applied(to cells: [String?], values: [String], random: inout SplitMix64) -> [String?] {
    switch self {
    case .shuffled: return random.shuffled(cells)
    case .blanked: return cells.map { random.chance(500) ? nil : $0 }
    case .garbled: return cells.map { random.chance(500) ? "Q?9" : $0 }
    case .shifted:
      return cells.map { cell in
        guard let day = cell.flatMap({ Day(returnText: $0) }), random.chance(800) else {
          return values.isEmpty ? cell : random.pick(values)
        }
        return day.adding(days: random.pick([-3650, -1100, -366, -40, -7, -1, 1, 7, 40, 366, 1100, 3650])).description
      }
    }
  }
}

extension EditableReturn {
  /// The return with one field's cells changed; nil when nothing changed.
  func perturbed(
    _ place: FieldPlace, _ way: Perturbation, values: [String], random: inout SplitMix64
  ) -> EditableReturn? {
    guard let table = self[place.place], let column = table.fields.firstIndex(of: place.field) else { return nil }
    let cells = table.rows.map { $0[column] }
    let changed = way.applied(to: cells, values: values, random: &random)
    guard changed != cells else { return nil }
    var edited = self
    for row in changed.indices { edited[place.place]?.rows[row][column] = changed[row] }
    return edited
  }

  /// Every field of every table but the child's identifier.
  var fieldPlaces: [FieldPlace] {
    places.flatMap { place in
      (self[place]?.fields ?? []).filter { $0 != .child }.map { FieldPlace(place: place, field: $0) }
    }
  }

  /// The return without rows of a child that the order of the table cannot tell apart but by their other fields.
  var untied: EditableReturn {
    var edited = self
    for place in places {
      guard let table = self[place] else { continue }
      var seen: Set<String> = []
      edited[place]?.rows = table.rows.indices.filter { row in
        let key = [Field.child] + Self.order(of: place.table)
        return seen.insert(key.map { (table[$0, row] ?? "").uppercased() }.joined(separator: "|")).inserted
      }.map { table.rows[$0] }
    }
    return edited
  }

  private static func order(of table: TableName) -> [Field] {
    switch table {
    case .episodes: [.start, .end]
    case .reviews: [.review]
    case .placedForAdoption: [.placedDecided, .placedReversed]
    case .absences: [.missingStart, .missingEnd]
    case .socialWorkers: [.workerStart, .workerEnd]
    case .deprivationsOfLiberty: [.orderStart, .orderEnd]
    default: []
    }
  }

  /// The return with most cells blank in the tables that say of a child what may be left out.
  func thinned(seed: UInt64) -> EditableReturn {
    var random = SplitMix64(seed: seed)
    var edited = self
    for place in places where place.table != .episodes && place.table != .headers {
      guard let table = self[place] else { continue }
      for row in table.rows.indices {
        for field in table.fields where field != .child && field != .dateOfBirth && random.chance(650) {
          edited[place]?[field, row] = nil
        }
      }
    }
    return edited.untied
  }

  /// The return without a table of this year.
  func without(_ table: TableName) -> EditableReturn {
    var edited = self
    edited.tables[table] = nil
    return edited
  }

  /// The return as the XML layout states it: with the UASC flag in the headers.
  var statingUnaccompanied: EditableReturn {
    var edited = self
    for isLastYear in [false, true] {
      let (headers, uascs) = (
        TablePlace(table: .headers, isLastYear: isLastYear), TablePlace(table: .uascs, isLastYear: isLastYear)
      )
      guard let table = self[headers], let others = self[uascs] else { continue }
      let children = Set(others.rows.indices.compactMap { others[.child, $0] })
      edited[headers]?.fields.append(.unaccompanied)
      edited[headers]?.rows = table.rows.indices.map { row in
        table.rows[row] + [table[.child, row].map(children.contains) == true ? "1" : "0"]
      }
    }
    return edited
  }
}

extension RuleBook<LookedAfterReturn> {
  /// The rows that each rule of the book flags in a return.
  func flags(in collection: LookedAfterReturn) async -> [[FlaggedRow]] {
    let check = await check(collection)
    return rules.indices.map { check.flaggedRows(ofRule: $0).sorted() }
  }
}
