/// Why a model could not be fitted.
public enum FitFailure: Error, Hashable, Sendable {
  /// There are no more values than coefficients.
  case tooFew
  /// No event happened, or an expected number is not above zero.
  case nothingHappened
  /// Columns say the same, so that their effects cannot be told apart.
  case collinear
  /// Where a column says so nothing happened at all, so that its ratio has no end.
  case separated
  /// The steps did not settle.
  case unsettled
}
