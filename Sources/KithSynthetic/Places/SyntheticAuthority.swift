/// An authority that does not exist: its names, its size, and how it differs from the average.
public struct SyntheticAuthority: Sendable {
  /// Its place in the synthetic England, from 0.
  public let place: Int
  /// Its three digits, from 010 on: no real authority's begin with 0 or 1.
  public let code: String
  /// Its name, which says that it is synthetic.
  public let name: String
  /// How many children live there.
  public let population: Int
  /// How it differs from the average.
  let effects: Effects

  /// What an authority multiplies national rates by.
  struct Effects: Sendable {
    /// Families that come to be known.
    var referrals = 1.0
    /// Referrals that lead to no further action.
    var noFurtherAction = 1.0
    /// Assessments that find no need.
    var notInNeed = 1.0
    /// Returns soon after a case was closed.
    var returns = 1.0
    /// Child protection plans.
    var protection = 1.0
    /// Care.
    var care = 1.0
    /// Unaccompanied children who arrive.
    var arrivals = 1.0
  }
}

/// The authorities of the synthetic England, which a seed decides.
public struct SyntheticEngland: Sendable {
  /// The authorities, 153 of them as in England.
  public let authorities: [SyntheticAuthority]

  /// How many authorities there are.
  public static let count = 153

  /// The England of a seed.
  ///
  /// With `children`, every authority is of a size at which about so many children are in its yearly CIN Census.
  public init(seed: UInt64, children: Int? = nil) {
    let ranks = Self.ranks(seed: seed)
    let raw = (0..<Self.count).map { place in
      Self.effects(seed: seed, place: place, size: (Double(ranks[place]) + 0.5) / Double(Self.count))
    }
    let sizes = ranks.map { Places.populations.value(at: (Double($0) + 0.5) / Double(Self.count)) }
    let scale = Double(Places.englandPopulation) / sizes.reduce(0, +)
    let populations = sizes.map { size in children.map { Double($0) / Places.censusShare } ?? size * scale }
    let means = SyntheticAuthority.Effects.Means(raw, weights: populations)
    authorities = (0..<Self.count).map { place in
      SyntheticAuthority(
        place: place, code: Self.code(of: place), name: Places.name(of: place), population: Int(populations[place]),
        effects: means.scaled(raw[place]))
    }
  }

  private static func code(of place: Int) -> String {
    let text = String(place + 10)
    return String(repeating: "0", count: 3 - text.count) + text
  }

  /// The rank of each authority by size.
  private static func ranks(seed: UInt64) -> [Int] {
    var chance = Chance(seed: seed, 1)
    var ranks = Array(0..<count)
    for place in stride(from: count - 1, to: 0, by: -1) { ranks.swapAt(place, chance.below(place + 1)) }
    return ranks
  }

  /// An authority's effects before they are scaled to the mean of 1: one cause that all share, and their own.
  ///
  /// More families are known where fewer children live: a rate's mean over authorities is 1.05 to 1.1 times that of the
  /// nation (LA dispersion, 2025). `size` is the share of authorities that are smaller.
  private static func effects(seed: UInt64, place: Int, size: Double) -> SyntheticAuthority.Effects {
    var chance = Chance(seed: seed, 2, UInt64(place))
    let deprivation = chance.bell()
    func lifted(_ spread: Double, _ share: Double) -> Double {
      exponential(spread * (share.squareRoot() * deprivation + (1 - share).squareRoot() * chance.bell()))
    }
    return SyntheticAuthority.Effects(
      referrals: lifted(0.27, 0.60) * exponential(0.4 * (0.5 - size)), noFurtherAction: lifted(0.75, 0),
      notInNeed: lifted(0.28, 0.35),
      returns: lifted(0.15, 0.20), protection: lifted(0.15, 0.10), care: lifted(0.20, 0.25),
      arrivals: place == Places.port ? Places.portArrivals : lifted(0.35, 0))
  }
}

extension SyntheticAuthority.Effects {
  /// The mean of each effect over authorities by weight, by which effects are divided.
  struct Means {
    private let mean: SyntheticAuthority.Effects

    init(_ effects: [SyntheticAuthority.Effects], weights: [Double]) {
      let total = weights.reduce(0, +)
      func mean(_ part: (SyntheticAuthority.Effects) -> Double) -> Double {
        zip(effects, weights).reduce(0) { $0 + part($1.0) * $1.1 } / total
      }
      /// The mean over families who are known, of whom an authority with more referrals has more.
      func ofFamilies(_ part: (SyntheticAuthority.Effects) -> Double) -> Double {
        mean { part($0) * $0.referrals } / mean(\.referrals)
      }
      self.mean = SyntheticAuthority.Effects(
        referrals: mean(\.referrals), noFurtherAction: ofFamilies(\.noFurtherAction),
        notInNeed: ofFamilies(\.notInNeed), returns: ofFamilies(\.returns), protection: ofFamilies(\.protection),
        care: ofFamilies(\.care), arrivals: mean(\.arrivals))
    }

    func scaled(_ effects: SyntheticAuthority.Effects) -> SyntheticAuthority.Effects {
      SyntheticAuthority.Effects(
        referrals: effects.referrals / mean.referrals, noFurtherAction: effects.noFurtherAction / mean.noFurtherAction,
        notInNeed: effects.notInNeed / mean.notInNeed, returns: effects.returns / mean.returns,
        protection: effects.protection / mean.protection, care: effects.care / mean.care,
        arrivals: effects.arrivals / mean.arrivals)
    }
  }
}

/// e to a power, by its series: the same on every machine, for small powers.
func exponential(_ power: Double) -> Double {
  var (sum, term) = (1.0, 1.0)
  for n in 1...24 {
    term *= power / Double(n)
    sum += term
  }
  return max(sum, 0.01)
}
