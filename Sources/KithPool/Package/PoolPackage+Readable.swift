import Foundation
import KithEngine
import KithLake

extension PoolPackage {
  /// Writes every table of a package as comma-separated text, to be looked at; with its tokens and its manifest as they are.
  public static func writeReadable(_ package: String, to folder: String) throws {
    let lake = try Lake(package + "/" + PackageManifest.lakeName)
    let connection = try Engine(.duckDB()).connect()
    let returned = lake.manifest.submissions.flatMap { submission in
      submission.files.map { ("\($0.table)-\(submission.year).csv", $0.path) }
    }
    for (name, path) in returned + lake.manifest.tables.map({ ("store-\($0.table).csv", $0.path) }) {
      try connection.execute(
        """
        COPY (SELECT * FROM read_parquet(\(literal: lake.path + "/" + path), hive_partitioning = false))
        TO \(literal: folder + "/" + name) (FORMAT csv, HEADER)
        """)
    }
    for name in [PackageManifest.name, PackageManifest.tokensName] {
      try FileManager.default.copyItem(atPath: package + "/" + name, toPath: folder + "/" + name)
    }
  }
}
