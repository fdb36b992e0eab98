import KithReturns
import KithTables
import KithTesting

/// Makes returns of invented children, the same for the same seed, with mistakes in them.
///
/// The children are invented freely: what matters is that many rules have something to say, on both sides of their
/// limits.
struct SyntheticReturn {
  private var random: SplitMix64
  private let year: Int
  private var now: [TableName: EditableTable] = [:]
  private var before: [TableName: EditableTable] = [:]
  private let yearStart: Int32
  private let yearEnd: Int32
  private var lastEnd: Int32?

  /// A return of so many children, with so many of a thousand cells wrong.
  static func make(seed: UInt64, children: Int, year: Int = 2026, wrongInThousand: Int = 0) -> EditableReturn {
    var maker = SyntheticReturn(seed: seed, year: year)
    for child in 0..<children { maker.addChild(child) }
    maker.damage(inThousand: wrongInThousand)
    return EditableReturn(year: year, tables: maker.now, lastYear: maker.before)
  }

  private init(seed: UInt64, year: Int) {
    random = SplitMix64(seed: seed)
    self.year = year
    yearStart = Day(1, 4, year - 1)?.number ?? 0
    yearEnd = Day(31, 3, year)?.number ?? 0
    for schema in LookedAfterSchema.tables {
      let derived = schema.name == .episodes ? schema.derived : []
      now[schema.name] = EditableTable(schema.name, schema.fields + derived)
      before[schema.name] = EditableTable(schema.name, schema.fields + derived)
    }
  }

  private mutating func add(_ table: TableName, isLastYear: Bool = false, _ values: [Field: String]) {
    func row(_ table: EditableTable) -> [String?] { table.fields.map { values[$0].flatMap { $0.isEmpty ? nil : $0 } } }
    if isLastYear {
      if let old = before[table] { before[table]?.rows.append(row(old)) }
    } else if let new = now[table] {
      now[table]?.rows.append(row(new))
    }
  }

  private func text(_ day: Int32) -> String { Day(number: day).description }

  private mutating func day(_ first: Int32, _ last: Int32) -> Int32 {
    first + Int32(random.number(0...Int(max(0, last - first))))
  }
}

extension SyntheticReturn {
  /// What the tables say of one child.
  private struct Person {
    let id: String
    let sex: String
    let born: Int32
    let isUnaccompanied: Bool
    var shared: [Field: String]
  }

  private mutating func addChild(_ number: Int) {
    let ages = [1, 3, 4, 5, 9, 10, 11, 13, 14, 15, 16, 16, 17, 17, 18, 18, 19]
    let born = Day(number: yearEnd).adding(years: -random.pick(ages)).number + Int32(random.number(-200...200))
    let sexes = year >= 2025 ? ["M", "F", "F", "U"] : ["1", "2", "2"]
    let id = "K" + String(1000 + number)
    let sex = random.pick(sexes)
    let person = Person(
      id: id, sex: sex, born: born, isUnaccompanied: random.chance(150),
      shared: [.child: id, .dateOfBirth: text(born), .sex: sex])
    lastEnd = nil
    addHeader(person)
    if random.chance(900) { addEpisodes(person) }
    addOutcomes(person)
    addAdoption(person)
    addTimes(person)
  }

  private mutating func addHeader(_ person: Person) {
    let upn =
      random.chance(500)
      ? "A" + String(100_000_000_000 + random.number(0...99_999_999)) : "UN" + String(random.number(1...5))
    let isMother = person.sex == "F" || person.sex == "2" ? random.pick(["0", "0", "1", ""]) : ""
    var header = person.shared
    header[.ethnicity] = random.pick(["WBRI", "BCRB", "AOTH", "NOBT"])
    header[.upn] = upn
    header[.mother] = isMother
    if isMother == "1" { header[.firstChildBorn] = text(day(yearStart - 200, yearEnd)) }
    add(.headers, header)
    if random.chance(800) {
      if random.chance(200) { header[.mother] = random.pick(["0", "1", ""]) }
      if random.chance(200) { header[.firstChildBorn] = text(yearStart - 20) }
      if random.chance(200) { header[.upn] = random.pick(["UN1", "UN2", "UN5", "", "B123456789012"]) }
      add(.headers, isLastYear: true, header)
    }
    guard person.isUnaccompanied else { return }
    let ceased = random.pick([
      "", text(Day(number: person.born).adding(years: 18).number), text(day(yearStart, yearEnd)),
      text(day(yearStart - 365, yearStart)),
    ])
    if random.chance(800) { add(.uascs, person.shared.merging([.statusCeased: ceased]) { $1 }) }
    if random.chance(800) {
      let last = random.chance(500) ? ceased : text(Day(number: person.born).adding(years: 18).number)
      add(.uascs, isLastYear: true, person.shared.merging([.statusCeased: last]) { $1 })
    }
  }

