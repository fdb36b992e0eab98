/// What a column of a file holds, which decides how it is compared.
public enum FieldKind: String, CaseIterable, Sendable {
  /// A given name.
  case given
  /// A surname.
  case surname
  /// A date of birth: `2014-03-31`, `31/03/2014` or `20140331`.
  case birth
  /// Sex, in any code that both files share.
  case sex
  /// A postcode of the United Kingdom.
  case postcode
  /// An ethnic group by the returns' code.
  case ethnicity
  /// A number given to one person: a pupil number, an NHS number.
  case number
  /// A code that a household may share: a house number, a telephone number, a foreign postcode.
  case code
  /// Text: a street, a town.
  case text
  /// One of a few values: an authority, a country.
  case category

  /// What the kind is, in a few words.
  public var title: String {
    switch self {
    case .given: "given name"
    case .surname: "surname"
    case .birth: "date of birth"
    case .sex: "sex"
    case .postcode: "postcode"
    case .ethnicity: "ethnic group"
    case .number: "number of a person"
    case .code: "code that a household may share"
    case .text: "text"
    case .category: "one of a few values"
    }
  }

  /// The kind that a column's name tells of; nil when it tells of none.
  public init?(columnName name: String) {
    let plain = String(name.lowercased().filter { $0.isLetter })
    guard let kind = Self.names.first(where: { $0.names.contains(plain) })?.kind else { return nil }
    self = kind
  }

  private static let names: [(kind: FieldKind, names: Set<String>)] = [
    (.given, ["given", "givenname", "firstname", "forename", "forenames", "fname", "first"]),
    (.surname, ["surname", "lastname", "familyname", "lname", "last"]),
    (.birth, ["dob", "dateofbirth", "birthdate", "birth", "born", "personbirthdate"]),
    (.sex, ["sex", "gender", "gendercurrent"]),
    (.postcode, ["postcode", "homepost", "postcodefake"]),
    (.ethnicity, ["ethnicity", "ethnic", "ethnicgroup"]),
    (.number, ["upn", "uniquepupilnumber", "nhsnumber", "nhs", "socsecid", "ssn"]),
    (.code, ["streetnumber", "housenumber", "phonenumber", "phone", "telephone", "mobile", "email", "zip", "zipcode"]),
    (.text, ["address", "addressone", "addresstwo", "street", "suburb", "town", "city", "birthplace", "placeofbirth"]),
    (.category, ["la", "authority", "localauthority", "state", "county", "country", "region", "occupation"]),
  ]
}

/// A field that both files have, by their columns' names.
public struct LinkField: Hashable, Sendable {
  /// What it holds.
  public let kind: FieldKind
  /// The column of the first file.
  public let left: String
  /// The column of the second file.
  public let right: String

  /// A field of two columns.
  public init(_ kind: FieldKind, left: String, right: String) {
    self.kind = kind
    self.left = left
    self.right = right
  }
}
