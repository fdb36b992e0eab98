import KithTables

/// Published figures of England, of the latest year that there is for each, from the rows of `synthetic_targets.csv` that
/// `published.csv` names.
enum PublishedFigures {
  /// A figure: what is counted, how many there were, and in which collection year.
  typealias Figure = (name: String, value: Double, year: Int)

  /// The figures. A part that was published of an earlier year than its whole is scaled to the whole of the later year.
  static let all: [Figure] = {
    guard let table = try? SeparatedText(PackageResources.published_csv) else {
      preconditionFailure("published.csv does not read")
    }
    let values = Dictionary(uniqueKeysWithValues: table.records.map { ($0[0], number($0[1])) })
    return table.records.map { record in
      let scale = record[4].isEmpty ? 1 : (values[record[4]] ?? 0) / number(record[5])
      return (record[0], number(record[1]) * scale, Int(number(record[2])))
    }
  }()

  private static func number(_ text: String) -> Double {
    guard let number = Double(text) else { preconditionFailure("published.csv has no number where one must be") }
    return number
  }

  /// The rate per 10,000 children over authorities: its mean and standard deviation (LA dispersion, 2025).
  static let dispersion: [(name: String, mean: Double, deviation: Double)] = [
    ("referrals", 546.2, 215.3), ("episodes starting", 348.6, 130.1), ("in need at 31 March", 361.6, 97.6),
    ("protection plans at 31 March", 44.2, 15.7), ("looked after at 31 March", 73.1, 29.5), ("starts", 28.2, 16.2),
    ("ends", 30.5, 18.9),
  ]
}
