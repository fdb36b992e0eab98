/// A postcode as it is compared: in upper case, without spaces.
public struct Postcode: Hashable, Sendable, CustomStringConvertible {
  /// The upper-cased text without spaces, such as `TW118BP`.
  public let description: String

  /// The postcode written in some text; nil when the text is blank. Whether there is such a postcode is not asked.
  public init?(_ text: some StringProtocol) {
    let kept = text.unicodeScalars.filter { !$0.properties.isWhitespace }
    guard !kept.isEmpty else { return nil }
    description = String(String.UnicodeScalarView(kept)).uppercased()
  }
}
