import Foundation
import KithLake
import KithStore

extension Store {
  /// Takes what the store no longer holds out of the lakes that were written from it; a line for each.
  func dropFromLakes(key: StoreKey?) throws -> [String] {
    try lakes.compactMap { path in
      guard FileManager.default.fileExists(atPath: path) else {
        return "The lake written to \(path) is not there now: what was taken out is in any copy of it."
      }
      let gone = try Lake.drop(from: path, whatIsNotIn: self, key: key)
      return gone == 0
        ? nil
        : "Took \(gone) submissions out of the lake at \(path); kith lake export brings back what stays of them."
    }
  }

  /// The lakes that hold what the store no longer holds, a sentence each.
  func faultsOfLakes() throws -> [String] {
    try lakes.compactMap { path in
      guard FileManager.default.fileExists(atPath: path), let count = try? Lake.countOfErased(in: path, self), count > 0
      else { return nil }
      return "The lake at \(path) holds \(count) submissions that the store no longer holds so; export it again."
    }
  }
}
