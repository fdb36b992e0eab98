/// A unique pupil number as it stands in a cell: a letter that checks the rest, the number of an authority, and ten
/// characters of which the last may be a letter.
struct PupilNumber {
  private let text: ArraySlice<UInt8>

  /// The number with these upper-cased bytes.
  init(_ text: ArraySlice<UInt8>) { self.text = text }

  /// Whether there are thirteen characters; other texts are only asked for the digits that each number has.
  var isWhole: Bool { text.count == 13 }

  /// Whether the fifth to the twelfth characters, as far as there are any, are digits, and there is one.
  var hasSerialNumber: Bool {
    let serial = text.dropFirst(4).prefix(8)
    return !serial.isEmpty && serial.allSatisfy(Self.isDigit)
  }

  /// Whether the last character may stand there: a digit, or a letter of those in use.
  var endsAsNumbersDo: Bool { text.last.map { Self.isDigit($0) || Self.letters.contains($0) } ?? false }

  /// Whether a letter, eleven digits, and a digit or a letter make up the whole: a number, permanent or temporary.
  var isPermanentOrTemporary: Bool {
    guard isWhole, let first = text.first, let last = text.last else { return false }
    return Self.isLetter(first) && (Self.isDigit(last) || Self.isLetter(last))
      && text.dropFirst().dropLast().allSatisfy(Self.isDigit)
  }

  /// The three digits of the authority; nil where they are not digits.
  var authority: Int? {
    let digits = text.dropFirst().prefix(3)
    guard digits.count == 3, digits.allSatisfy(Self.isDigit) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  /// Whether the letter is not the one that the twelve digits ask for; false where these are not digits, as in a
  /// temporary number.
  var hasOtherCheckLetter: Bool {
    guard isWhole, text.dropFirst().allSatisfy(Self.isDigit) else { return false }
    let sum = zip(2..., text.dropFirst()).reduce(0) { $0 + $1.0 * Int($1.1 - UInt8(ascii: "0")) }
    return text.first != Self.letters[sum % Self.letters.count]
  }

  /// The letters that check, in their order: without I, O and S.
  private static let letters = Array("ABCDEFGHJKLMNPQRTUVWXYZ".utf8)

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  private static func isLetter(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "A") < 26 }
}

extension PupilNumber {
  /// The numbers of authorities, former ones and those that stand for none included, to 2022/23.
  static let authoritiesTo2023 = Set(
    [
      1...5, 201...213, 301...320, 330...336, 340...344, 350...359, 370...373, 380...384, 390...394, 420...420,
      660...681, 701...708, 800...803, 805...808, 810...813, 815...816, 820...823, 825...826, 830...831, 835...841,
      845...846, 850...852, 855...857, 860...861, 865...896, 908...909, 916...916, 919...919, 921...921, 925...926,
      928...929, 931...931, 933...933, 935...938, 940...941,
    ].joined())

  /// The numbers of authorities from 2023/24, with Cumberland and with Westmorland and Furness.
  static let authorities = authoritiesTo2023.union([942, 943])
}
