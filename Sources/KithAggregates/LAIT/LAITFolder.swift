import Foundation

/// An edition of the statistical neighbours, by its year.
public enum NeighbourYear: String, Sendable, CaseIterable {
  /// May 2025.
  case may2025 = "2025"
  /// April 2021.
  case april2021 = "2021"

  /// The edition's name.
  public var name: String {
    switch self {
    case .may2025: "May 2025"
    case .april2021: "April 2021"
    }
  }

  /// How its files' names start.
  var fileStart: String {
    switch self {
    case .may2025: "sn_may_2025"
    case .april2021: "sn_april_2021"
    }
  }
}

/// A folder with LAIT's published files: the figures, the data dictionary and the neighbours.
public struct LAITFolder: Sendable {
  /// The figures: `bds_long….parquet`, or the same columns as CSV.
  public let figures: PublishedFile
  /// The data dictionary.
  public let dictionary: PublishedFile
  private let files: [PublishedFile]
  private let folder: String

  /// Looks for the files by their names.
  public init(_ folder: String) throws(AggregatesError) {
    let files = try PublishedFile.files(inFolder: folder)
    let find = { (endings: [String], starts: [String]) in
      endings.lazy.compactMap { ending in
        files.first { file in file.name.hasSuffix(ending) && starts.contains { file.name.hasPrefix($0) } }
      }.first
    }
    guard let figures = find([".parquet", ".csv.gz", ".csv"], ["bds_long"]) else {
      throw AggregatesError(
        file: folder, "LAIT's figures are not here; put bds_long_0.parquet, or bds_long.csv, in this folder.")
    }
    guard let dictionary = find([".csv"], ["lait_data_dictionary"]) else {
      throw AggregatesError(
        file: folder, "LAIT's data dictionary is not here; put lait_data_dictionary.csv in this folder.")
    }
    self.figures = figures
    self.dictionary = dictionary
    self.files = files
    self.folder = folder
  }

  /// The neighbours' file of an edition.
  public func neighbours(_ year: NeighbourYear) throws(AggregatesError) -> PublishedFile {
    guard let file = files.first(where: { $0.name.hasPrefix(year.fileStart) && $0.name.hasSuffix(".csv") }) else {
      let held = files.contains { $0.name.hasPrefix(year.fileStart) }
      let saying = held ? "the neighbours are a workbook here; save its table as" : "the neighbours are not here; put"
      throw AggregatesError(file: folder, "\(saying) \(year.fileStart).csv in this folder.")
    }
    return file
  }
}
