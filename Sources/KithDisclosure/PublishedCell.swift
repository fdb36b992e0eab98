/// A symbol that an official table shows where it shows no number.
///
/// The meanings are those of the Government Analysis Function's guide to symbols and of the Department for Education's
/// open data standards, with the older symbols that real files still hold.
public enum PublishedSymbol: String, Sendable, CaseIterable {
  /// Withheld to protect confidentiality.
  case confidential = "c"
  /// Not applicable.
  case notApplicable = "z"
  /// Not available.
  case notAvailable = "x"
  /// Rounds to nothing, and is not nothing.
  case roundsToZero = "k"
  /// Rounds to nothing, and is not nothing: the word for `k`.
  case low
  /// Of low reliability.
  case lowReliability = "u"
  /// No figure, for a reason that the table does not give: how LAIT writes every symbol.
  case none = "-"
  /// No figure: an older mark.
  case dot = "."
  /// No figure: an older mark.
  case dots = ".."
  /// Not available: an older mark.
  case colon = ":"
  /// Estimated, or too small: an older mark.
  case tilde = "~"
  /// No figure, in letters.
  case notAvailableInLetters = "N/A"
  /// Nothing was written.
  case blank = ""

  /// What the symbol says, in words.
  public var meaning: String {
    switch self {
    case .confidential: "withheld: confidential"
    case .notApplicable: "not applicable"
    case .notAvailable, .colon: "not available"
    case .roundsToZero, .low: "rounds to 0 but is not 0"
    case .lowReliability: "low reliability"
    case .tilde: "estimated or too small"
    case .none, .dot, .dots, .notAvailableInLetters, .blank: "no figure published"
    }
  }

  /// The symbol that a table has written; nil for a number or other text.
  public init?(text: some StringProtocol) {
    switch text {
    case "n/a", "NA", "na", "NULL": self = .notAvailableInLetters
    default:
      guard let symbol = PublishedSymbol(rawValue: String(text)) else { return nil }
      self = symbol
    }
  }
}

/// One cell of an official table, as it was published: the text, and the symbol or number that the text is.
///
/// A withheld cell has no number, and nothing in Kith puts one in its place.
public struct PublishedCell: Hashable, Sendable {
  /// The text as written in the table.
  public let text: String
  /// The symbol, where the text is one.
  public let symbol: PublishedSymbol?
  /// The number, where the text is one, in the units of the table.
  public let number: Double?

  /// Reads a cell from its text; `00:10` and other text that is neither symbol nor number keeps only its text.
  public init(text: String) {
    self.text = text
    let inner = text.utf8.first == 32 || text.utf8.last == 32 ? String(text.drop { $0 == " " }) : text
    symbol = PublishedSymbol(text: inner)
    number = symbol == nil ? PublishedCell.number(inner) : nil
  }

  /// Reads a number in digits; not the words and hexadecimal digits that Swift also reads as numbers.
  private static func number(_ text: String) -> Double? {
    let isPlain = text.utf8.allSatisfy { byte in
      (48...57).contains(byte) || byte == 46 || byte == 45 || byte == 43 || byte == 69 || byte == 101
    }
    guard isPlain, let number = Double(text), number.isFinite else { return nil }
    return number
  }
}

/// The official publication that a cell comes from.
public struct PublicationSource: Hashable, Sendable {
  /// The publication's or the file's title, without a path.
  public let title: String
  /// Who publishes it, where that is known.
  public let publisher: String?

  /// Names a publication.
  public init(title: String, publisher: String? = nil) {
    self.title = title
    self.publisher = publisher
  }
}
