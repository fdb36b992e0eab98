import KithTables

extension CareMaker {
  /// The placements of a period, from its start on.
  mutating func moves(
    from start: Day, to end: Day, way: CareRates.Way, statuses: [StatusChange], plan: AdoptionPlan?
  ) -> [Move] {
    let isRestless = chance.happens(CareRates.restless * (person.age(on: start) > 9 ? 1.5 : 0.7))
    let horizon = plan?.placed ?? end
    var moves = [Move(day: start, placement: first(on: start, statuses, way, plan), reason: "CARPL")]
    var day = start.adding(days: max(1, chance.days(CareRates.firstPlacement)))
    while day.adding(days: 2) < horizon, let last = moves.last {
      let next = next(after: last.placement, on: day, to: end, statuses, way, plan)
      if next != last.placement { moves.append(move(to: next, on: day, from: last.placement)) }
      addPassing(to: &moves, on: day, until: horizon, statuses)
      day = max(day, moves[moves.count - 1].day)
      let isLong = day.days(since: start) > 730
      day = day.adding(days: max(2, stay(isRestless, isLong: isLong)))
    }
    moveAtSixteen(&moves, until: end, statuses)
    if let plan, let last = moves.last { moves.append(adoptive(plan, after: last.placement)) }
    return moves
  }

  private mutating func stay(_ isRestless: Bool, isLong: Bool) -> Int {
    if isRestless { return Int(chance.draw(CareRates.restlessPlacement) * CareRates.restlessStretch) }
    let stretch = CareRates.settledStretch * (isLong ? CareRates.longStretch : 1)
    return Int(chance.draw(CareRates.settledPlacement) * stretch)
  }

  private mutating func move(to placement: Placement, on day: Day, from last: Placement) -> Move {
    let reason = placement.code == "R5" ? "CUSTOD" : chance.pick(CareRates.changes)
    return Move(day: day, placement: placement, reason: reason == "CUSTOD" && placement.code != "R5" ? "OTHER" : reason)
  }

  private mutating func first(on day: Day, _ statuses: [StatusChange], _ way: CareRates.Way, _ plan: AdoptionPlan?)
    -> Placement
  {
    if let plan, plan.isByCarers {
      guard chance.happens(CareRates.fosterMayAdopt) else { return foster("U6", isOwn: true) }
      return foster(chance.happens(CareRates.relativeMayAdopt) ? "U2" : "U5", isOwn: true)
    }
    let legal = statuses.first?.legal ?? "V2"
    if legal == "J1" { return chance.happens(CareRates.inCustody) ? custody() : home() }
    return kind(on: day, legal: legal, canGoHome: false, way: way)
  }

  private mutating func next(
    after last: Placement, on day: Day, to end: Day, _ statuses: [StatusChange], _ way: CareRates.Way,
    _ plan: AdoptionPlan?
  ) -> Placement {
    if plan?.isByCarers == true { return last }
    let later = statuses.filter { $0.day > day }.map(\.legal)
    let now = statuses.last { $0.day <= day }?.legal ?? "V2"
    let isUnderOrder = ["C1", "C2"].contains(now) && later.allSatisfy { ["C1", "C2"].contains($0) }
    return kind(on: day, legal: now, canGoHome: isUnderOrder && plan == nil, way: way)
  }

  /// A placement of a kind that fits the age.
  private mutating func kind(on day: Day, legal: String, canGoHome: Bool, way: CareRates.Way) -> Placement {
    let age = person.age(on: day)
    if canGoHome && chance.happens(CareRates.withParents * (way == .home ? 4 : 1)) { return parents() }
    if canGoHome && age >= 13 && legal == "C2" && chance.happens(CareRates.toCustody) { return custody() }
    if way == .guardianship || way == .kin, chance.happens(min(0.9, 2.5 * CareRates.withFriends)) {
      return foster("U3", isOwn: true)
    }
    if age >= 16.02 && day >= person.birthday(16) { return lateKind(legal) }
    if age < 1.5 && chance.happens(CareRates.inFamilyUnit) {
      return registered("R3", chance.happens(0.7) ? "PR4" : "PR1")
    }
    if age >= 9 && chance.happens(CareRates.inHomes * (age < 12 ? 0.6 : 1.3)) { return home() }
    if age >= 5 && chance.happens(CareRates.inRare) { return rareKind(on: day) }
    return chance.happens(CareRates.withFriends)
      ? foster(chance.happens(0.35) ? "U1" : "U3", isOwn: true)
      : foster(nil, isOwn: chance.happens(CareRates.fosterOwn))
  }

