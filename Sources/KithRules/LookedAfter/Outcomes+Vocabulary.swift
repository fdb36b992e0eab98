import KithReturns
import KithTables

extension OC2 {
  /// Whether one of the items that every child needs is blank: immunisations, teeth, health, substance misuse.
  var lacksCoreItem: Bool {
    immunisations.isMissing || dentalCheck.isMissing || healthAssessment.isMissing || substanceMisuse.isMissing
  }

  /// Whether one of the items that every child needs is given.
  var hasCoreItem: Bool {
    immunisations.isPresent || dentalCheck.isPresent || healthAssessment.isPresent || substanceMisuse.isPresent
  }

  /// Whether one of the items that only some children need is given: convictions, development, intervention.
  var hasFurtherItem: Bool {
    convicted.isPresent || healthCheck.isPresent || interventionReceived.isPresent || interventionOffered.isPresent
  }

  /// Whether a score of the Strengths and Difficulties Questionnaire, or a reason for none, is given.
  var hasSDQ: Bool { sdqScore.isPresent || sdqReason.isPresent }

  /// Whether the child reaches an age in the year, its first and last day included.
  func turns(_ years: Int) -> Bool {
    let birthday = dateOfBirth.adding(years: years)
    return collection.start <= birthday && birthday <= collection.end
  }

  /// Whether the questionnaire is due throughout the year: 4 or over at its start and not yet 17 at its end.
  var isOfSDQAge: Bool {
    dateOfBirth.adding(years: 4) <= collection.start && dateOfBirth.adding(years: 17) > collection.end
  }
}
