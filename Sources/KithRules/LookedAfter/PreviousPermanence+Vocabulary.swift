import KithReturns
import KithTables

extension PreviousPermanence {
  /// Whether an authority or a date of an order is given.
  var hasDetails: Bool { authority.isPresent || orderDate.isPresent }

  /// Whether the arrangement is blank, or there was one and its authority or date is blank.
  var isIncomplete: Bool {
    option.isMissing || option != .z1 && (authority.isMissing || orderDate.isMissing)
  }

  /// The latest day on which the order may have been made, in 2000 where the year is unknown.
  var orderedAtLatest: Cell<Day> {
    guard orderDate.isPresent else { return .missing }
    let day = PartialDay(returnText: collection.texts.bytes(of: orderDate.id))
    return day?.latest(inUnknownYear: 2000).map { Cell($0) } ?? .unreadable
  }
}
