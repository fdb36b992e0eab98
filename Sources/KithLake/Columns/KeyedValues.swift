import Crypto
import KithTables

/// The keyed names that a key gives to identifiers, the same wherever the key is the same.
///
/// HMAC with SHA-256 (RFC 2104), of which the first 128 bits are kept. Without the key nobody can try out who is who; with it
/// anybody can.
public struct KeyedValues: Sendable {
  private let key: SymmetricKey

  /// Names by a key that is bound to a project.
  public init(key: [UInt8]) { self.key = SymmetricKey(data: key) }

  /// What tells that two lakes have the same names, and tells nothing of the key.
  public var fingerprint: String { String(name("lake", "\u{0}fingerprint").prefix(16)) }

  /// The keyed name of a value; nil where the value is none that can have one.
  func keyed(_ value: String, as kind: ColumnTreatment.KeyedKind, authority: String) -> String? {
    switch kind {
    case .child: child(value, authority)
    case .pupilNumber: pupilNumber(value)
    case .postcode: postcode(value)
    case .number: name("number " + authority, value)
    }
  }

  /// The keyed name of an authority's child, as the lake's tables have it.
  package func child(named child: String, of authority: String) -> String { self.child(child, authority) }

  /// The keyed name of a person of the store's links.
  func person(_ person: String) -> String { name("person", person) }

  /// What tells that texts are the same, and without the key nothing of them.
  func mark(_ text: String) -> String { name("mark", text) }

  /// A child's name, which goes on to be that of an identifier without the marks `-/. ` once marks are taken out: linkage
  /// compares identifiers so.
  private func child(_ child: String, _ authority: String) -> String {
    let plain = String(child.filter { !Self.marks.contains($0) })
    let keyed = name("child " + authority, plain)
    guard plain != child else { return keyed }
    return keyed + name("marks " + authority, child).prefix(16).map { Self.signs[$0] ?? "-" }.joined()
  }

  private static let marks: Set<Character> = ["-", "/", ".", " "]
  private static let signs = Dictionary(
    uniqueKeysWithValues: zip(
      "0123456789abcdef",
      ["--", "-/", "-.", "./", "/-", "//", "/.", ".-", "..", "-/-", "-//", "-/.", "./-", ".//", "./.", "---"]))

  /// A pupil number's name; the codes that say why there is none stay.
  private func pupilNumber(_ number: String) -> String? {
    if number.hasPrefix("UN") { return number.count == 3 && number.last?.isNumber == true ? number : nil }
    return number.count < 8 ? nil : name("upn", number)
  }

  /// A postcode in small letters, each character changed by a key that hangs on those before it, so that postcodes that begin
  /// alike have keyed ones that do (after J. Xu and others, "Prefix-Preserving IP Address Anonymization", ICNP 2002).
  private func postcode(_ postcode: String) -> String? {
    let plain = Array(postcode.uppercased().utf8.filter { Self.letters.contains($0) || Self.digits.contains($0) })
    guard (5...7).contains(plain.count) else { return nil }
    let keyed = plain.indices.map { place in
      let range = Self.digits.contains(plain[place]) ? Self.digits : Self.letters
      return order(of: range, after: plain[..<place])[Int(plain[place] - range.lowerBound)]
    }
    return String(decoding: keyed, as: UTF8.self).lowercased()
  }

  /// The letters or the digits in an order that hangs on the key and on what stands before.
  private func order(of range: ClosedRange<UInt8>, after before: ArraySlice<UInt8>) -> [UInt8] {
    let kind = range == Self.digits ? "digit" : "letter"
    let code = Array(HMAC<SHA256>.authenticationCode(for: Array("postcode \(kind)\u{1F}".utf8) + before, using: key))
    return range.sorted { (code[Int($0 - range.lowerBound)], $0) < (code[Int($1 - range.lowerBound)], $1) }
  }

  private static let letters = UInt8(ascii: "A")...UInt8(ascii: "Z")
  private static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")

  private func name(_ kind: String, _ value: String) -> String {
    let code = HMAC<SHA256>.authenticationCode(for: Array((kind + "\u{1F}" + value).utf8), using: key)
    return Array(code).prefix(16).hexadecimal
  }
}
