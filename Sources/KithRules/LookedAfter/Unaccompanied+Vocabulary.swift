import KithReturns
import KithTables

extension Child {
  /// Whether the child is known to be, or to have been last year, an unaccompanied asylum-seeking child.
  var isOrWasUnaccompanied: Bool { isUnaccompanied || lastYear?.isUnaccompanied == true }

  /// Whether the year's header says so; where there is no table of headers, whether the table of such children does,
  /// in a row that says more than who the child is.
  private var isUnaccompanied: Bool {
    guard collection.headers.raw.isSubmitted else {
      return uascs.contains { $0.sex.isPresent || $0.dateOfBirth.isPresent || $0.statusCeased.isPresent }
    }
    return headers.contains { $0.unaccompanied == .yes }
  }
}