  private mutating func addEpisodes(_ person: Person) {
    if random.chance(120) { return addBreaks(person, [.legalStatus: "V3", .placement: "K2"], gaps: 3...25) }
    if random.chance(80) { return addBreaks(person, [.legalStatus: "C2", .placement: "T3"], gaps: 60...150) }
    var start = day(yearStart - 500, yearEnd - 20)
    let count = random.number(1...6)
    var reason = "S"
    var status = random.pick(["C1", "C2", "V2", "V3", "V3", "V4", "E1", "D1", "L1", "L2", "L3", "J1", "J2"])
    var kept = placement(of: person)
    let need = "N" + String(random.number(1...8))
    for number in 0..<count where start < yearEnd {
      let isLast = number == count - 1
      let length = random.pick([1, 2, 3, 4, 7, 8, 10, 17, 18, 21, 22, 30, 42, 43, 60, 90, 200])
      let end = start + Int32(length)
      let isOpen = isLast && random.chance(600) || end > yearEnd
      let breaks = isLast || random.chance(250)
      let left = random.pick([
        "E4A", "E4A", "E4B", "E11", "E12", "E2", "E3", "E5", "E7", "E8", "E15", "E17", "E45", "E46",
      ])
      let endReason = isOpen ? "" : breaks ? left : "X1"
      var values = kept
      values[.child] = person.id
      values[.need] = random.chance(930) ? need : "N3"
      values[.start] = text(start)
      values[.startReason] = reason
      values[.legalStatus] = status
      values[.end] = isOpen ? "" : text(end)
      values[.endReason] = endReason
      if endReason == "X1", random.chance(600) {
        values[.changeReason] = random.pick(["CARPL", "CLOSE", "CHILD", "CUSTOD", "OTHER"])
      }
      addEpisode(values, start: start, end: isOpen ? nil : end)
      if isOpen { return }
      start = breaks ? end + Int32(random.number(1...40)) : end + (random.chance(930) ? 0 : 1)
      reason = breaks ? "S" : random.pick(["L", "P", "T", "B", "U"])
      if reason != "P", reason != "T" {
        status = random.chance(500) ? status : random.pick(["C1", "C2", "V2", "V3", "E1", "J2"])
      }
      if reason != "L" || random.chance(100) { kept = random.chance(150) ? kept : placement(of: person) }
    }
  }

  /// Short stays one after another, over two years.
  private mutating func addBreaks(_ person: Person, _ same: [Field: String], gaps: ClosedRange<Int>) {
    var start = day(yearStart - 330, yearStart)
    while start < yearEnd - 60 {
      let end = start + Int32(random.number(4...19))
      let stay: [Field: String] = [
        .child: person.id, .start: text(start), .end: text(end), .startReason: "S", .endReason: "E4A", .need: "N2",
      ]
      addEpisode(same.merging(stay) { $1 }, start: start, end: end)
      start = end + Int32(random.number(gaps))
    }
  }

  private mutating func addEpisode(_ values: [Field: String], start: Int32, end: Int32?) {
    if end.map({ $0 >= yearStart }) ?? true { add(.episodes, values) }
    lastEnd = end
    guard start < yearStart, end.map({ $0 >= yearStart - 365 }) ?? true else { return }
    var old = values
    if end.map({ $0 >= yearStart }) ?? true {
      for field in [Field.end, .endReason, .changeReason] { old[field] = "" }
    }
    if random.chance(100) { old[.startReason] = "B" }
    add(.episodes, isLastYear: true, old)
  }

