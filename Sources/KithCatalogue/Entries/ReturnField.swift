public import KithReturns
import KithStore

/// A field of a return that Kith reads, as an application and its codebook have it.
public struct ReturnField: Hashable, Sendable {
  /// The collection.
  public let collection: CollectionKind
  /// The table.
  public let table: TableName
  /// The field.
  public let field: Field
  /// What it is.
  public let meaning: String
  /// When it is blank.
  public let blank: String
  /// The coarser form that serves most questions; empty where there is none.
  public let coarser: String

  /// The name by which a question asks for it: `Episodes.DECOM`.
  public var name: String { "\(table).\(field)" }

  private var schema: TableSchema? { collection.schemas.first { $0.name == table } }

  /// Whether the table, as the year's specification has it, holds the field.
  public var isOfItsTable: Bool { schema?.fields.contains(field) ?? false }

  /// Whether it holds a day.
  public var isDay: Bool { schema?.days.contains(field) ?? false }

  /// Whether it is collected in a year, by the calendar year in which the collection ends.
  public func isCollected(in year: Int) -> Bool {
    guard let schema else { return false }
    return schema.years.contains(year) && (schema.fieldYears[field] ?? .all).contains(year)
  }

  /// The years in which it is collected, in words.
  public var years: String {
    guard let schema else { return "" }
    let first = [schema.years.first, schema.fieldYears[field]?.first].compactMap(\.self).max()
    let last = [schema.years.last, schema.fieldYears[field]?.last].compactMap(\.self).min()
    switch (first, last) {
    case (let first?, let last?): return "\(first) to \(last)"
    case (let first?, nil): return "from \(first)"
    case (nil, let last?): return "to \(last)"
    case (nil, nil): return "all"
    }
  }

  /// What changed in its codes from year to year: the codes, and what became of them.
  public var codeChanges: [String] {
    let own = Harmonisation.standard.mappings.filter {
      $0.collection == collection && $0.table == table.description && $0.field == field.description
    }
    return own.map(\.why).distinct.map { why in
      own.filter { $0.why == why }.map(\.code).distinct.joined(separator: ", ") + ": " + why
    }
  }

  /// What a field does in an answer.
  public enum Use: Sendable {
    /// It joins the records of a child.
    case key
    /// It gives a child's age.
    case birth
    /// It places an event in time.
    case day
    /// It tells groups of children apart.
    case group
    /// It says what kind of event, state or place it is.
    case kind
  }

  /// What it does in an answer.
  public var use: Use {
    switch field {
    case .child, .upn, .childIdentifier, .formerUPN, .detailsNumber, .assessmentNumber, .protectionPlanNumber: .key
    case .dateOfBirth, .birthDate, .expectedBirthDate: .birth
    case .sex, .ethnicity, .gender, .personSex, .ethnicGroup, .disability: .group
    default: isDay ? .day : .kind
    }
  }
}
