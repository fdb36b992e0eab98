public import KithReturns

extension LookedAfterReference {
  /// Reads the files that a user supplies beside a return: a postcode file and Ofsted's list of providers, either or
  /// none.
  ///
  /// Only the postcodes that the return and the list name are looked up.
  public static func read(
    postcodes: String?, providers: [String], for submission: Submission
  ) throws(ReferenceError) -> LookedAfterReference {
    let list = providers.isEmpty ? nil : try ProviderFile.list(of: providers)
    guard let postcodes else { return LookedAfterReference(providers: list) }
    let wanted = Self.postcodes(
      in: [submission.tables[.episodes], submission.lastYear?[.episodes]], providers: list)
    return LookedAfterReference(postcodes: try PostcodeFile(postcodes).look(up: wanted), providers: list)
  }
}
