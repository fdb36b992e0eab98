/// A closed list of the guidance's codes, in an enum whose raw values are the codes.
///
/// A conforming enum has no payloads and at most 64 cases.
public protocol CodeSet: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// The code of each case and its place in the list; write `public static let ordinals = makeOrdinals()`.
  static var ordinals: CodeOrdinals { get }
  /// Whether capitals and small letters are alike even in a return that tells them apart; not unless a set says so.
  static var ignoresCase: Bool { get }
}

extension CodeSet {
  /// Capitals and small letters are alike only where the return says so.
  public static var ignoresCase: Bool { false }

  /// The place of each code in the list of cases.
  public static func makeOrdinals() -> CodeOrdinals { CodeOrdinals(codes: allCases.map(\.rawValue)) }

  /// The place of this code in the list of cases, from 0.
  @inlinable public var ordinal: Int { Int(unsafeBitCast(self, to: UInt8.self)) }
}

/// Finds a code's place in its list from the bytes of its text.
public struct CodeOrdinals: Sendable {
  /// How many codes there are.
  public let count: Int
  @usableFromInline let ordinals: [UInt64: UInt8]

  init(codes: [String]) {
    precondition(codes.count <= 64 && codes.allSatisfy { $0.utf8.count <= 8 })
    count = codes.count
    let keys = codes.map { code in code.utf8.reduce(UInt64(0)) { $0 << 8 | UInt64($1) } }
    ordinals = Dictionary(uniqueKeysWithValues: zip(keys, UInt8(0)...))
  }

  /// The place of a code whose bytes are packed into a number, the first byte highest; nil for another text.
  @inlinable public subscript(key: UInt64) -> Int? { ordinals[key].map(Int.init) }
}

/// Some of a set's codes, which rules name together.
public struct CodeGroup<Codes: CodeSet>: ExpressibleByArrayLiteral, Sendable {
  @usableFromInline let mask: UInt64

  /// The group of these codes.
  @inlinable public init(arrayLiteral codes: Codes...) {
    var mask: UInt64 = 0
    for code in codes { mask |= 1 << UInt64(truncatingIfNeeded: code.ordinal) }
    self.init(mask: mask)
  }

  /// The group of these codes.
  public init(_ codes: some Sequence<Codes>) { mask = codes.reduce(0) { $0 | 1 << UInt64($1.ordinal) } }

  @inlinable init(mask: UInt64) { self.mask = mask }

  /// Every code of the set.
  @inlinable public static var all: Self {
    let count = Codes.ordinals.count
    return Self(mask: count == 64 ? .max : 1 << UInt64(truncatingIfNeeded: count) - 1)
  }

  /// Whether the group has the code.
  @inlinable public func contains(_ code: Codes) -> Bool { mask >> UInt64(code.ordinal) & 1 == 1 }

  /// The codes of either group.
  @inlinable public func union(_ other: Self) -> Self { Self(mask: mask | other.mask) }

  /// The codes of this group that the other does not have.
  @inlinable public func subtracting(_ other: Self) -> Self { Self(mask: mask & ~other.mask) }
}