  private mutating func lateKind(_ legal: String) -> Placement {
    let draw = chance.unit()
    if person.isUnaccompanied {
      return draw < 0.70
        ? supported() : draw < 0.97 ? foster(nil, isOwn: draw < 0.70 + 0.27 * CareRates.fosterOwn) : home()
    }
    switch chance.pick(Self.lateKinds) {
    case .supported: return supported()
    case .home: return home()
    case .other: return other()
    case .foster: return foster(nil, isOwn: draw < CareRates.fosterOwn)
    }
  }

  private enum LateKind { case supported, home, other, foster }

  private static let lateKinds: Shares<LateKind> = Shares([
    (.supported, CareRates.inSupported), (.home, CareRates.inHomes), (.other, CareRates.inOther),
    (.foster, CareRates.lateFoster),
  ])

  private mutating func rareKind(on day: Day) -> Placement {
    switch chance.pick(CareRates.rareKinds) {
    case "S1": return registered("S1", "PR4")
    case "R1": return unregistered("R1", chance.happens(0.8) ? "PR4" : "PR5")
    case "R2": return unregistered("R2", "PR3")
    case "K1" where person.age(on: day) > 11: return registered("K1", "PR4")
    default: return other()
    }
  }

  /// To supported accommodation at 16 or 17, for many who stay until they are grown.
  private mutating func moveAtSixteen(_ moves: inout [Move], until end: Day, _ statuses: [StatusChange]) {
    let day = person.birthday(16).adding(days: chance.between(30, 560))
    guard let last = moves.last, last.day.adding(days: 5) < day, day.adding(days: 20) < end,
      !last.placement.isTemporary, chance.happens(CareRates.movesAtSixteen * (last.placement.isFoster ? 0.32 : 1))
    else { return }
    let next = supported()
    if next != last.placement { moves.append(Move(day: day, placement: next, reason: "CARPL")) }
  }

  /// A move for a few days, after which the child goes back.
  private mutating func addPassing(to moves: inout [Move], on day: Day, until end: Day, _ statuses: [StatusChange]) {
    guard chance.happens(0.03), let last = moves.last, last.placement.isFoster else { return }
    let away = last.day.adding(days: chance.between(25, 60))
    let back = away.adding(days: chance.between(3, 6))
    guard back.adding(days: 4) < end, !statuses.contains(where: { $0.day >= away && $0.day <= back }) else { return }
    let passing = Placement(code: chance.happens(0.5) ? "T0" : "T2", provider: nil, urn: nil, postcode: postcode())
    moves.append(Move(day: away, placement: passing, reason: ""))
    moves.append(Move(day: back, placement: last.placement, reason: ""))
  }

  private mutating func adoptive(_ plan: AdoptionPlan, after last: Placement) -> Move {
    let urn = plan.isByCarers ? last.urn : number(0)
    let provider = plan.isByCarers ? last.provider : (chance.happens(0.7) ? "PR1" : "PR5")
    let postcode = plan.isByCarers ? last.postcode : postcode()
    return Move(
      day: plan.placed, placement: Placement(code: plan.placement, provider: provider, urn: urn, postcode: postcode),
      reason: plan.isByCarers ? "PLACE" : "CARPL", staysWithCarers: plan.isByCarers)
  }
}

extension CareMaker {
  /// A registration number that is none: Ofsted's have seven digits and do not begin with 99.
  private func number(_ setting: Int) -> String { "99" + padded(authority.place, 3) + padded(setting, 2) }

  private mutating func foster(_ code: String?, isOwn: Bool) -> Placement {
    let code = code ?? (chance.happens(0.62) ? "U4" : "U6")
    let provider =
      isOwn
      ? "PR1"
      : chance.happens(CareRates.fosterElsewhere) ? "PR2" : chance.happens(CareRates.fosterPrivate) ? "PR4" : "PR5"
    return Placement(
      code: code, provider: provider, urn: number(isOwn ? 1 : 2 + chance.below(8)), postcode: postcode())
  }

  private mutating func parents() -> Placement {
    Placement(code: "P1", provider: "PR0", urn: nil, postcode: postcode())
  }

  private mutating func home() -> Placement { registered("K2", chance.happens(0.14) ? "PR1" : "PR4") }

  private mutating func supported() -> Placement { registered("K3", chance.happens(0.1) ? "PR5" : "PR4") }

  private mutating func custody() -> Placement { unregistered("R5", "PR3") }

  private mutating func registered(_ code: String, _ provider: String) -> Placement {
    Placement(code: code, provider: provider, urn: number(20 + chance.below(60)), postcode: postcode())
  }

  private mutating func unregistered(_ code: String, _ provider: String) -> Placement {
    Placement(code: code, provider: provider, urn: nil, postcode: postcode())
  }

  private mutating func other() -> Placement {
    Placement(code: "Z1\(1 + chance.below(4))", provider: nil, urn: nil, postcode: postcode())
  }
}
