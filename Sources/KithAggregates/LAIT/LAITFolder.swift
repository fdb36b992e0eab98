public import KithPlaces

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

  /// The neighbours of an edition, from CSV or from the Department's workbook, or those in `neighbours.csv` in a folder of
  /// somebody's own making.
  public func neighbours(_ year: NeighbourYear) throws(AggregatesError) -> NeighbourEdition {
    let published = files.filter { $0.name.hasPrefix(year.fileStart) }
    let csv = published.first { $0.name.hasSuffix(".csv") } ?? files.first { $0.name == "neighbours.csv" }
    guard let file = csv ?? published.first(where: { $0.name.hasSuffix(".xlsx") }) else {
      throw AggregatesError(
        file: folder, "the neighbours are not here; put \(year.fileStart).csv or .xlsx in this folder.")
    }
    let table = file.name.hasSuffix(".xlsx") ? try file.sheet("LA SN Groups", from: 3) : try file.separatedText()
    let name = published.contains(file) ? year.name : file.name
    guard let edition = NeighbourEdition(name: name, table: table) else {
      throw AggregatesError(
        file: file.path, "this is not a table of neighbours: it needs the columns LA num and SN1 to SN10.")
    }
    return edition
  }

  /// What the figures are called: the first line of `source.txt` where the folder has one, else LAIT.
  var title: String {
    let named = files.first { $0.name == "source.txt" }.flatMap { try? $0.bytes() }
    let line = named.map { String(decoding: $0, as: UTF8.self).split(separator: "\n").first.map(String.init) ?? "" }
    return line ?? "Local Authority Interactive Tool"
  }
}