  private mutating func placement(of person: Person) -> [Field: String] {
    let types = [
      "A3", "A4", "A5", "A6", "K1", "K2", "K3", "P1", "P3", "R2", "R5", "S1", "T0", "T1", "T3", "T3", "T4", "U1",
      "U3", "U4", "U6", "Z11", "Z12", "Z1", "H5", "P2",
    ]
    let type = random.pick(types)
    let home = "AB" + String(random.number(1...9)) + " 1CD"
    let isBare = person.isUnaccompanied || random.chance(100)
    return [
      .placement: type, .provider: random.pick(["PR0", "PR1", "PR2", "PR3", "PR4", "PR5", ""]),
      .homePostcode: isBare ? "" : home,
      .placementPostcode: isBare ? "" : random.chance(150) ? home : "EF" + String(random.number(1...9)) + " 2GH",
      .urn: random.pick(["", "SC123456", "SC654321", "XXXXXXX"]),
      .placementAuthority: random.pick(["E09000027", "E09000021", "WAL"]),
      .placementLocation: random.pick(["IN", "OUT"]), .placementDistance: String(random.number(0...400)) + ".5",
    ]
  }
}

extension SyntheticReturn {
  private mutating func flag() -> String { random.pick(["0", "1", "0", "1", ""]) }

  private mutating func addOutcomes(_ person: Person) {
    let items: [Field] = [
      .convicted, .healthCheck, .immunisations, .dentalCheck, .healthAssessment, .substanceMisuse,
      .interventionReceived, .interventionOffered,
    ]
    if random.chance(700) {
      var outcomes = person.shared
      for item in items where random.chance(900) { outcomes[item] = flag() }
      outcomes[.sdqScore] = random.chance(400) ? String(random.number(-1...42)) : ""
      outcomes[.sdqReason] = random.chance(400) ? "SDQ" + String(random.number(1...5)) : ""
      add(.oc2s, outcomes)
      if random.chance(500) { add(.oc2s, isLastYear: true, outcomes) }
    }
    if random.chance(400) {
      var leaver = person.shared
      leaver[.inTouch] = random.pick(["YES", "NO", "DIED", "RHOM", "REFU", ""])
      leaver[.activity] = random.pick(["F1", "P2", "G4", "0", ""])
      leaver[.accommodation] = random.pick(["B1", "T1", "Z1", "Z2", "K1", "0", ""])
      add(.oc3s, leaver)
      if random.chance(500) { add(.oc3s, isLastYear: true, leaver) }
    }
    let arrangement: [Field: String] = [
      .permanence: random.pick(["P1", "P4", "Z1", ""]), .permanenceAuthority: random.pick(["318", "WAL", "", ""]),
      .permanenceDate: random.pick(["ZZ/05/2019", "01/02/2020", text(day(yearStart - 400, yearEnd)), "", ""]),
    ]
    if random.chance(400) { add(.previousPermanence, person.shared.merging(arrangement) { $1 }) }
  }

  private mutating func addAdoption(_ person: Person) {
    let decided = day(yearStart - 300, yearEnd)
    if random.chance(300) {
      var adoption = person.shared
      adoption[.adoptionDecided] = random.chance(800) ? text(decided) : ""
      let matched = lastEnd.flatMap { random.chance(600) ? $0 : nil } ?? decided + Int32(random.number(-20...60))
      adoption[.matched] = random.chance(800) ? text(matched) : ""
      adoption[.adoptedByFosterCarer] = flag()
      adoption[.numberOfAdopters] = random.pick(["1", "2", ""])
      adoption[.sexOfAdopters] = random.pick(["M1", "F1", "MM", "FF", "MF", ""])
      adoption[.adoptersStatus] = random.pick(["L0", "L11", "L12", "L2", "L3", "L4", ""])
      add(.ad1s, adoption)
      if random.chance(300) { add(.ad1s, isLastYear: true, adoption) }
    }
    guard random.chance(400) else { return }
    var start = decided + Int32(random.pick([0, 0, 0, -30]))
    for _ in 0..<random.number(1...2) {
      let isReversed = random.chance(500)
      var decision = person.shared
      decision[.placedDecided] = random.chance(930) ? text(start) : ""
      decision[.placedReversed] = isReversed ? text(start + Int32(random.number(0...200))) : ""
      decision[.reversalReason] = isReversed && random.chance(850) ? "RD" + String(random.number(1...4)) : ""
      if random.chance(900) { add(.placedForAdoption, decision) }
      if random.chance(400) {
        if random.chance(400) { (decision[.placedReversed], decision[.reversalReason]) = ("", "") }
        add(.placedForAdoption, isLastYear: true, decision)
      }
      start += Int32(random.number(20...150))
    }
  }

