public import KithTables

/// A child, as the header of the return describes the child.
public struct Header: Row {
  /// The return that holds the row.
  public let collection: LookedAfterReturn
  /// The row's position in its table, from 0.
  public let row: Int

  /// The row at a position of the table.
  @inlinable public init(_ collection: LookedAfterReturn, row: Int) {
    self.collection = collection
    self.row = row
  }

  /// The table's name in the guidance.
  public static var tableName: TableName { .headers }

  /// The rows of the table by child, in order.
  @inlinable public static func order(in collection: LookedAfterReturn) -> RowOrder { collection.headers.order }
}

extension Header {
  /// The authority's identifier of the child (CHILD).
  @inlinable public var childID: Label { collection.headers.childID[row] }

  /// The sex (SEX).
  @inlinable public var sex: Coded<Sex> { collection.headers.sex[row] }

  /// The date of birth (DOB).
  @inlinable public var dateOfBirth: Cell<Day> { collection.headers.dateOfBirth[row] }

  /// The ethnic origin (ETHNIC).
  @inlinable public var ethnicity: Coded<Ethnicity> { collection.headers.ethnicity[row] }

  /// The unique pupil number, or why there is none (UPN).
  @inlinable public var upn: Label { collection.headers.upn[row] }

  /// Whether the child is a mother (MOTHER).
  @inlinable public var mother: Coded<YesOrNo> { collection.headers.mother[row] }

  /// The date of birth of the child's first child (MC_DOB).
  @inlinable public var firstChildBorn: Cell<Day> { collection.headers.firstChildBorn[row] }

  /// Whether the child was an unaccompanied asylum-seeking child in the year, where the file states it (UASC).
  @inlinable public var statedUnaccompanied: Coded<YesOrNo> { collection.headers.statedUnaccompanied[row] }
}

/// The table of Header, in the order of the file.
public struct HeaderTable: Sendable {
  /// The text of the table as it was submitted.
  public let raw: RawTable
  /// The rows by child, in order.
  public let order: RowOrder
  @usableFromInline let childID: LabelColumn
  @usableFromInline let sex: CodeColumn<Sex>
  @usableFromInline let dateOfBirth: DayColumn
  @usableFromInline let ethnicity: CodeColumn<Ethnicity>
  @usableFromInline let upn: LabelColumn
  @usableFromInline let mother: CodeColumn<YesOrNo>
  @usableFromInline let firstChildBorn: DayColumn
  @usableFromInline let statedUnaccompanied: CodeColumn<YesOrNo>

  init(_ raw: RawTable, texts: inout TextDictionary, children: inout ChildNumbers) {
    self.raw = raw
    let columns = ColumnReader(raw)
    childID = columns.labels(.child, &texts)
    sex = columns.codes(.sex, &texts)
    dateOfBirth = columns.days(.dateOfBirth)
    ethnicity = columns.codes(.ethnicity, &texts)
    upn = columns.labels(.upn, &texts)
    mother = columns.codes(.mother, &texts)
    firstChildBorn = columns.days(.firstChildBorn)
    statedUnaccompanied = columns.codes(.unaccompanied, &texts)
    order = RowOrder(raw, of: childID, children: &children)
  }

  /// The columns that hold a day.
  var days: [(Field, DayColumn)] { [(.dateOfBirth, dateOfBirth), (.firstChildBorn, firstChildBorn)] }
}
