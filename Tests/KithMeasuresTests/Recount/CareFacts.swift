import KithReturns
import KithTables

/// What a year's return says of a child beside episodes.
struct CareFacts {
  var sex = "U"
  var born: Day?
  /// The last day as an unaccompanied child, and whether there is one at all.
  private var statusEnds: Day?
  private var hasStatus = false
  var wasMissing = false
  var wasAway = false
  var workers: Set<String> = []
  var score: Int?
  var answers: Set<Answer> = []
  /// The latest decision to place the child for adoption that was not reversed.
  var standingDecision: Day?
  /// What the return says of the adoption itself: the decision, and the match.
  var adoptionDecided: Day?
  var matched: Day?

  enum Answer { case convicted, healthCheck, immunised, dentalCheck, healthAssessment, substances }

  func groups(on day: Day) -> ChildGroups { ChildGroups(sex: sex, age: AgeBand.inCare(born: born, on: day)) }

  func isUnaccompanied(on day: Day) -> Bool { hasStatus && (statusEnds.map { $0 > day } ?? true) }

  /// Every child whom the return names.
  static func all(of own: LookedAfterReturn, _ days: CollectionDays) -> [String: CareFacts] {
    var facts: [String: CareFacts] = [:]
    func name(_ child: Label) -> String { own.texts[child] }
    for row in own.all(Header.self) where row.childID.isPresent {
      facts[name(row.childID), default: CareFacts()].add(row)
    }
    for row in own.all(UASC.self) where row.childID.isPresent && row.isOfUnaccompanied {
      facts[name(row.childID), default: CareFacts()].addStatus(until: row.statusCeased.value)
    }
    for row in own.all(MissingPeriod.self) where row.childID.isPresent && days.meets(row.start.value, row.end.value) {
      if row.kind == .m { facts[name(row.childID), default: CareFacts()].wasMissing = true }
      if row.kind == .a { facts[name(row.childID), default: CareFacts()].wasAway = true }
    }
    for row in own.all(SocialWorkerEpisode.self) where row.childID.isPresent && row.worker.isPresent {
      guard days.meets(row.start.value, row.end.value) else { continue }
      facts[name(row.childID), default: CareFacts()].workers.insert(name(row.worker))
    }
    for row in own.all(OC2.self) where row.childID.isPresent { facts[name(row.childID), default: CareFacts()].add(row) }
    for row in own.all(PlacedForAdoption.self) where row.childID.isPresent && !row.reversed.hasValue {
      facts[name(row.childID), default: CareFacts()].add(decision: row.decided.value)
    }
    for row in own.all(AD1.self) where row.childID.isPresent { facts[name(row.childID), default: CareFacts()].add(row) }
    return facts
  }

  private mutating func add(decision: Day?) { standingDecision = [standingDecision, decision].compactMap { $0 }.max() }

  private mutating func add(_ row: AD1) {
    adoptionDecided = [adoptionDecided, row.decided.value].compactMap { $0 }.max()
    matched = [matched, row.matched.value].compactMap { $0 }.max()
  }

  private mutating func add(_ row: Header) {
    let own = ["1": "M", "M": "M", "2": "F", "F": "F"][row.sex.text ?? ""] ?? "U"
    sex = sex == "U" ? own : own == "U" ? sex : min(sex, own)
    born = [born, row.dateOfBirth.value].compactMap { $0 }.min()
  }

  private mutating func addStatus(until day: Day?) {
    statusEnds = hasStatus ? statusEnds.flatMap { known in day.map { max(known, $0) } } : day
    hasStatus = true
  }

  private mutating func add(_ row: OC2) {
    if let score = row.sdqScore.value { self.score = max(self.score ?? Int(score), Int(score)) }
    let given: [(Coded<YesOrNo>, Answer)] = [
      (row.convicted, .convicted), (row.healthCheck, .healthCheck), (row.immunisations, .immunised),
      (row.dentalCheck, .dentalCheck), (row.healthAssessment, .healthAssessment), (row.substanceMisuse, .substances),
    ]
    for (cell, answer) in given where cell == .yes { answers.insert(answer) }
  }
}
