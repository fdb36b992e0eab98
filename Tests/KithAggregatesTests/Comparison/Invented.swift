import Foundation
import KithAggregates
import KithPlaces

/// A table in LAIT's layout, written by a test.
struct Invented {
  let data: LAITData

  /// Reads rows of `code, period, LAIT's number of the place, value` for one measure.
  init(_ rows: String, polarity: String = "Low", kind: String = "Financial Year", neighbours: String = "301,308,313")
    throws
  {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let lines = rows.split(separator: "\n").map { "M," + $0.split(separator: " ").joined(separator: ",") }
    let files = [
      "bds_long.csv": "Short Desc,Years,LA Number,Values\n" + lines.joined(separator: "\n"),
      "lait_data_dictionary.csv":
        "Topic,Measure,Measure_short,Polarity,Year_Type\nT,Measure,M,\(polarity),\(kind)\n",
      "neighbours.csv": "LA num,SN1,SN2\n\(neighbours)\n",
    ]
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    data = try LAITData(folder: folder.path())
  }

  /// The comparison of an authority; nil when the measure has no usable period, or not the authority.
  func comparison(_ code: Int, mode: ComparisonMode = .corrected, asOf: Int? = nil) -> AuthorityComparison? {
    let benchmark = Benchmark(data.table, neighbours: data.neighbours, mode: mode, asOf: asOf)
    guard let league = data.table.measures.first.flatMap(benchmark.league), let code = AuthorityCode(code) else {
      return nil
    }
    return benchmark.comparison(of: code, in: league)
  }
}
