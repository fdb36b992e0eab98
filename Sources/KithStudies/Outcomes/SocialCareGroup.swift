/// The social care group of a child, by which outcomes are told (measure OUT01).
///
/// A child is in the highest group only: looked after, then child protection plan, then in need. Source: Department for Education,
/// "Outcomes for children in need, including children looked after by local authorities in England", methodology.
public enum SocialCareGroup: String, Hashable, Sendable, CaseIterable, Comparable {
  /// Looked after throughout the year to 31 March (CLA 12 months), short breaks (V3, V4) left out.
  case lookedAfterYear = "looked after for 12 months"
  /// Looked after, but not throughout the year.
  case lookedAfter = "looked after for less"
  /// Under a child protection plan, and not looked after (CPPO).
  case protection = "protection plan"
  /// In need, and neither of these (CINO).
  case need = "in need"

  /// The place from the highest level of intervention, 0, on.
  public var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// Whether the first is the higher level of intervention.
  public static func < (a: SocialCareGroup, b: SocialCareGroup) -> Bool { a.place < b.place }
}

/// When a child has to have been in a group.
public enum ExposureBasis: String, Hashable, Sendable, CaseIterable {
  /// On 31 March.
  case atEnd = "31-march"
  /// At any time in the year to 31 March.
  case inYear = "in-year"
}
