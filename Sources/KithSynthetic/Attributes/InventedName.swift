import KithTables

/// Names made of syllables, which are nobody's, for files that are to be linked by names.
enum InventedName {
  private static let starts = [
    "B", "D", "F", "G", "H", "J", "K", "L", "M", "N", "P", "R", "S", "T", "V", "W", "CH", "SH", "BR", "TR",
  ]
  private static let ends = ["A", "E", "I", "O", "U", "AN", "EL", "IN", "OR", "US", "EN", "IA"]

  /// A name of two or three syllables; of three in one case of two.
  static func name(_ chance: inout Chance) -> String {
    (0..<chance.between(2, 3)).map { _ in
      starts[chance.below(starts.count)] + ends[chance.below(ends.count)]
    }.joined()
  }

  /// A name with one letter typed wrong.
  static func mistyped(_ name: String, _ chance: inout Chance) -> String {
    var letters = Array(name)
    let place = chance.below(letters.count)
    letters[place] = Character(UnicodeScalar(UInt8(65 + chance.below(26))))
    return String(letters)
  }
}

/// A child as files that are to be linked by names have the child.
struct NamedChild {
  let given: String
  let surname: String
  let born: String
  let sex: String
  let postcode: String

  /// The child as the authority knows the child: brothers and sisters have one surname and one home.
  init(_ person: Person) {
    var own = Chance(seed: UInt64(person.number), 31)
    var shared = Chance(seed: UInt64(person.family), 32)
    given = InventedName.name(&own)
    surname = InventedName.name(&shared)
    born = person.born.iso
    sex = person.isFemale ? "F" : "M"
    postcode = "ZZ\(1 + shared.below(40)) \(shared.below(10))\(["AA", "AB", "BD", "EF", "GH"][shared.below(5)])"
  }

  private init(given: String, surname: String, born: String, sex: String, postcode: String) {
    self.given = given
    self.surname = surname
    self.born = born
    self.sex = sex
    self.postcode = postcode
  }

  /// The child as another agency has the child: names typed wrong or changed, moved, a digit of the birth date.
  func withErrors(_ chance: inout Chance) -> NamedChild {
    let given = chance.happens(0.03) ? InventedName.mistyped(given, &chance) : given
    let surname = chance.happens(0.03) ? InventedName.name(&chance) : surname
    let day = chance.happens(0.01) ? String(born.dropLast(2)) + padded(1 + chance.below(28), 2) : born
    let postcode = chance.happens(0.10) ? "ZZ\(41 + chance.below(40)) \(chance.below(10))AA" : postcode
    return NamedChild(given: given, surname: surname, born: day, sex: sex, postcode: postcode)
  }

  var cells: [String] { [given, surname, born, sex, postcode] }
  static let header = ["given_name", "surname", "dob", "sex", "postcode"]
}
