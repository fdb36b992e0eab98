/// What a text in the place of a pupil number is good for between authorities (Department for Education, "Unique pupil numbers:
/// a guide for local authorities and schools").
enum PupilNumberForm: Hashable, Sendable {
  /// A letter that checks twelve digits: it goes with the child from school to school.
  case permanent
  /// A number whose last character is a letter: a school gave it for the time being.
  case temporary
  /// Neither.
  case unfit

  /// The form of a text; in synthetic returns the invented numbers, which have the form of temporary ones of schools that cannot
  /// be, stand for permanent ones.
  init(_ text: String, isSynthetic: Bool) {
    let bytes = Array(text.utf8)
    let isDigit = { (byte: UInt8) in byte &- UInt8(ascii: "0") < 10 }
    let isLetter = { (byte: UInt8) in byte &- UInt8(ascii: "A") < 26 }
    guard bytes.count == 13, isLetter(bytes[0]), bytes[1..<12].allSatisfy(isDigit) else { self = .unfit; return }
    if isLetter(bytes[12]) {
      self = isSynthetic && bytes[4] == UInt8(ascii: "0") ? .permanent : .temporary
    } else {
      let sum = zip(2..., bytes.dropFirst()).reduce(0) { $0 + $1.0 * Int($1.1 &- UInt8(ascii: "0")) }
      self = isDigit(bytes[12]) && bytes[0] == Self.letters[sum % Self.letters.count] ? .permanent : .unfit
    }
  }

  /// The letters that check, in their order: without I, O and S.
  private static let letters = Array("ABCDEFGHJKLMNPQRTUVWXYZ".utf8)
}
