public import KithTables

/// The health, behaviour and convictions of a child looked after for at least twelve months (OC2).
public struct OC2: Row {
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
  public static var tableName: TableName { .oc2s }

  /// The rows of the table by child, in order.
  @inlinable public static func order(in collection: LookedAfterReturn) -> RowOrder { collection.oc2s.order }
}

extension OC2 {
  /// The authority's identifier of the child (CHILD).
  @inlinable public var childID: Label { collection.oc2s.childID[row] }

  /// The date of birth as written in this table (DOB).
  @inlinable public var dateOfBirth: Cell<Day> { collection.oc2s.dateOfBirth[row] }

  /// The total score of the Strengths and Difficulties Questionnaire (SDQ_SCORE).
  @inlinable public var sdqScore: Cell<Double> { collection.oc2s.sdqScore[row] }

  /// Why there is no score (SDQ_REASON).
  @inlinable public var sdqReason: Coded<SDQReason> { collection.oc2s.sdqReason[row] }

  /// Whether the child was convicted or cautioned in the year (CONVICTED).
  @inlinable public var convicted: Coded<YesOrNo> { collection.oc2s.convicted[row] }

  /// Whether development checks are up to date (HEALTH_CHECK).
  @inlinable public var healthCheck: Coded<YesOrNo> { collection.oc2s.healthCheck[row] }

  /// Whether immunisations are up to date (IMMUNISATIONS).
  @inlinable public var immunisations: Coded<YesOrNo> { collection.oc2s.immunisations[row] }

  /// Whether a dentist saw the child in the year (TEETH_CHECK).
  @inlinable public var dentalCheck: Coded<YesOrNo> { collection.oc2s.dentalCheck[row] }

  /// Whether the child's health was assessed in the year (HEALTH_ASSESSMENT).
  @inlinable public var healthAssessment: Coded<YesOrNo> { collection.oc2s.healthAssessment[row] }

  /// Whether a substance misuse problem was identified (SUBSTANCE_MISUSE).
  @inlinable public var substanceMisuse: Coded<YesOrNo> { collection.oc2s.substanceMisuse[row] }

  /// Whether the child received an intervention for it (INTERVENTION_RECEIVED).
  @inlinable public var interventionReceived: Coded<YesOrNo> { collection.oc2s.interventionReceived[row] }

  /// Whether an intervention was offered (INTERVENTION_OFFERED).
  @inlinable public var interventionOffered: Coded<YesOrNo> { collection.oc2s.interventionOffered[row] }
}

/// The table of OC2, in the order of the file.
public struct OC2Table: Sendable {
  /// The text of the table as it was submitted.
  public let raw: RawTable
  /// The rows by child, in order.
  public let order: RowOrder
  @usableFromInline let childID: LabelColumn
  @usableFromInline let dateOfBirth: DayColumn
  @usableFromInline let sdqScore: NumberColumn
  @usableFromInline let sdqReason: CodeColumn<SDQReason>
  @usableFromInline let convicted: CodeColumn<YesOrNo>
  @usableFromInline let healthCheck: CodeColumn<YesOrNo>
  @usableFromInline let immunisations: CodeColumn<YesOrNo>
  @usableFromInline let dentalCheck: CodeColumn<YesOrNo>
  @usableFromInline let healthAssessment: CodeColumn<YesOrNo>
  @usableFromInline let substanceMisuse: CodeColumn<YesOrNo>
  @usableFromInline let interventionReceived: CodeColumn<YesOrNo>
  @usableFromInline let interventionOffered: CodeColumn<YesOrNo>

  init(_ raw: RawTable, texts: inout TextDictionary, children: inout ChildNumbers) {
    self.raw = raw
    let columns = ColumnReader(raw)
    childID = columns.labels(.child, &texts)
    dateOfBirth = columns.days(.dateOfBirth)
    sdqScore = columns.numbers(.sdqScore)
    sdqReason = columns.codes(.sdqReason, &texts)
    convicted = columns.codes(.convicted, &texts)
    healthCheck = columns.codes(.healthCheck, &texts)
    immunisations = columns.codes(.immunisations, &texts)
    dentalCheck = columns.codes(.dentalCheck, &texts)
    healthAssessment = columns.codes(.healthAssessment, &texts)
    substanceMisuse = columns.codes(.substanceMisuse, &texts)
    interventionReceived = columns.codes(.interventionReceived, &texts)
    interventionOffered = columns.codes(.interventionOffered, &texts)
    order = RowOrder(raw, of: childID, children: &children)
  }

  /// The columns that hold a day.
  var days: [(Field, DayColumn)] { [(.dateOfBirth, dateOfBirth)] }
}
