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

  /// A rate over authorities: what is counted, as a percentage of what (per 10,000 children, where of nothing), and the rates that
  /// a tenth, half and nine tenths of the authorities are below.
  typealias Dispersion = (name: String, whole: String?, tenth: Double, half: Double, nineTenths: Double)

  /// How authorities differ (LA dispersion, 2025). The standard deviation would tell of the few that are far off.
  static let dispersion: [Dispersion] = [
    ("referrals", nil, 331.8, 521.6, 729.1), ("episodes starting", nil, 216.2, 328.3, 519.3),
    ("in need at 31 March", nil, 241.6, 346.0, 491.8), ("protection plans at 31 March", nil, 27.7, 40.5, 68.7),
    ("looked after at 31 March", nil, 40, 67, 117), ("starts", nil, 17, 25.5, 40.9), ("ends", nil, 18, 26, 44.9),
    ("re-referrals", "referrals", 15.1, 20, 26), ("no further action", "referrals", 0, 4.4, 14.3),
    ("not in need", "referrals", 13.6, 30.5, 42.5), ("three placements or more", "looked after at 31 March", 7, 10, 14),
  ]
}
