import ArgumentParser
import Foundation
import KithReference

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
