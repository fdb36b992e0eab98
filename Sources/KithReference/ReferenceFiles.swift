import KithPlaces
public import KithReturns

/// The reference data for however many returns: the list of providers is read once, while the returns are read.
public struct ReferenceFiles: Sendable {
  private let postcodes: String?
  private let providers: Task<ProviderList?, any Error>

  /// The files with these paths; reading the list of providers begins.
  public init(postcodes: String?, providers paths: [String]) {
    self.postcodes = postcodes
    providers = Task { try LookedAfterReference.providers(paths) }
  }

  /// What the rules look up for a return.
  public func reference(for submission: Submission) async throws -> LookedAfterReference {
    try LookedAfterReference.read(postcodes: postcodes, providers: try await providers.value, for: submission)
  }

  /// What the rules look up for the SSDA903 return among several; nothing where there is none.
  public func reference(for submissions: [Submission]) async throws -> LookedAfterReference {
    guard let submission = submissions.first(where: { $0.collection == .lookedAfter }) else { return .none }
    return try await reference(for: submission)
  }
}
