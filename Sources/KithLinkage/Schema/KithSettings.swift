/// What Kith adds to a linkage schema, under its key `kith`: how values are normalised, salted and blocked, and how
/// filters are hardened. A program that does not know the key makes other encodings, so the parties must all use Kith.
public struct KithSettings: Hashable, Sendable {
  /// How the values of features are normalised, by the position of the feature.
  public let normalisation: [Int: Normalisation]
  /// By what the tokens of features are salted; nil for none.
  public let salt: Salt?
  /// How many bits of each feature's own filter make up the record's; nil where all features share one filter.
  public let shares: [Int: Int]?
  /// Whether the features' bits stay apart, feature after feature, so that whoever matches can weigh each by itself; else
  /// no bit tells which feature it is of.
  public let isApart: Bool
  /// The positions of two features whose values are written in each other's place at times, and which are hashed alike so
  /// that this is seen; nil for none.
  public let interchange: Interchange?
  /// What is done to a record's filter, in order.
  public let hardening: [Hardening]
  /// The exact keys by which records may be blocked.
  public let blocking: [BlockingKey]
  /// Blocking by samples of a filter; nil for none.
  public let lambdaFold: LambdaFold?
  /// How many invented records are put among a hundred true ones.
  public let decoys: Int

  /// Settings; what is left out is not done.
  public init(
    normalisation: [Int: Normalisation] = [:], salt: Salt? = nil, shares: [Int: Int]? = nil, isApart: Bool = false,
    interchange: Interchange? = nil,
    hardening: [Hardening] = [],
    blocking: [BlockingKey] = [], lambdaFold: LambdaFold? = nil, decoys: Int = 0
  ) {
    self.normalisation = normalisation
    self.salt = salt
    self.shares = shares
    self.isApart = isApart
    self.interchange = interchange
    self.hardening = hardening
    self.blocking = blocking
    self.lambdaFold = lambdaFold
    self.decoys = decoys
  }

  /// A schema of clkhash without more.
  static let none = KithSettings()
}

/// A feature's value, or the characters that it begins with.
public struct FeaturePart: Hashable, Sendable {
  /// The position of the feature.
  public let feature: Int
  /// How many characters count; nil for all.
  public let prefix: Int?

  /// A part of a feature.
  public init(_ feature: Int, prefix: Int? = nil) {
    self.feature = feature
    self.prefix = prefix
  }
}

/// By what tokens are salted, so that one name has another encoding in each year of birth (Niedermeyer and others
/// 2014).
public struct Salt: Hashable, Sendable {
  /// What the salt is.
  public let part: FeaturePart
  /// The positions of the features that are salted.
  public let features: [Int]

  /// A salt of features.
  public init(_ part: FeaturePart, features: [Int]) {
    self.part = part
    self.features = features
  }
}

/// Two features whose values change places at times, such as given name and surname.
public struct Interchange: Hashable, Sendable {
  /// The position of the first, by whose keys both are hashed.
  public let first: Int
  /// The position of the second.
  public let second: Int

  /// Two features.
  public init(_ first: Int, _ second: Int) {
    self.first = first
    self.second = second
  }
}

/// What is done to a record's filter so that its bits tell less.
public enum Hardening: Hashable, Sendable {
  /// The filter and its complement, in an order that the key decides: each filter has as many ones as noughts.
  case balance
  /// Halves of the filter are put together by exclusive or, so many times.
  case fold(Int)
  /// Each bit becomes the exclusive or of its neighbours.
  case rule90
  /// Each bit becomes the exclusive or of so many bits, which the key chooses.
  case diffusion(Int)
  /// Each bit is turned with a chance of so many in a thousand, which the key decides anew for each record.
  case flip(Int)

  /// How many bits are left of a filter of so many.
  func length(of bits: Int) -> Int {
    switch self {
    case .balance: 2 * bits
    case .fold(let times): bits >> times
    case .rule90, .diffusion, .flip: bits
    }
  }
}

extension KithSettings {
  /// Refuses settings that cannot be followed for a schema.
  func check(_ schema: LinkageSchema) throws(LinkageError) {
    if let shares {
      guard schema.folds == 0 else {
        throw SchemaObject.fault("kith.recordBits", "cannot be taken of filters that are folded")
      }
      let encoded = schema.features.indices.filter { schema.features[$0].encoding != nil }
      guard shares.keys.sorted() == encoded, shares.values.reduce(0, +) == schema.length else {
        throw SchemaObject.fault(
          "kith.recordBits", "are to name every feature that is encoded, and to add up to clkConfig.l")
      }
    }
    if isApart {
      guard let shares, shares.values.allSatisfy({ $0 % 64 == 0 }) else {
        throw SchemaObject.fault("kith.apart", "needs recordBits, in multiples of 64")
      }
      if let interchange {
        let both = [interchange.first, interchange.second]
        guard Set(both.map { shares[$0] }).count == 1, Set(both.map { salt?.features.contains($0) == true }).count == 1
        else { throw SchemaObject.fault("kith.interchange", "needs two features of as many recordBits, salted alike") }
      }
      guard hardening.isEmpty else {
        throw SchemaObject.fault("kith.hardening", "cannot be done to features that stay apart; salt them")
      }
    }
    guard interchange == nil || isApart else {
      throw SchemaObject.fault("kith.interchange", "needs features that stay apart")
    }
    var length = schema.length
    for step in hardening {
      if case .fold(let times) = step, length % (1 << times) != 0 {
        throw SchemaObject.fault("kith.hardening", "folds a filter that has no halves")
      }
      length = step.length(of: length)
    }
    guard (8...LinkageSchema.longest).contains(length) else {
      throw SchemaObject.fault("kith.hardening", "leaves \(length) bits, which is too few or too many")
    }
    if let lambdaFold, lambdaFold.bits > schema.hashedLength {
      throw SchemaObject.fault("kith.lambdaFold", "takes more bits than a filter has")
    }
  }
}

/// A key by which records are blocked: the parts that must be equal. Parts of one group may change places.
public struct BlockingKey: Hashable, Sendable {
  /// Groups of parts; the order within a group makes no difference, so that names the wrong way round have one key.
  public let groups: [[FeaturePart]]

  /// A key of groups of parts.
  public init(_ groups: [[FeaturePart]]) { self.groups = groups }
}

/// Blocking by samples of a filter of some features: records that agree on one sample at least are compared
/// (Karapiperis and Verykios, "An LSH-based blocking approach with a homomorphic matching technique", 2015).
public struct LambdaFold: Hashable, Sendable {
  /// The positions of the features.
  public let features: [Int]
  /// How many samples there are, λ.
  public let tables: Int
  /// How many bits each has.
  public let bits: Int

  /// Samples of a filter.
  public init(features: [Int], tables: Int, bits: Int) {
    self.features = features
    self.tables = tables
    self.bits = bits
  }
}
