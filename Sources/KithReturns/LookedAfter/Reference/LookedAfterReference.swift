public import KithPlaces
import KithTables

/// What rules may need besides the return: where postcodes lie, and Ofsted's list of providers; each may be absent.
public struct LookedAfterReference: Sendable {
  /// Where the return's postcodes, and those of the list of providers, lie; nil when no postcode file was given.
  public let postcodes: PostcodeDirectory?
  /// Ofsted's list of providers; nil when none was given.
  public let providers: ProviderList?

  /// Reference data of either kind.
  public init(postcodes: PostcodeDirectory? = nil, providers: ProviderList? = nil) {
    self.postcodes = postcodes
    self.providers = providers
  }

  /// No reference data.
  public static let none = LookedAfterReference()
}

extension LookedAfterReference {
  /// The postcodes that a return's episodes and last year's name, and those of a list of providers: all that need be
  /// looked up.
  public static func postcodes(in tables: [RawTable?], providers: ProviderList?) -> Set<Postcode> {
    var texts: Set<String> = []
    for table in tables.compactMap(\.self) {
      for row in 0..<table.rowCount {
        for field in [Field.homePostcode, .placementPostcode] {
          table.text(field, row: row).map { _ = texts.insert($0) }
        }
      }
    }
    return Set(texts.compactMap { Postcode($0) }).union((providers?.providers ?? []).compactMap(\.postcode))
  }
}

extension EpisodeTable {
  /// The labels of those postcodes that a directory has; none where there is no directory.
  func postcodes(in directory: PostcodeDirectory?, texts: TextDictionary) -> Set<UInt32> {
    guard let directory else { return [] }
    let ids = Set(homePostcode.ids).union(placementPostcode.ids)
    return ids.filter { id in Postcode(texts[id]).flatMap { directory[$0] } != nil }
  }
}
