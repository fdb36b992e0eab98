public import KithTables

/// An episode of care: a time under one legal status in one placement.
public struct Episode: Row {
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
  public static var tableName: TableName { .episodes }

  /// The rows of the table by child, in order.
  @inlinable public static func order(in collection: LookedAfterReturn) -> RowOrder { collection.episodes.order }
}

extension Episode {
  /// The authority's identifier of the child (CHILD).
  @inlinable public var childID: Label { collection.episodes.childID[row] }

  /// The day on which the episode began (DECOM).
  @inlinable public var start: Cell<Day> { collection.episodes.start[row] }

  /// The reason for the new episode (RNE).
  @inlinable public var startReason: Coded<StartReason> { collection.episodes.startReason[row] }

  /// The legal status (LS).
  @inlinable public var legalStatus: Coded<LegalStatus> { collection.episodes.legalStatus[row] }

  /// The category of need (CIN).
  @inlinable public var need: Coded<CategoryOfNeed> { collection.episodes.need[row] }

  /// The type of placement (PLACE).
  @inlinable public var placement: Coded<PlacementType> { collection.episodes.placement[row] }

  /// Who provides the placement (PLACE_PROVIDER).
  @inlinable public var provider: Coded<PlacementProvider> { collection.episodes.provider[row] }

  /// The day on which the episode ceased (DEC).
  @inlinable public var end: Cell<Day> { collection.episodes.end[row] }

  /// The reason why the episode ceased (REC).
  @inlinable public var endReason: Coded<EndReason> { collection.episodes.endReason[row] }

  /// The reason for the change of placement (REASON_PLACE_CHANGE).
  @inlinable public var changeReason: Coded<ChangeReason> { collection.episodes.changeReason[row] }

  /// The postcode of the home from which the child came (HOME_POST).
  @inlinable public var homePostcode: Label { collection.episodes.homePostcode[row] }

  /// The postcode of the placement (PL_POST).
  @inlinable public var placementPostcode: Label { collection.episodes.placementPostcode[row] }

  /// The Ofsted number of the placement (URN).
  @inlinable public var urn: Label { collection.episodes.urn[row] }

  /// The authority in whose area the placement lies (derived) (PL_LA).
  @inlinable public var placementAuthority: Label { collection.episodes.placementAuthority[row] }

  /// Whether the placement lies in the authority's own area (derived) (PL_LOCATION).
  @inlinable public var placementLocation: Coded<PlacementLocation> { collection.episodes.placementLocation[row] }

  /// The distance from home to placement, in miles (derived) (PL_DISTANCE).
  @inlinable public var placementDistance: Cell<Double> { collection.episodes.placementDistance[row] }
}

/// The table of Episodes, in the order of the file.
public struct EpisodeTable: Sendable {
  /// The text of the table as it was submitted.
  public let raw: RawTable
  /// The rows by child, in order.
  public let order: RowOrder
  @usableFromInline let childID: LabelColumn
  @usableFromInline let start: DayColumn
  @usableFromInline let startReason: CodeColumn<StartReason>
  @usableFromInline let legalStatus: CodeColumn<LegalStatus>
  @usableFromInline let need: CodeColumn<CategoryOfNeed>
  @usableFromInline let placement: CodeColumn<PlacementType>
  @usableFromInline let provider: CodeColumn<PlacementProvider>
  @usableFromInline let end: DayColumn
  @usableFromInline let endReason: CodeColumn<EndReason>
  @usableFromInline let changeReason: CodeColumn<ChangeReason>
  @usableFromInline let homePostcode: LabelColumn
  @usableFromInline let placementPostcode: LabelColumn
  @usableFromInline let urn: LabelColumn
  @usableFromInline let placementAuthority: LabelColumn
  @usableFromInline let placementLocation: CodeColumn<PlacementLocation>
  @usableFromInline let placementDistance: NumberColumn

  init(_ raw: RawTable, texts: inout TextDictionary, children: inout ChildNumbers) {
    self.raw = raw
    let columns = ColumnReader(raw)
    childID = columns.labels(.child, &texts)
    start = columns.days(.start)
    startReason = columns.codes(.startReason, &texts)
    legalStatus = columns.codes(.legalStatus, &texts)
    need = columns.codes(.need, &texts)
    placement = columns.codes(.placement, &texts)
    provider = columns.codes(.provider, &texts)
    end = columns.days(.end)
    endReason = columns.codes(.endReason, &texts)
    changeReason = columns.codes(.changeReason, &texts)
    homePostcode = columns.labels(.homePostcode, &texts)
    placementPostcode = columns.labels(.placementPostcode, &texts)
    urn = columns.labels(.urn, &texts)
    placementAuthority = columns.labels(.placementAuthority, &texts)
    placementLocation = columns.codes(.placementLocation, &texts)
    placementDistance = columns.numbers(.placementDistance)
    order = RowOrder(raw, of: childID, sortedBy: [start, end], children: &children)
  }

  /// The columns that hold a day.
  var days: [(Field, DayColumn)] { [(.start, start), (.end, end)] }
}
