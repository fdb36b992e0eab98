import CDice

/// What comparing a feature takes, without anything that has to be counted.
struct ApartPlan: Sendable {
  /// The words of an encoding that are its filter.
  let start: Int
  let width: Int
  /// The least Dice coefficients of the levels after the first, and how many there are.
  let steps: SIMD4<Double>
  let stepCount: Int
  /// What the number of its level is multiplied by in a pattern.
  let unit: Int
  /// The features that tell it, and that it may change places with, by their places; -1 for none.
  let teller: Int
  let interchange: Int
  let isSalted: Bool
  let isSalt: Bool

  init(_ feature: ApartFeature, unit: Int, teller: Int?) {
    precondition(feature.steps.count <= 4, "a feature has four steps at most")
    start = feature.words.lowerBound
    width = feature.words.count
    var steps = SIMD4<Double>()
    for (place, step) in feature.steps.enumerated() { steps[place] = step }
    self.steps = steps
    stepCount = feature.steps.count
    self.unit = unit
    self.teller = teller ?? -1
    interchange = feature.interchange ?? -1
    isSalted = feature.salting == .salted
    isSalt = feature.salting == .salt
  }
}

/// Two records that are compared feature by feature.
struct ApartPair {
  let plans: UnsafeBufferPointer<ApartPlan>
  /// How many bits each record has in each feature.
  let onesA: UnsafePointer<UInt16>
  let onesB: UnsafePointer<UInt16>
  let a: UnsafePointer<UInt64>
  let b: UnsafePointer<UInt64>
  let isSameSalt: Bool

  /// The pattern of the levels of all features.
  @inline(__always) var pattern: Int {
    var (pattern, swapped) = (0, -1)
    for place in plans.indices where place != swapped {
      let plan = plans[place]
      if plan.teller >= 0, level(plan.teller) == 1 { continue }
      let level = level(place)
      if plan.interchange >= 0, level == ApartFeature.swapped.number { swapped = plan.interchange }
      pattern += level * plan.unit
    }
    return pattern
  }

  /// The number of the level of a feature, 0 where it cannot be compared.
  @inline(__always) private func level(_ place: Int) -> Int {
    let plan = plans[place]
    guard onesA[place] > 0, onesB[place] > 0, isSameSalt || !plan.isSalted else { return 0 }
    let dice = dice(place, place)
    if dice == 1 { return 1 }
    var step = 0
    while step < plan.stepCount, dice < plan.steps[step] { step += 1 }
    if plan.isSalt { return isSameSalt ? step + 2 : step + 4 }
    guard plan.interchange >= 0 else { return step + 2 }
    return dice < ApartFeature.swapped.dice && isSwapped(place, plan.interchange)
      ? ApartFeature.swapped.number : step + 3
  }

  @inline(__always) private func isSwapped(_ place: Int, _ other: Int) -> Bool {
    dice(place, other) >= ApartFeature.swapped.dice && dice(other, place) >= ApartFeature.swapped.dice
  }

  /// The Dice coefficient of a feature of the first record and one of the second; 0 where either is missing.
  @inline(__always) private func dice(_ x: Int, _ y: Int) -> Double {
    guard onesA[x] > 0, onesB[y] > 0 else { return 0 }
    let common = cdice_common(a + plans[x].start, b + plans[y].start, plans[x].width)
    return 2 * Double(common) / Double(Int(onesA[x]) + Int(onesB[y]))
  }
}
