/// What a file of attributes is of.
public enum AttributeKind: String, Hashable, Sendable, CaseIterable {
  /// The school census: who is a pupil.
  case census
  /// Special educational needs, where they are in a file of their own.
  case sen
  /// Absence: sessions that were possible and missed, a row for each pupil and term or year.
  case absence
  /// Suspensions and permanent exclusions, a row for each. A pupil of the census who is not in it had none.
  case exclusion
  /// Attainment at the end of key stage 2.
  case ks2
  /// Attainment at the end of key stage 4.
  case ks4
  /// Health: questions of yes and no, whose names the map gives.
  case health

  /// What the files are, in words.
  public var title: String {
    switch self {
    case .census: "School census"
    case .sen: "Special educational needs"
    case .absence: "Absence"
    case .exclusion: "Suspensions and exclusions"
    case .ks2: "Key stage 2"
    case .ks4: "Key stage 4"
    case .health: "Health"
    }
  }

  /// The fields that a map may give to the kind, beside who and when.
  var fields: [AttributeField] {
    switch self {
    case .census, .sen: [.need]
    case .absence: [.possible, .missed]
    case .exclusion: [.sanction]
    case .ks2: [.reading, .writing, .mathematics]
    case .ks4: [.attainment8, .pass4, .pass5, .ebacc]
    case .health: []
    }
  }

  /// The fields without which the kind says nothing.
  var needed: [AttributeField] {
    switch self {
    case .census, .health: []
    case .ks4: []
    default: fields
    }
  }

  /// Whether a pupil has one row; else several, of several terms or events.
  var hasOneRow: Bool { self != .absence && self != .exclusion }
}

/// A field of a file of attributes.
public enum AttributeField: String, Hashable, Sendable {
  /// The provision for special educational needs: `none`, `support` or `plan`.
  case need = "sen"
  /// Sessions that were possible.
  case possible
  /// Sessions that were missed; of several columns, their sum.
  case missed
  /// `suspension` or `permanent`.
  case sanction
  /// Whether the expected standard was met in reading.
  case reading
  /// Whether it was in writing.
  case writing
  /// Whether it was in mathematics.
  case mathematics
  /// Attainment 8, in points.
  case attainment8
  /// Whether English and mathematics were passed at grade 4 or above.
  case pass4 = "pass-4"
  /// Whether they were at grade 5 or above.
  case pass5 = "pass-5"
  /// The English Baccalaureate's average point score.
  case ebacc = "ebacc-points"

  /// Whether it holds a number.
  var isNumber: Bool { [.possible, .missed, .attainment8, .ebacc].contains(self) }

  /// The values that it may have; none for a number.
  var values: [String] {
    switch self {
    case .need: ["none", "support", "plan"]
    case .sanction: ["suspension", "permanent"]
    default: isNumber ? [] : ["yes", "no"]
    }
  }
}
