import KithEngine
public import KithRegister
public import KithStore
import KithTables

/// The matching tokens of an authority's children, made before any value is degraded, and how many children have none and why.
///
/// No token leads across an adoption order. Of a child of whom an order is known to the store no token is given; the child's
/// numbers are *barred* instead: a bar has no child and says that nothing is joined by this number in the whole pool. A former
/// pupil number gives a token only under an agreement that names a legal basis for joining an adopted child's identities,
/// because the authority that has it cannot know of an order elsewhere.
public struct MatchingTokens: Sendable {
  /// The tokens of children, in an order that tells nothing.
  public let children: [MatchingToken]
  /// The tokens of barred numbers, in their order.
  public let bars: [String]
  /// How many children have a token and how many have none.
  public let counts: Counts

  /// How many children have a token, and why others have none. A child of both collections counts once.
  public struct Counts: Codable, Hashable, Sendable {
    /// Children in the returns.
    public var children = 0
    /// Of them, with a token.
    public var withToken = 0
    /// Without, as an adoption order is known.
    public var adoption = 0
    /// Without, as another child of one return has the number too.
    public var shared = 0
    /// Without, as the number is a temporary one.
    public var temporary = 0
    /// Without, as the number cannot be one.
    public var unfit = 0
    /// Without, as there is no number.
    public var noNumber = 0
    /// Children who were handed over to another authority.
    public var moved = 0
    /// Of them, without a number that gives a token: the pool cannot find them again.
    public var movedUnresolvable = 0
    /// Former pupil numbers that give no token.
    public var formerKept = 0
    /// Barred numbers.
    public var bars = 0

    /// Nothing counted.
    public init() {}
  }

  /// Makes the tokens of the children that an authority's current returns since a year name, but for some who have objected.
  ///
  /// The store's other submissions are read too, for adoption orders that they tell of. The agreement has to name UPN; days of
  /// birth are compared where it names DOB or PersonBirthDate.
  public init(
    _ store: Store, authority: String, since year: Int, without objectors: Set<String>, key: LinkageKey,
    _ permission: Permission
  ) throws {
    let agreed = Set(permission.agreement.fields.map { $0.lowercased() })
    guard agreed.contains("upn") else {
      throw LinkageError(
        .refused, "The agreement \(permission.agreement.id) does not name UPN, so no matching tokens may be made of it."
      )
    }
    let crosses = permission.agreement.acrossAdoption != nil
    let connection = store.connection
    try KnownRecords(connection: connection, partsAtOrders: !crosses).prepare()
    _ = try AdoptionOrders(connection: connection).prepare()
    try connection.keep(IdentifierRank.sharedNumbers, as: "link_shared_upn")
    try connection.keep(Self.barred(partsAtOrders: !crosses), as: "link_barred")
    let maker = TokenMaker(key, agreement: permission.hash)
    let isSynthetic = try store.isSynthetic == true
    let births = agreed.contains("dob") || agreed.contains("personbirthdate")
    let numbers = try PoolNumbers.all(of: authority, on: connection)
    var (tokens, tally): ([MatchingToken], [String: ChildTally]) = ([], [:])
    for child in try PoolChild.all(of: authority, since: year, on: connection) where !objectors.contains(child.child) {
      let own = numbers[child.number] ?? []
      var usable: [String] = []
      for number in own where crosses || !number.isFormer {
        let form = PupilNumberForm(number.text, isSynthetic: isSynthetic)
        tally[child.child, default: .init()].add(form, isShared: number.isShared)
        if form == .permanent, !number.isShared, !child.isBarred { usable.append(number.text) }
      }
      tally[child.child, default: .init()].add(
        child, hasToken: !usable.isEmpty, former: crosses ? 0 : own.count(where: \.isFormer))
      tokens += Set(usable).map { number in
        MatchingToken(
          collection: child.collection, child: child.child, token: maker.token(number),
          birth: births ? child.born.flatMap { maker.birth($0, of: number) } : nil, hasMoved: child.hasMoved)
      }
    }
    children = tokens.sorted { ($0.token, $0.collection, $0.child) < ($1.token, $1.collection, $1.child) }
    bars = try crosses ? [] : Set(PoolNumbers.barred(on: connection).map(maker.token)).sorted()
    counts = Counts(tally.values, bars: bars.count)
  }

  /// The children of whom an adoption order is known: by the returns, by what an identifier leads to, or by the store's links.
  private static func barred(partsAtOrders: Bool) -> SQL {
    guard partsAtOrders else { return "SELECT 0 AS child_id WHERE FALSE" }
    return """
      SELECT child_id FROM link_barrier
      UNION SELECT l FROM link_suspect UNION SELECT r FROM link_suspect
      UNION SELECT child_id FROM link_child WHERE ordered IS NOT NULL
      UNION SELECT c.child_id FROM link_child AS c JOIN person_link AS p
        ON p.authority = c.authority AND p.child = c.child AND (p.collection IS NULL OR p.collection = c.collection)
      WHERE p.person IN (SELECT q.person FROM person_link AS q WHERE q.after_day IS NOT NULL OR q.until_day IS NOT NULL)
      """
  }
}

/// What is found of one child's numbers, over both collections.
private struct ChildTally {
  var hasToken = false
  var isBarred = false
  var isShared = false
  var isTemporary = false
  var isUnfit = false
  var hasMoved = false
  var former = 0

  mutating func add(_ form: PupilNumberForm, isShared: Bool) {
    if isShared { self.isShared = true }
    if form == .temporary { isTemporary = true }
    if form == .unfit { isUnfit = true }
  }

  mutating func add(_ child: PoolChild, hasToken: Bool, former: Int) {
    if hasToken { self.hasToken = true }
    if child.isBarred { isBarred = true }
    if child.hasMoved { hasMoved = true }
    self.former += former
  }

  /// Where the child counts, by the first reason that holds.
  var place: WritableKeyPath<MatchingTokens.Counts, Int> {
    if hasToken { return \.withToken }
    if isBarred { return \.adoption }
    if isShared { return \.shared }
    if isTemporary { return \.temporary }
    return isUnfit ? \.unfit : \.noNumber
  }
}

extension MatchingTokens.Counts {
  fileprivate init(_ tallies: some Sequence<ChildTally>, bars: Int) {
    self.init()
    self.bars = bars
    for tally in tallies {
      children += 1
      self[keyPath: tally.place] += 1
      formerKept += tally.former
      guard tally.hasMoved else { continue }
      moved += 1
      if !tally.hasToken, !tally.isBarred { movedUnresolvable += 1 }
    }
  }
}
