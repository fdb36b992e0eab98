import KithPlaces
public import KithTables

extension Episode {
  /// What Ofsted's list says of the placement's number; nil where the list has no such number, or no list was given.
  public var registration: RegisteredProvider? {
    let place = collection.registrations.places[row]
    return place < 0 ? nil : collection.registrations.providers[Int(place)]
  }

  /// Whether the placement has a number of Ofsted's, rather than none or the seven letters X that say there is none.
  public var hasURN: Bool { urn.isPresent && urn != collection.noURN }

  /// Whether the placement's postcode is one of a provider's, spaces aside.
  public func isAtPostcode(of provider: RegisteredProvider) -> Bool {
    let bytes = collection.texts.bytes(of: placementPostcode.id).filter { $0 != UInt8(ascii: " ") }
    return provider.postcodes.contains { $0.description.utf8.elementsEqual(bytes) }
  }
}

extension LookedAfterReturn {
  /// Whether a postcode of the episodes is in the postcode file; false where no file was given.
  public func knows(_ postcode: Label) -> Bool { knownPostcodes.contains(postcode.id) }
}
