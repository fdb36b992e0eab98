/// How dates and places stand in an extract.
public struct ExtractChoices: Hashable, Sendable {
  /// How dates stand.
  public enum Dates: String, CaseIterable, Hashable, Sendable {
    /// As months, `2024-03`.
    case month
    /// As ages in whole months, without the month of birth.
    case age
  }

  /// How postcodes stand.
  public enum Place: String, CaseIterable, Hashable, Sendable {
    /// Not at all.
    case none
    /// As the sector: all but the last two letters.
    case sector
    /// As the lower layer super output area, by a file of the user's.
    case lsoa
    /// As the tenth of areas by deprivation, by a file of the user's.
    case decile
  }

  /// How dates stand.
  public let dates: Dates
  /// How postcodes stand.
  public let places: [Place]
  /// The file with the columns `postcode`, `lsoa`, `decile`; nil where none is needed.
  public let placesFile: String?

  /// Choices; refused where an area and its decile are both asked for without saying so, as both together tell more than
  /// either, and where areas are asked for without a file.
  public init(
    dates: Dates = .month, places: [Place] = [.sector], placesFile: String? = nil, allowsAreaWithDecile: Bool = false
  ) throws(ExtractError) {
    if places.contains(.lsoa), places.contains(.decile), !allowsAreaWithDecile {
      throw ExtractError(
        .choice,
        "An area and its deprivation decile together tell more than either; choose one, or say that both are meant.")
    }
    if places.contains(.lsoa) || places.contains(.decile), placesFile == nil {
      throw ExtractError(.choice, "Areas and deciles need a file with the columns postcode, lsoa and decile.")
    }
    self.dates = dates
    self.places = places.filter { $0 != .none }
    self.placesFile = placesFile
  }
}

/// Why an extract was not made, and what to do about it. It never shows a value.
public struct ExtractError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds of failure.
  public enum Reason: Hashable, Sendable {
    /// What was asked for does not go together.
    case choice
    /// The agreement names nothing that an extract could hold.
    case notCovered
    /// An identifier was found where none may be.
    case identifier
    /// A file cannot be read or written.
    case file
  }

  /// The kind of failure.
  public let reason: Reason
  /// What happened and what to do, as a sentence.
  public let description: String

  init(_ reason: Reason, _ description: String) {
    self.reason = reason
    self.description = description
  }
}
