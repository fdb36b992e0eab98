/// What is asked of each child of a population. The answers part those of whom something is known.
struct OutcomeQuestion: Sendable {
  let id: String
  let population: OutcomePopulation
  /// The answers, in words.
  let answers: [String]
  /// The kinds of file without which it cannot be asked.
  let needs: [AttributeKind]
  /// The place of a child's answer; nil where it is unknown.
  let answer: @Sendable (PupilRecord) -> Int?
}

/// An outcome: a figure of those who have one of some answers, or of what is known of them.
public struct Outcome: Sendable {
  /// How it is worked out from a question.
  enum Form: Sendable {
    /// The percentage with one of these answers.
    case share([Int])
    /// The sum of a first number over that of a second, times `scale`.
    case ratio(scale: Double, of: @Sendable (PupilRecord) -> (Double, Double)?)
    /// The sum of a number for every 100 children.
    case events(@Sendable (PupilRecord) -> Int)
  }

  /// The measure's row in the list of official measures, as `OUT02`; blank for health, of which there is no official measure.
  public let measure: String
  /// The name by which files know it.
  public let id: String
  /// The name in words.
  public let title: String
  /// The unit: `percentage`, `mean` or `rate per 100`.
  public let unit: String
  let question: OutcomeQuestion
  let form: Form
}

extension OutcomeQuestion {
  /// Key stage 2: a pupil with *no* in one subject has not met it in all; one with a blank and no *no* is unknown.
  static let standard = OutcomeQuestion(
    id: "ks2", population: .endOfKeyStage2, answers: ["met", "not met"], needs: [.ks2]
  ) { record in
    guard record.isInKeyStage2 else { return nil }
    if record.subjects.contains(false) { return 1 }
    return record.subjects.allSatisfy { $0 == true } ? 0 : nil
  }

  static let attainment = OutcomeQuestion(
    id: "ks4-attainment-8", population: .endOfKeyStage4, answers: ["known"], needs: [.ks4]
  ) { $0.attainment8.map { _ in 0 } }

  static let baccalaureate = OutcomeQuestion(
    id: "ks4-ebacc", population: .endOfKeyStage4, answers: ["known"], needs: [.ks4]
  ) { $0.ebacc.map { _ in 0 } }

  static let passes = OutcomeQuestion(
    id: "ks4-english-mathematics", population: .endOfKeyStage4, answers: ["grade 5", "grade 4", "neither"],
    needs: [.ks4]
  ) { record in
    if record.pass5 == true { return 0 }
    if record.pass4 == false { return 2 }
    return record.pass4 == true && record.pass5 == false ? 1 : nil
  }

  /// Persistent absence is 10 % or more of a pupil's own possible sessions, severe absence 50 % or more.
  static let attendance = OutcomeQuestion(
    id: "absence", population: .schoolAge, answers: ["half or more", "a tenth or more", "less"],
    needs: [.census, .absence]
  ) { record in
    guard record.isInCensus, let absence = record.absence, absence.possible > 0 else { return nil }
    return absence.missed * 2 >= absence.possible ? 0 : absence.missed * 10 >= absence.possible ? 1 : 2
  }

  static let suspension = OutcomeQuestion(
    id: "suspension", population: .schoolAge, answers: ["suspended", "not suspended"], needs: [.census, .exclusion]
  ) { $0.isInCensus ? ($0.suspensions > 0 ? 0 : 1) : nil }

  static let exclusion = OutcomeQuestion(
    id: "exclusion", population: .schoolAge, answers: ["excluded", "not excluded"], needs: [.census, .exclusion]
  ) { $0.isInCensus ? ($0.exclusions > 0 ? 0 : 1) : nil }

  static let need = OutcomeQuestion(
    id: "sen", population: .schoolAge, answers: ["plan", "support", "none"], needs: [.census]
  ) { record in
    guard record.isInCensus, let need = record.need else { return nil }
    return ["plan": 0, "support": 1][need] ?? 2
  }

  static func health(_ name: String) -> OutcomeQuestion {
    OutcomeQuestion(
      id: "health-\(name)", population: .everyone, answers: ["yes", "no"], needs: [.health]
    ) { $0.health[name].map { $0 ? 0 : 1 } }
  }
}

extension Outcome {
  /// The outcomes of the list of official measures, OUT02 to OUT07, and a share for each question of health.
  ///
  /// Source: Department for Education, "Outcomes for children in need, including children looked after by local authorities in England".
  static func all(health: some Sequence<String>) -> [Outcome] {
    official
      + health.sorted().map { name in
        Outcome(
          measure: "", id: "health_" + name.lowercased().map { $0.isLetter || $0.isNumber ? String($0) : "_" }.joined(),
          title: name, unit: "percentage", question: .health(name), form: .share([0]))
      }
  }

  private static func share(
    _ measure: String, _ id: String, _ title: String, _ question: OutcomeQuestion, _ answers: [Int]
  ) -> Outcome {
    Outcome(
      measure: measure, id: id, title: title, unit: "percentage", question: question, form: .share(answers))
  }

  private static let official = [
    share("OUT02", "ks2_rwm_pct", "Expected standard in reading, writing and mathematics", .standard, [0]),
    Outcome(
      measure: "OUT03", id: "ks4_attainment_8", title: "Attainment 8", unit: "mean", question: .attainment,
      form: .ratio(scale: 1) { record in record.attainment8.map { ($0, 1) } }),
    share("OUT03", "ks4_pass_4_pct", "Grade 4 or above in English and mathematics", .passes, [0, 1]),
    share("OUT03", "ks4_pass_5_pct", "Grade 5 or above in English and mathematics", .passes, [0]),
    Outcome(
      measure: "OUT03", id: "ks4_ebacc_points", title: "English Baccalaureate average point score", unit: "mean",
      question: .baccalaureate, form: .ratio(scale: 1) { record in record.ebacc.map { ($0, 1) } }),
    Outcome(
      measure: "OUT04", id: "absence_pct", title: "Sessions missed", unit: "percentage", question: .attendance,
      form: .ratio(scale: 100) { $0.absence.map { ($0.missed, $0.possible) } }),
    share("OUT05", "persistent_absence_pct", "Persistently absent (10 % or more)", .attendance, [0, 1]),
    share("OUT05", "severe_absence_pct", "Severely absent (50 % or more)", .attendance, [0]),
    share("OUT06", "suspended_pct", "Suspended once or more", .suspension, [0]),
    Outcome(
      measure: "OUT06", id: "permanent_exclusion_rate", title: "Permanent exclusions", unit: "rate per 100",
      question: .exclusion, form: .events { $0.exclusions }),
    share("OUT07", "sen_support_pct", "Special educational needs support", .need, [1]),
    share("OUT07", "sen_plan_pct", "Education, health and care plan", .need, [0]),
  ]
}
