import KithReturns
import KithTables

extension Tally {
  /// Counts what the SSDA903 return of the year says of health, behaviour, care leavers, adoption and social workers.
  mutating func addOutcomes(_ careers: [Career]) {
    var writer = LookedAfterWriter(view)
    for career in careers { writer.add(career) }
    let tables = writer.rows.tables(LookedAfterSchema.tables, in: view.year)
    func rows(_ name: TableName) -> [[Field: String]] {
      guard let table = tables[name] else { return [] }
      return (0..<table.rowCount).map { row in
        Dictionary(
          uniqueKeysWithValues: table.columns.keys.compactMap { field in table.text(field, row: row).map { (field, $0) }
          })
      }
    }
    for row in rows(.oc2s) { addOutcome(row) }
    for row in rows(.oc3s) { addLeaver(row) }
    addWorkers(rows(.socialWorkers), careers)
    for career in careers { addAdoption(career) }
  }

  private func age(_ row: [Field: String]) -> Int {
    row[.dateOfBirth].flatMap { Day(returnText: $0) }?.age(on: view.end) ?? 0
  }

  private mutating func addOutcome(_ row: [Field: String]) {
    let age = age(row)
    func isYes(_ field: Field) -> Bool { row[field] == "1" }
    if age < 5 {
      add("aged 0 to 4 for 12 months")
      add("development assessed", if: isYes(.healthCheck))
    }
    if age >= 10 {
      add("aged 10 to 17 for 12 months")
      add("convicted", if: isYes(.convicted))
    }
    add("health assessed", if: isYes(.healthAssessment))
    add("immunised", if: isYes(.immunisations))
    add("teeth checked", if: isYes(.dentalCheck))
    add("misusing substances", if: isYes(.substanceMisuse))
    add("misuse, intervention received", if: isYes(.interventionReceived))
    add("misuse, intervention refused", if: isYes(.interventionOffered) && !isYes(.interventionReceived))
    guard (5...16).contains(age) else { return }
    add("aged 5 to 16 for 12 months")
    guard let score = row[.sdqScore].flatMap({ Int($0) }) else { return }
    add("questionnaire, score")
    add("questionnaire, \(score <= 13 ? "normal" : score <= 16 ? "borderline" : "concern")")
  }

  private mutating func addLeaver(_ row: [Field: String]) {
    let group = "leavers of \(age(row) < 19 ? "17 to 18" : "19 to 21")"
    guard row[.inTouch] != "RHOM", row[.inTouch] != "DIED" else { return }
    add(group)
    let home = row[.accommodation] ?? "0"
    add(home == "0" ? group + ", no information" : group + (home.hasSuffix("1") ? ", suitable" : ", unsuitable"))
    guard let activity = row[.activity], activity != "0" else { return }
    // Full time and part time are published together.
    add(group + ", " + (activity.hasPrefix("P") ? "F" + activity.dropFirst() : activity))
  }

  private mutating func addWorkers(_ rows: [[Field: String]], _ careers: [Career]) {
    let counts = rows.reduce(into: [String: Set<String>]()) { counts, row in
      counts[row[.child] ?? "", default: []].insert(row[.worker] ?? "")
    }
    for career in careers where career.care.contains(where: { $0.contains(view.end) }) {
      add("three social workers or more", if: (counts[career.label]?.count ?? 0) >= 3)
    }
  }

  /// A child adopted in the year, who was placed for it within a year of the decision.
  private mutating func addAdoption(_ career: Career) {
    guard let period = career.care.last(where: { view.contains($0.end) }), period.adoption != nil,
      let decided = period.decisions.last?.decided,
      let placed = period.episodes.first(where: { $0.placement.isAdoptive })?.start
    else { return }
    add("adopted, placed within 12 months", if: placed <= decided.adding(years: 1))
  }
}
