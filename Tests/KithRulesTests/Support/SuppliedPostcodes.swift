import Foundation
import KithPlaces
import KithReference
import KithReturns
import KithTesting

/// The postcode file that `scripts/setup-postcodes` puts in place, for the tests that need one.
enum SuppliedPostcodes {
  static let path = SharedFolder.projectFolder + ".deps/postcodes.parquet"

  static var isPresent: Bool { FileManager.default.fileExists(atPath: path) }

  /// What a test that needs the file says when it is not there.
  static let howToGet = "needs .deps/postcodes.parquet: run scripts/setup-postcodes"

  /// Where the postcodes of some episodes lie; nil where there is no file.
  static func directory(for episodes: [RawTable?]) -> PostcodeDirectory? {
    guard isPresent else { return nil }
    return try? PostcodeFile(path).look(up: LookedAfterReference.postcodes(in: episodes, providers: nil))
  }
}
