public import ArgumentParser
public import KithMeasures

/// The edges that a user may set.
struct MeasureEdges: ParsableArguments {
  @Option(help: "A re-referral is within: anniversary, under-12-months or 365-days.")
  var rereferralWindow = MeasureOptions.ReferralWindow.anniversary
  @Option(help: "Working days are counted: after-start or from-start.")
  var workingDays = MeasureOptions.DayCount.afterStart
  @Option(help: "An assessment's 45 days run from the: assessment or referral.")
  var assessmentClock = MeasureOptions.AssessmentClock.assessment
  @Option(help: "Two years of a plan are: 729-days or calendar.")
  var twoYears = MeasureOptions.TwoYears.days729
  @Option(help: "Holidays, hospital and respite among placements are: not-counted or counted.")
  var temporaryPlacements = MeasureOptions.TemporaryPlacements.notCounted
  @Option(help: "The questionnaire is of ages: 5-16 or 4-16.")
  var questionnaireAges = MeasureOptions.QuestionnaireAges.published

  var options: MeasureOptions {
    var options = MeasureOptions()
    options.referralWindow = rereferralWindow
    options.dayCount = workingDays
    options.assessmentClock = assessmentClock
    options.twoYears = twoYears
    options.temporaryPlacements = temporaryPlacements
    options.questionnaireAges = questionnaireAges
    return options
  }
}

extension Breakdown: ExpressibleByArgument {}
extension MeasureOptions.ReferralWindow: ExpressibleByArgument {}
extension MeasureOptions.DayCount: ExpressibleByArgument {}
extension MeasureOptions.AssessmentClock: ExpressibleByArgument {}
extension MeasureOptions.TwoYears: ExpressibleByArgument {}
extension MeasureOptions.TemporaryPlacements: ExpressibleByArgument {}
extension MeasureOptions.QuestionnaireAges: ExpressibleByArgument {}
