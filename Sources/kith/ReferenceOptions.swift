import ArgumentParser
import Foundation
import KithPlaces
import KithReference
import KithReturns

/// The reference data that a user may give for the rules on placements and their providers.
struct ReferenceOptions: ParsableArguments {
  @Option(help: "A postcode file: the ONS Postcode Directory as CSV or Parquet (else what KITH_POSTCODES names).")
  var postcodes: String?

  @Option(help: "Ofsted's list of providers, an Excel workbook or CSV; may be given more than once.")
  var providers: [String] = []

  /// The files that are named; reading them begins.
  func files() -> ReferenceFiles {
    ReferenceFiles(
      postcodes: postcodes ?? ProcessInfo.processInfo.environment["KITH_POSTCODES"], providers: providers)
  }
}

/// Reference data for however many returns: the list of providers is read once, while the returns are read.
struct ReferenceFiles: Sendable {
  private let postcodes: String?
  private let providers: Task<ProviderList?, any Error>

  init(postcodes: String?, providers paths: [String]) {
    self.postcodes = postcodes
    providers = Task { try LookedAfterReference.providers(paths) }
  }

  /// What the rules look up for a return.
  func reference(for submission: Submission) async throws -> LookedAfterReference {
    try LookedAfterReference.read(postcodes: postcodes, providers: try await providers.value, for: submission)
  }
}
