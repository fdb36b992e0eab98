public import KithTables

/// Who a child is.
public struct ChildIdentifiers: Row {
  /// The return that holds the row.
  public let collection: InNeedReturn
  /// The row's position in its table, from 0.
  public let row: Int

  /// The row at a position of the table.
  @inlinable public init(_ collection: InNeedReturn, row: Int) {
    self.collection = collection
    self.row = row
  }

  /// The table's name in the guidance.
  public static var tableName: TableName { .childIdentifiers }

  /// The rows of the table by child, in order.
  @inlinable public static func order(in collection: InNeedReturn) -> RowOrder { collection.identifiers.order }
}

extension ChildIdentifiers {
  /// The authority's identifier of the child (LAchildID).
  @inlinable public var childID: Label { collection.identifiers.childID[row] }

  /// The unique pupil number (UPN).
  @inlinable public var upn: Label { collection.identifiers.upn[row] }

  /// A unique pupil number that the child had before (FormerUPN).
  @inlinable public var formerUPN: Label { collection.identifiers.formerUPN[row] }

  /// Why there is no unique pupil number (UPNunknown).
  @inlinable public var upnUnknown: Coded<UPNUnknown> { collection.identifiers.upnUnknown[row] }

  /// The date of birth (PersonBirthDate).
  @inlinable public var birthDate: Cell<Day> { collection.identifiers.birthDate[row] }

  /// The date on which a child not yet born is expected (ExpectedPersonBirthDate).
  @inlinable public var expectedBirthDate: Cell<Day> { collection.identifiers.expectedBirthDate[row] }

  /// The gender, to 2023/24 (GenderCurrent).
  @inlinable public var gender: Coded<GenderCurrent> { collection.identifiers.gender[row] }

  /// The sex, from 2024/25 (Sex).
  @inlinable public var sex: Coded<Sex> { collection.identifiers.sex[row] }

  /// The date of death (PersonDeathDate).
  @inlinable public var deathDate: Cell<Day> { collection.identifiers.deathDate[row] }
}

/// The children: who each is, in the order of the file.
public struct ChildIdentifiersTable: Sendable {
  /// The text of the table as it was submitted.
  public let raw: RawTable
  /// The rows by child, in order.
  public let order: RowOrder
  @usableFromInline let childID: LabelColumn
  @usableFromInline let upn: LabelColumn
  @usableFromInline let formerUPN: LabelColumn
  @usableFromInline let upnUnknown: CodeColumn<UPNUnknown>
  @usableFromInline let birthDate: DayColumn
  @usableFromInline let expectedBirthDate: DayColumn
  @usableFromInline let gender: CodeColumn<GenderCurrent>
  @usableFromInline let sex: CodeColumn<Sex>
  @usableFromInline let deathDate: DayColumn

  init(_ raw: RawTable, links: InNeedLinks, texts: inout TextDictionary) {
    self.raw = raw
    let columns = ColumnReader(raw, days: raw.elementPath == nil ? .either : .iso)
    childID = columns.labels(.childIdentifier, &texts)
    upn = columns.labels(.upn, &texts)
    formerUPN = columns.labels(.formerUPN, &texts)
    upnUnknown = columns.codes(.upnUnknown, &texts)
    birthDate = columns.days(.birthDate)
    expectedBirthDate = columns.days(.expectedBirthDate)
    gender = columns.codes(.gender, &texts)
    sex = columns.codes(.personSex, &texts)
    deathDate = columns.days(.deathDate)
    order = links.order(of: raw, sortedBy: [])
  }

  /// The columns that hold a day.
  var days: [(Field, DayColumn)] {
    [(.birthDate, birthDate), (.expectedBirthDate, expectedBirthDate), (.deathDate, deathDate)]
  }
}
