import KithAggregates
import KithDisclosure
import KithPlaces

/// The published figures that pages compare authorities by, read once when the server starts.
struct PublishedFigures: Sendable {
  /// One publication.
  struct Source: Sendable {
    /// How addresses know it.
    let number: Int
    let title: String
    let table: PublishedMeasures
    let measures: [Measure]
    /// A measure with the counts behind it, where the publication has them.
    let counted: @Sendable (Measure) -> Measure
    /// The neighbours by the year of their edition.
    let neighbours: [NeighbourYear: NeighbourEdition]

    /// The measure of a short name or a name; nil when there is none.
    func measure(_ name: String) -> Measure? {
      measures.first { $0.code == name } ?? measures.first { $0.name == name }
    }

    /// The topics, by name.
    var topics: [String] { Set(measures.flatMap(\.topics)).sorted() }
  }

  let sources: [Source]

  /// Reads LAIT's files from a folder and files of Explore Education Statistics; none of either where none is named.
  static func read(lait folder: String?, ees files: [String]) throws -> PublishedFigures {
    var sources: [Source] = []
    var editions: [NeighbourYear: NeighbourEdition] = [:]
    if let folder {
      let files = try LAITFolder(folder)
      for year in NeighbourYear.allCases { editions[year] = try? files.neighbours(year) }
      let data = try LAITData(folder: folder, neighbours: editions[.may2025] == nil ? .april2021 : .may2025)
      sources.append(
        Source(
          number: 0, title: data.table.source.title, table: data.table, measures: data.table.measures,
          counted: { $0 }, neighbours: editions))
    }
    for file in files {
      let data = try EESData(path: file)
      sources.append(
        Source(
          number: sources.count, title: data.table.source.title, table: data.table,
          measures: data.table.measures,
          counted: { data.withCounts($0) }, neighbours: editions))
    }
    return PublishedFigures(sources: sources)
  }
}
