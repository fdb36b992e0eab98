public import KithPlaces
public import KithTables

/// What Ofsted's list says of a number that the return uses, all entries under that number together.
public struct RegisteredProvider: Sendable {
  /// The types of placement that it may be recorded with.
  public let placements: [Coded<PlacementType>]
  /// The kinds of provider that it may be recorded with.
  public let providers: [Coded<PlacementProvider>]
  /// The last day of the registration; missing while an entry is registered.
  public let closed: Cell<Day>
  /// The postcodes of the settings.
  public let postcodes: [Postcode]
  /// The ONS codes, at the end of the year, of the authorities; an entry whose authority is not known has none.
  public let authorities: [Label]
}

/// The numbers of Ofsted's that the episodes use, and what the list says of each.
struct Registrations: Sendable {
  let providers: [RegisteredProvider]
  /// The place among the providers of each episode's; -1 where the list has no such number, or there is no list.
  let places: [Int32]

  init(_ reference: LookedAfterReference, of urns: LabelColumn, on day: Day, texts: inout TextDictionary) {
    var providers: [RegisteredProvider] = []
    var placeOfLabel: [UInt32: Int32] = [0: -1]
    places = urns.ids.map { id in
      if let place = placeOfLabel[id] { return place }
      let entries = reference.providers?[texts[id]] ?? []
      let place = entries.isEmpty ? -1 : Int32(providers.count)
      if !entries.isEmpty {
        providers.append(RegisteredProvider(entries, on: day, postcodes: reference.postcodes, texts: &texts))
      }
      placeOfLabel[id] = place
      return place
    }
    self.providers = providers
  }
}

extension RegisteredProvider {
  fileprivate init(
    _ entries: [Provider], on day: Day, postcodes directory: PostcodeDirectory?, texts: inout TextDictionary
  ) {
    placements = entries.flatMap(\.placementCodes).map { Coded(text: $0, &texts) }
    providers = entries.flatMap(\.providerCodes).map { Coded(text: $0, &texts) }
    let closings = entries.compactMap(\.closed)
    closed = closings.count == entries.count ? closings.max().map { Cell($0) } ?? .missing : .missing
    postcodes = entries.compactMap(\.postcode)
    authorities = entries.compactMap { $0.authority(on: day, postcodes: directory) }.map { Label($0, &texts) }
  }
}

extension Coded {
  /// The cell that holds a text.
  init(text: String, _ texts: inout TextDictionary) {
    self = Array(text.utf8).withUnsafeBufferPointer { bytes in
      Coded(key: bytes.packed(ignoringCase: true), textID: texts.intern(bytes))
    }
  }
}

extension Label {
  /// The label of a text.
  init(_ text: String, _ texts: inout TextDictionary) {
    self.init(id: Array(text.utf8).withUnsafeBufferPointer { texts.intern($0) })
  }
}
