public import KithRegister

/// How sure a link must be, and where chance starts from.
public struct LinkSettings: Hashable, Sendable {
  /// The least probability of a link by weight.
  public var threshold: Double
  /// The least probability at which a person is to look at a pair.
  public var review: Double
  /// How many pairs linked by an identifier a template needs before it links others by weight: with fewer there is too
  /// little to learn from, and pairs are only proposed.
  public var surePairs: Int
  /// Where chance starts from.
  public var seed: UInt64
  /// How many pairs are drawn to see how often any two children agree.
  public var samples: Int
  /// The agreement by which adopted children's identities are joined across the order; nil, as almost always, where they are
  /// kept apart.
  public var acrossAdoption: Permission?

  /// Settings, of which none needs to be given.
  public init(
    threshold: Double = 0.95, review: Double = 0.25, surePairs: Int = 30, seed: UInt64 = 1, samples: Int = 400_000,
    acrossAdoption: Permission? = nil
  ) {
    self.threshold = threshold
    self.review = review
    self.surePairs = surePairs
    self.seed = seed
    self.samples = samples
    self.acrossAdoption = acrossAdoption
  }

  /// Refuses to join across adoption orders by an agreement that names no legal basis for it.
  func check() throws(LinkageError) {
    guard let permission = acrossAdoption else { return }
    guard permission.agreement.acrossAdoption?.isEmpty == false else {
      throw LinkageError(
        .refused,
        "The agreement \(permission.agreement.id) names no legal basis for joining adopted children's identities across the order."
      )
    }
  }
}
