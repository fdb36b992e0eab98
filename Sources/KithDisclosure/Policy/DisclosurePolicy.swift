/// What is withheld and how the rest is rounded: the rule of whoever answers for the publication.
public struct DisclosurePolicy: Hashable, Sendable {
  /// The name, as a report gives it.
  public let name: String
  /// The counts that are withheld, where they are sensitive; nil withholds none.
  public let withheld: ClosedRange<Int>?
  /// The base to which each kind of area's counts are rounded, half up; 1 leaves them as they are.
  public let bases: [AreaLevel: Int]
  /// Whether a percentage that rounds to nothing and is not nothing is shown as `k`.
  public let marksUnderHalf: Bool
  /// Whether percentages and rates are worked out from rounded counts, and so say no more than those do.
  public let derivesFromRounded: Bool
  /// Decimal places of percentages and rates; nil leaves them as each figure has them.
  public let figurePlaces: Int?
  /// Whether an authority's care leavers of whom nothing is known are shown, however few.
  public let showsUnknownCareLeavers: Bool
  /// Whether what it passes may be released.
  public let isForRelease: Bool
  /// Whether the audit counts rounding as protection; where not, its attacker is given every shown count unrounded.
  public private(set) var roundingProtects = true

  /// A policy of one's own.
  public init(
    name: String, withheld: ClosedRange<Int>?, bases: [AreaLevel: Int] = [:], marksUnderHalf: Bool = false,
    derivesFromRounded: Bool = false, figurePlaces: Int? = nil, showsUnknownCareLeavers: Bool = false,
    isForRelease: Bool = true
  ) {
    self.name = name
    self.withheld = withheld
    self.bases = bases
    self.marksUnderHalf = marksUnderHalf
    self.derivesFromRounded = derivesFromRounded
    self.figurePlaces = figurePlaces
    self.showsUnknownCareLeavers = showsUnknownCareLeavers
    self.isForRelease = isForRelease
  }

  /// What the Department for Education does with children's social care: 1 to 5 is `c` at every level, regions and England are
  /// given to the nearest 10, zero is shown, and a percentage under half a per cent is `k`.
  public static let departmentForEducation = DisclosurePolicy(
    name: "Department for Education: 1 to 5 withheld", withheld: 1...5, bases: [.region: 10, .national: 10],
    marksUnderHalf: true)

  /// What the Department for Education does with the CIN Census: percentages and rates of one decimal, and no `k`.
  ///
  /// Source: DfE, "Children in need" methodology; borne out by the published files.
  public static let childrenInNeed = DisclosurePolicy(
    name: "Department for Education, children in need: 1 to 5 withheld", withheld: 1...5,
    bases: [.region: 10, .national: 10], figurePlaces: 1)

  /// What the Department for Education does with the SSDA903 return: whole percentages and rates, and `k` under half a per cent.
  ///
  /// Source: DfE, "Children looked after in England including adoptions" methodology; borne out by the published files, in which
  /// authorities' care leavers of whom nothing is known are shown where they are 1 to 5.
  public static let childrenLookedAfter = DisclosurePolicy(
    name: "Department for Education, children looked after: 1 to 5 withheld", withheld: 1...5,
    bases: [.region: 10, .national: 10], marksUnderHalf: true, figurePlaces: 0, showsUnknownCareLeavers: true)

  /// What the ONS Secure Research Service asks: nothing below 10, and counts to the nearest 10.
  ///
  /// - Parameter withholdsZero: Whether zero is withheld with the rest, as some services ask.
  public static func secureRoom(withholdsZero: Bool = false) -> DisclosurePolicy {
    DisclosurePolicy(
      name: "ONS secure room: threshold 10" + (withholdsZero ? ", zero withheld" : ""),
      withheld: (withholdsZero ? 0 : 1)...9,
      bases: [.authority: 10, .region: 10, .national: 10], derivesFromRounded: true)
  }

  /// A council's own rule. Where it rounds counts, it works percentages out from rounded counts: exact ones would undo the rounding.
  ///
  /// - Parameters:
  ///   - threshold: The least count that is shown.
  ///   - base: What counts are rounded to.
  ///   - withholdsZero: Whether zero is withheld with the rest.
  public static func council(threshold: Int, roundedTo base: Int = 1, withholdsZero: Bool = false) -> DisclosurePolicy {
    let least = withholdsZero ? 0 : 1
    return DisclosurePolicy(
      name: "Council: threshold \(threshold)" + (base > 1 ? ", to the nearest \(base)" : "")
        + (withholdsZero ? ", zero withheld" : ""),
      withheld: threshold > least ? least...(threshold - 1) : nil,
      bases: [.authority: base, .region: base, .national: base], marksUnderHalf: true,
      derivesFromRounded: base > 1)
  }

  /// An authority's own staff on its own machine: everything as it is, and nothing for release.
  public static let internalUse = DisclosurePolicy(
    name: "Internal: not for release", withheld: nil, isForRelease: false)

  /// The same policy, audited against an attacker who is given every shown count unrounded.
  ///
  /// More is withheld, and what is safe from such an attacker is safe from one who knows less. Regions that are known exactly part a table
  /// of England into one problem for each region, which are attacked in seconds where the whole would take hours.
  public var withoutProtectionByRounding: DisclosurePolicy {
    var policy = self
    policy.roundingProtects = false
    return policy
  }

  /// The range to which no withheld count may be narrowed: what is withheld, and 0 too where that is one number only.
  public var promise: ClosedRange<Int>? {
    withheld.map { $0.count > 1 ? $0 : max(0, $0.lowerBound - 1)...max(1, $0.upperBound) }
  }

  /// What counts of an area are rounded to.
  public func base(_ area: AreaLevel) -> Int { max(1, bases[area] ?? 1) }

  /// Whether a count must be withheld for its own sake.
  public func withholds(_ cell: CountCell) -> Bool { cell.isSensitive && (withheld?.contains(cell.count) ?? false) }

  /// The range to which a count may not be narrowed: nil where it may be shown, or withheld to protect others alone.
  func promise(_ cell: CountCell) -> ClosedRange<Int>? {
    if withholds(cell) { return promise }
    if case .withheld(let range) = cell.handling { return range }
    return nil
  }

  /// What is known of a count that is shown.
  func known(_ cell: CountCell) -> KnownRange {
    roundingProtects ? .rounded(shown(cell), toNearest: base(cell.area)) : .exactly(cell.count)
  }

  /// Whether a count that is shown is known exactly.
  func isKnownExactly(_ cell: CountCell) -> Bool { !roundingProtects || base(cell.area) == 1 }

  /// The count as it is shown.
  public func shown(_ cell: CountCell) -> Int {
    let base = base(cell.area)
    return (cell.count + base / 2) / base * base
  }
}
