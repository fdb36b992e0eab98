public import KithPlaces
public import KithReturns

extension LookedAfterReference {
  /// Reads Ofsted's list of providers from the files that a user supplies; nil when there are none.
  public static func providers(_ paths: [String]) throws(ReferenceError) -> ProviderList? {
    paths.isEmpty ? nil : try ProviderFile.list(of: paths)
  }

  /// Reads the postcode file that a user supplies beside a return, if any.
  ///
  /// Only the postcodes that the return and the list of providers name are looked up.
  public static func read(
    postcodes: String?, providers list: ProviderList?, for submission: Submission
  ) throws(ReferenceError) -> LookedAfterReference {
    guard let postcodes else { return LookedAfterReference(providers: list) }
    let wanted = Self.postcodes(
      in: [submission.tables[.episodes], submission.lastYear?[.episodes]], providers: list)
    return LookedAfterReference(postcodes: try PostcodeFile(postcodes).look(up: wanted), providers: list)
  }
}
