import Foundation
import KithAggregates
import KithDisclosure
import KithPlaces

/// The figures that a comparison is made from, and what was asked of them.
struct CompareFigures {
  /// The figures, ready to compare by.
  let benchmark: Benchmark
  /// The authority that was named, if one was.
  let authority: Authority?
  /// The measures asked for.
  let measures: [Measure]

  init(_ command: CompareCommand) throws {
    let register = AuthorityRegister.england
    authority = try command.authority.map { try register.find($0) }
    let mode: ComparisonMode = command.lait ? .lait : .corrected
    if let path = command.ees {
      let data = try EESData(path: path, polarity: command.good?.polarity ?? .notGiven)
      let neighbours = try CompareFigures.folder(command).map {
        try LAITFolder($0).neighbours(command.neighbourEdition.year)
      }
      benchmark = Benchmark(data.table, neighbours: neighbours ?? .none, mode: mode, asOf: command.asOf)
      measures = try CompareFigures.measures(command, data.table, otherwiseAll: true).map(data.withCounts)
      return
    }
    guard let folder = CompareFigures.folder(command) else { throw CannotRead(message: CompareFigures.noData) }
    let data = try LAITData(folder: folder, neighbours: command.neighbourEdition.year)
    benchmark = Benchmark(data.table, neighbours: data.neighbours, mode: mode, asOf: command.asOf)
    measures = try CompareFigures.measures(command, data.table, otherwiseAll: false)
  }

  private static func folder(_ command: CompareCommand) -> String? {
    command.laitData ?? ProcessInfo.processInfo.environment["KITH_LAIT"].flatMap { $0.isEmpty ? nil : $0 }
  }

  private static let noData = """
    LAIT's figures are not at hand. Take bds_long_0.parquet, lait_data_dictionary.csv and the statistical neighbours (as \
    sn_may_2025.xlsx or .csv) from DfE's Local Authority Interactive Tool, put them in one folder, and name it: \
    --lait-data FOLDER, or KITH_LAIT=FOLDER. To try it with invented figures: --lait-data Fixtures/compare
    """

  private static func measures(
    _ command: CompareCommand, _ table: PublishedMeasures, otherwiseAll: Bool
  ) throws -> [Measure] {
    if command.all { return table.measures }
    if !command.measure.isEmpty { return try command.measure.flatMap { try table.measures(matching: $0) } }
    if let topic = command.topic { return try table.measures(ofTopic: topic) }
    guard otherwiseAll else {
      let list = table.topics.map { "  " + $0 }.joined(separator: "\n")
      throw CannotRead(message: "name a topic with --topic, or a measure with --measure. The topics are:\n\(list)")
    }
    return table.measures
  }

  /// The comparisons asked for.
  func table(_ command: CompareCommand) throws -> Releasable<ComparisonTable> {
    let table = ComparisonTable(
      benchmark, measures: measures, authorities: authorities(command),
      withSeries: measures.count <= 3 && !isList(command))
    return Disclosure.alreadyPublished(table)
  }

  /// Whether authorities are listed, rather than one set beside the averages.
  func isList(_ command: CompareCommand) -> Bool {
    command.allLas || command.region || command.neighbours || authority == nil
  }

  private func authorities(_ command: CompareCommand) -> [AuthorityCode] {
    guard let authority, !command.allLas else { return benchmark.table.authorities }
    if command.region { return benchmark.register.authorities(in: authority.region.whole).map(\.code) }
    let near = command.neighbours ? benchmark.neighbours.neighbours(of: authority.code).map(\.code) : []
    return [authority.code] + near
  }
}
