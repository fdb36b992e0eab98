public import KithTables

/// An entry of Ofsted's list of providers: a home, agency or scheme under its number.
public struct Provider: Hashable, Sendable {
  /// Ofsted's number, in upper case.
  public let urn: String
  /// The name of the authority, as the list writes it.
  public let authorityName: String?
  /// The ONS code of the authority, where the list gives it.
  public let authorityCode: String?
  /// The types of placement that it may be recorded with.
  public let placementCodes: [String]
  /// The kinds of provider that it may be recorded with.
  public let providerCodes: [String]
  /// The day on which it was deregistered; nil while it is registered.
  public let closed: Day?
  /// The postcode of the setting.
  public let postcode: Postcode?

  /// An entry with these facts.
  public init(
    urn: String, authorityName: String? = nil, authorityCode: String? = nil, placementCodes: [String] = [],
    providerCodes: [String] = [], closed: Day? = nil, postcode: Postcode? = nil
  ) {
    self.urn = urn
    self.authorityName = authorityName
    self.authorityCode = authorityCode
    self.placementCodes = placementCodes
    self.providerCodes = providerCodes
    self.closed = closed
    self.postcode = postcode
  }
}

extension Provider {
  /// The ONS code, on a day, of the authority: by the list's code or name, else by where the postcode lies.
  public func authority(on day: Day, postcodes: PostcodeDirectory?) -> String? {
    if let authorityCode { return authorityCode }
    if let code = authorityName.flatMap({ AuthorityRegister.england.named($0) })?.onsCode(on: day) { return code }
    return postcode.flatMap { postcodes?[$0] }?.area(on: day)
  }
}

/// Ofsted's list of providers. A number may stand in it more than once.
public struct ProviderList: Sendable {
  /// The entries, in the order of the files.
  public let providers: [Provider]
  private let places: [String: [Int]]

  /// A list of these entries.
  public init(_ providers: [Provider]) {
    self.providers = providers
    places = Dictionary(grouping: providers.indices) { providers[$0].urn }
  }

  /// The entries under a number, in upper case.
  public subscript(urn: String) -> [Provider] { (places[urn] ?? []).map { providers[$0] } }
}