  private mutating func addTimes(_ person: Person) {
    var review = day(yearStart, yearStart + 60)
    while review < yearEnd, random.chance(600) {
      let item: [Field: String] = [
        .review: text(review), .participation: random.pick(["PN0", "PN1", "PN3", "PN7", ""]),
      ]
      add(.reviews, person.shared.merging(item) { $1 })
      review += Int32(random.number(30...150))
    }
    addTimes(person, .absences, .missingStart, .missingEnd, in: 400) { [.absence: $0.pick(["M", "A", ""])] }
    addTimes(person, .socialWorkers, .workerStart, .workerEnd, in: 900) {
      [
        .worker: $0.pick(["SW1234", "XX99", "SW", "ZZ1234", ""]),
        .workerReason: $0.pick(["FCONTA", "MANAGE", "LEFTRL", "OTHERS", ""]),
      ]
    }
    addTimes(person, .deprivationsOfLiberty, .orderStart, .orderEnd, in: 400) { _ in [:] }
  }

  private mutating func addTimes(
    _ person: Person, _ table: TableName, _ startField: Field, _ endField: Field, in thousand: Int,
    _ others: (inout SplitMix64) -> [Field: String]
  ) {
    guard random.chance(thousand) else { return }
    var start = day(yearStart - 250, yearEnd - 5)
    for _ in 0..<random.number(1...4) where start <= yearEnd + 3 {
      let lastDays = yearEnd - Int32(random.number(0...7))
      let end = random.chance(200) && start <= lastDays ? lastDays : start + Int32(random.pick([0, 1, 3, 4, 40, 100]))
      let isOpen = random.chance(200)
      var item = person.shared.merging(others(&random)) { $1 }
      item[startField] = text(start)
      item[endField] = isOpen ? "" : text(end)
      if isOpen || end >= yearStart - 20 { add(table, item) }
      if start < yearStart {
        if end >= yearStart { item[endField] = "" }
        add(table, isLastYear: true, item)
      }
      start = end + Int32(random.pick([-2, 0, 1, 3, 6, 7, 8, 30]))
    }
  }
}

extension SyntheticReturn {
  /// Spoils cells: blanks, other rows' values, days that are off, lower case, spaces and nonsense.
  private mutating func damage(inThousand: Int) {
    guard inThousand > 0 else { return }
    for schema in LookedAfterSchema.tables {
      if let table = now[schema.name] { now[schema.name] = damaged(table, schema.days, inThousand) }
      if let table = before[schema.name] { before[schema.name] = damaged(table, schema.days, inThousand) }
    }
  }

  private mutating func damaged(_ table: EditableTable, _ days: Set<Field>, _ inThousand: Int) -> EditableTable {
    var table = table
    for row in table.rows.indices {
      for (column, field) in table.fields.enumerated() where random.chance(inThousand) {
        let other = table.rows[random.number(0...table.rows.count - 1)][column]
        let own = table.rows[row][column]
        let day = own.flatMap { Day(returnText: $0) }
        switch random.number(0...7) {
        case 0, 1: table.rows[row][column] = nil
        case 2, 3: table.rows[row][column] = other
        case 4: table.rows[row][column] = field == .child ? "K9999" : days.contains(field) ? "31/02/2025" : "Q9"
        case 5: table.rows[row][column] = own.map { " " + $0.lowercased() + " " }
        default:
          let shift = random.pick([-13_000, -13_000, -3650, -366, -30, -7, -1, 1, 7, 30, 366, 4_000])
          table.rows[row][column] = day.map { $0.adding(days: shift).description } ?? other
        }
      }
    }
    return table
  }
}
