import KithStatistics

extension StudyError {
  /// What it means that a model of something could not be fitted.
  init(_ failure: FitFailure, of what: String) {
    switch failure {
    case .tooFew:
      self.init(.tooLittle, "There are too few \(what) for a fit; give more, or ask for less.")
    case .nothingHappened:
      self.init(.tooLittle, "No event is among the \(what), so nothing can be fitted; take more years together.")
    case .collinear:
      self.init(
        .collinear,
        "Variables of the \(what) say the same, or one never changes; leave one of them out.")
    case .separated:
      self.init(
        .tooLittle,
        "Some of the \(what) have no event at all, so that a ratio has no end; take more years or groups together.")
    case .unsettled:
      self.init(
        .unsettled, "The fit of the \(what) did not settle; leave a variable out, or look for a value that is far off.")
    }
  }

  /// Does some fitting, and says in a study's words what went wrong.
  static func fitting<Outcome>(_ what: String, _ work: () throws(FitFailure) -> Outcome) throws(StudyError) -> Outcome {
    do { return try work() } catch { throw StudyError(error, of: what) }
  }
}
