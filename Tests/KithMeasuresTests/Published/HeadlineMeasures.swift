import Foundation
import KithTables
import KithTesting

/// A headline measure whose published cells were found to follow from published counts, as the shared list has it.
struct HeadlineMeasure: Sendable {
  let id: String
  /// How many cells follow, and of how many.
  let exact: Int
  let total: Int
  private let row: [String: String]

  /// Those of the list that say `1907/1908 LA-years`.
  static let checked: [HeadlineMeasure] = {
    let file = URL(filePath: SharedFolder.path("knowledge/headline_measures.csv"))
    guard let bytes = try? Data(contentsOf: file), let table = try? SeparatedText(Array(bytes)) else { return [] }
    return table.records.compactMap { record in
      HeadlineMeasure(Dictionary(uniqueKeysWithValues: zip(table.header, record)))
    }
  }()

  private init?(_ row: [String: String]) {
    let numbers = (row["checked"] ?? "").prefix { $0 != " " }.split(separator: "/").compactMap { Int($0) }
    guard numbers.count == 2, let id = row["id"] else { return nil }
    (self.id, exact, total, self.row) = (id, numbers[0], numbers[1], row)
  }

  /// Where the cells and their counts are.
  func series(in files: PublishedFiles) throws -> PublishedSeries? {
    let (file, shown) = (row["ees_file"] ?? "", row["ees_column"] ?? "")
    if let source = Self.laitSources[id] {
      return try PublishedSeries(files, lait: row["lait_measure_short"] ?? "", of: source.part, in: source.file)
    }
    if let pair = Self.columns(of: shown) {
      return try PublishedSeries(files, file, pair.part, among: pair.whole, shown: shown)
    }
    guard let kind = filters.first else { return nil }
    if file.hasPrefix("cla_number") {
      return try PublishedSeries(files, file, "children_count", among: "population_estimate", shown: shown, of: kind)
    }
    let count = file.contains("care_leavers") ? "care_leaver_count" : "children_count"
    let whole = Self.totals[file] ?? row["denominator"] ?? ""
    return try PublishedSeries(files, file, filters, among: whole, count: count, shown: shown)
  }

  private var filters: [(column: String, value: String)] {
    (row["ees_filter"] ?? "").split(separator: ";").map { part in
      let pair = part.split(separator: "=", maxSplits: 1).map { String($0) }
      return (column: String(pair[0].drop { $0 == " " }), value: pair[1])
    }
  }

  /// The counts behind a column of percentages, of files with a column for each count.
  private static func columns(of shown: String) -> (part: String, whole: String)? {
    switch shown {
    case "rereferral_percent": ("rereferral_count", "referral_count")
    case "no_further_action_percent": ("no_further_action_count", "referral_count")
    case "not_in_need_percent": ("not_in_need_count", "referral_count")
    case "CPP_subsequent_percent": ("CPP_subsequent", "CPP_start")
    case let band where band.hasSuffix("_percent") && (band.contains("months") || band.contains("year")):
      (String(band.dropLast("_percent".count)), "CPP_At31")
    default: nil
    }
  }

  /// The row of all children, of files with a row for each count.
  private static let totals = [
    "la_cla_placement_stability.csv": "Total children", "la_care_leavers_activity.csv": "Total",
    "la_care_leavers_accommodation_suitability.csv": "Suitability total",
  ]

  /// The counts behind rates that only LAIT publishes.
  private static let laitSources = [
    "cin_31mar_rate": (file: "b1_children_in_need_2013_to_2025.csv", part: "At31_episodes"),
    "ref_rate": (file: "c1_children_in_need_referrals_and_rereferrals_2013_to_2025.csv", part: "referral_count"),
    "cpp_31mar_rate": (file: "d5_cpps_at31march_by_duration_2013_to_2025.csv", part: "CPP_At31"),
    "cpp_start_rate": (file: "d3_cpps_subsequent_plan_2013_to_2025.csv", part: "CPP_start"),
  ]
}
