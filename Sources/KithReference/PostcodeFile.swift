import Foundation
import KithEngine
public import KithPlaces

/// A file of postcodes: the ONS Postcode Directory or the National Statistics Postcode Lookup as CSV, or Parquet of the
/// same columns or of Kith's own (`postcode`, `district`, `easting`, `northing`).
public struct PostcodeFile: Sendable {
  /// Where it is.
  public let path: String

  /// The file at a path.
  public init(_ path: String) { self.path = path }

  /// Where each of these postcodes lies; those that the file does not have are left out.
  ///
  /// The engine joins the file with the postcodes asked for, so memory does not grow with the file.
  public func look(up postcodes: Set<Postcode>) throws(ReferenceError) -> PostcodeDirectory {
    guard FileManager.default.isReadableFile(atPath: path) else {
      throw ReferenceError(path, "there is no such file, or it may not be read; check the path.")
    }
    do {
      return try read(postcodes)
    } catch let error as EngineError {
      throw ReferenceError(path, reading: "a postcode file", error)
    } catch let error as ReferenceError {
      throw error
    } catch {
      throw ReferenceError(path, "it cannot be read.")
    }
  }

  private func read(_ postcodes: Set<Postcode>) throws -> PostcodeDirectory {
    let connection = try Engine(.duckDB()).connect()
    let columns = try PostcodeColumns(connection.query("SELECT * FROM \(sql: table) LIMIT 0").columnNames, of: path)
    let wanted = postcodes.map(\.description).sorted()
    try connection.ingest([.text("wanted", wanted)], into: "wanted", mode: .create)
    let result = try connection.query(
      """
      SELECT wanted, any_value(nullif(CAST(\(identifier: columns.district) AS VARCHAR), '')) AS district,
        any_value(TRY_CAST(\(identifier: columns.easting) AS DOUBLE)) AS easting,
        any_value(TRY_CAST(\(identifier: columns.northing) AS DOUBLE)) AS northing
      FROM \(sql: table) JOIN wanted ON wanted = \(sql: columns.key) GROUP BY wanted
      """)
    let (found, districts) = (try result.text("wanted"), try result.text("district"))
    let (eastings, northings) = (try result.doubles("easting"), try result.doubles("northing"))
    var places: [Postcode: PostcodePlace] = [:]
    for row in 0..<result.rowCount {
      guard let postcode = found[row].flatMap({ Postcode($0) }) else { continue }
      places[postcode] = PostcodePlace(district: districts[row], easting: eastings[row], northing: northings[row])
    }
    return PostcodeDirectory(places)
  }

  private var table: SQL {
    path.lowercased().hasSuffix(".parquet")
      ? "\(parquet: path)" : "read_csv(\(literal: path), header = true, all_varchar = true)"
  }
}

/// The columns of a postcode file that matter, by the names that the file gives them.
struct PostcodeColumns {
  let postcode: String
  let district: String
  let easting: String
  let northing: String

  /// Finds the columns among a file's, whose names change from edition to edition.
  init(_ names: [String], of path: String) throws(ReferenceError) {
    func column(_ what: String, _ isIt: (String) -> Bool) throws(ReferenceError) -> String {
      guard let name = names.first(where: { isIt($0.lowercased()) }) else {
        throw ReferenceError(
          path, "it has no column for the \(what); give the ONS Postcode Directory or NSPL as CSV, or Kith's Parquet.")
      }
      return name
    }
    postcode = try column("postcode") { ["postcode", "pcds", "pcd7", "pcd8", "pcd", "pcd2"].contains($0) }
    district = try column("district") { name in
      ["district", "oslaua", "laua"].contains(name)
        || name.count == 7 && name.hasPrefix("lad") && name.hasSuffix("cd")
    }
    easting = try column("easting") { ["easting", "oseast1m", "east1m"].contains($0) }
    northing = try column("northing") { ["northing", "osnrth1m", "north1m"].contains($0) }
  }

  /// The postcode in upper case without spaces; Kith's own column is so already, and sorted, which makes the join fast.
  var key: SQL {
    postcode == "postcode" ? "\(identifier: postcode)" : "upper(replace(\(identifier: postcode), ' ', ''))"
  }
}
