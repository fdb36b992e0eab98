/// A column of the records, and how its values are encoded.
public struct Feature: Hashable, Sendable {
  /// The column's name.
  public let identifier: String
  /// How it is encoded; nil for a column that is ignored, which takes part in the derivation of keys all the same.
  public let encoding: FeatureEncoding?

  /// A column that is encoded, or ignored.
  public init(_ identifier: String, _ encoding: FeatureEncoding?) {
    self.identifier = identifier
    self.encoding = encoding
  }
}

/// How the values of a column are checked, split into tokens and hashed.
public struct FeatureEncoding: Hashable, Sendable {
  /// What a value must be.
  public let format: ValueFormat
  /// How a value becomes tokens.
  public let comparison: Comparison
  /// How many bits tokens set.
  public let strategy: BitStrategy
  /// How a token becomes places in the filter.
  public let hash: FilterHash
  /// What stands for a missing value.
  public let missing: MissingValue?

  /// A way of encoding.
  public init(
    _ format: ValueFormat, _ comparison: Comparison, _ strategy: BitStrategy, hash: FilterHash = .blake,
    missing: MissingValue? = nil
  ) {
    self.format = format
    self.comparison = comparison
    self.strategy = strategy
    self.hash = hash
    self.missing = missing
  }
}

/// How a value becomes tokens, so that like values share tokens.
public enum Comparison: Hashable, Sendable {
  /// All runs of n characters, with n − 1 spaces before and after; with their positions where positional.
  case ngram(Int, positional: Bool)
  /// The whole value.
  case exact
  /// A number's neighbourhood on a grid (Vatsalan and Christen, "Privacy-preserving matching of similar patients",
  /// 2016).
  case numeric(NumericGrid)
}

/// How many bits tokens set.
public enum BitStrategy: Hashable, Sendable {
  /// Each token sets this many.
  case perToken(Int)
  /// All tokens of a value together set this many; the first tokens set one more where it does not come out even.
  case perFeature(Int)

  /// How many bits each of so many tokens sets at least, and how many tokens, the first, set one more.
  func bits(among count: Int) -> (least: Int, more: Int) {
    switch self {
    case .perToken(let bits): (bits, 0)
    case .perFeature(let bits): (bits / count, bits % count)
    }
  }

  /// How many bits the token at a place among so many sets.
  func bits(ofToken place: Int, among count: Int) -> Int {
    let (least, more) = bits(among: count)
    return place < more ? least + 1 : least
  }
}

/// How a token becomes places in the filter.
public enum FilterHash: Hashable, Sendable {
  /// Independent places from keyed BLAKE2b.
  case blake
  /// HMAC-SHA-1 plus multiples of HMAC-MD5 (Schnell, Bachteler and Reiher 2011), which Kroll and Steinmetzer (2015)
  /// broke.
  case double(preventsSingularity: Bool)
}

/// The text that stands for a missing value, and what is encoded in its place.
public struct MissingValue: Hashable, Sendable {
  /// The text; it is not held to the format.
  public let sentinel: String
  /// What is encoded for it; nil for the text itself.
  public let replacement: String?

  /// A text and its replacement.
  public init(sentinel: String, replacement: String? = nil) {
    self.sentinel = sentinel
    self.replacement = replacement
  }
}

/// What a value must be.
public enum ValueFormat: Hashable, Sendable {
  /// Text of a case and length, in characters of Unicode.
  case text(TextCoding, letters: LetterCase, atLeast: Int?, atMost: Int?)
  /// Text that a regular expression matches from end to end.
  case pattern(TextCoding, String)
  /// A whole number within limits.
  case integer(atLeast: Int?, atMost: Int?)
  /// A day.
  case date(DatePattern)
  /// One of these.
  case values([String])

  /// How tokens become bytes.
  var coding: TextCoding {
    switch self {
    case .text(let coding, _, _, _), .pattern(let coding, _): coding
    default: .utf8
    }
  }
}

/// How tokens become bytes, by the names of the schema.
public enum TextCoding: String, Hashable, Sendable, CaseIterable {
  /// Seven-bit text.
  case ascii
  /// Eight-bit Unicode.
  case utf8 = "utf-8"
  /// Sixteen-bit Unicode, low byte first, with a byte-order mark before each token, as Python writes it.
  case utf16 = "utf-16"
  /// Thirty-two-bit Unicode, low byte first, with a byte-order mark before each token, as Python writes it.
  case utf32 = "utf-32"
}

/// The case that letters must have.
public enum LetterCase: String, Hashable, Sendable, CaseIterable {
  /// Capitals.
  case upper
  /// Small letters.
  case lower
  /// Either.
  case mixed
}
