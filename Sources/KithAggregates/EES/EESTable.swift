public import KithDisclosure
public import KithPlaces
import KithTables

/// A table that is to be an Explore Education Statistics (EES) pair: a data file and its metadata.
///
/// It takes figures that disclosure control has passed, and no others. Both files say what the figures are; a synthetic table says so in
/// a column of every row and in every label's group, and has no name without it.
public struct EESTable: Sendable {
  /// A column of figures.
  public struct Indicator: Sendable {
    /// The column's name.
    public let column: String
    /// What it is, in words.
    public let label: String
    /// Its kind, which decides the unit.
    public let kind: ShownFigure.Kind
    /// Decimal places.
    public let places: Int

    /// Describes a column of figures.
    public init(column: String, label: String, kind: ShownFigure.Kind, places: Int) {
      self.column = column
      self.label = label
      self.kind = kind
      self.places = places
    }
  }

  /// The place of a row.
  public enum Place: Hashable, Sendable {
    /// England.
    case england
    /// A region, or a half of London.
    case region(Region)
    /// An authority: its codes, its name and its region, nil where it has none.
    case authority(code: String, onsCode: String, name: String, region: Region?)
  }

  /// A row.
  public struct Row: Sendable {
    /// The calendar year in which the reporting year ends.
    public let year: Int
    /// The place.
    public let place: Place
    /// What the group of children is by; `Total` for all.
    public let topic: String
    /// The group; `Total` for all.
    public let item: String
    /// A figure for each indicator.
    public let figures: [Releasable<ShownFigure>]

    /// Describes a row.
    public init(year: Int, place: Place, topic: String, item: String, figures: [Releasable<ShownFigure>]) {
      self.year = year
      self.place = place
      self.topic = topic
      self.item = item
      self.figures = figures
    }
  }

  /// The name of both files, without endings.
  public let name: String
  private let indicators: [Indicator]
  private let rows: [Row]
  private let isSynthetic: Bool

  /// A table of a title, which gives the files their name.
  public init(title: String, indicators: [Indicator], rows: [Row], isSynthetic: Bool) {
    let plain = Self.plain(title)
    let isMarked = !isSynthetic || plain.hasPrefix("synthetic")
    name = isMarked ? plain : "synthetic_" + (plain.hasSuffix("_synthetic") ? String(plain.dropLast(10)) : plain)
    self.indicators = indicators
    self.rows = rows
    self.isSynthetic = isSynthetic
  }

  /// The names of both files.
  public var fileNames: (data: String, metadata: String) { (name + ".csv", name + ".meta.csv") }

  private static func plain(_ title: String) -> String {
    var plain = ""
    for byte in title.lowercased().utf8 {
      let isPlain = (97...122).contains(byte) || (48...57).contains(byte)
      if isPlain { plain.unicodeScalars.append(Unicode.Scalar(byte)) } else if !plain.hasSuffix("_") { plain += "_" }
    }
    while plain.hasSuffix("_") { plain.removeLast() }
    while plain.hasPrefix("_") { plain.removeFirst() }
    return plain.isEmpty ? "release" : plain
  }

  /// What the figures are, in words: every row and every label's group says it.
  public var status: String {
    let notices = Set(rows.flatMap { $0.figures.map { $0.basis.notice ?? "From official statistics" } })
    return (isSynthetic ? "Synthetic: nobody is real. " : "") + notices.sorted().joined(separator: "; ")
  }
}

extension EESTable {
  private var hasGroups: Bool { Set(rows.map(\.item)).count > 1 }

  private static let places = [
    "time_period", "time_identifier", "geographic_level", "country_code", "country_name", "region_code", "region_name",
    "old_la_code", "new_la_code", "la_name",
  ]

  /// The data file.
  public var data: String {
    let header =
      Self.places + (hasGroups ? ["breakdown_topic", "breakdown"] : []) + (isSynthetic ? ["synthetic"] : [])
      + ["figure_status"] + indicators.map(\.column)
    let status = status
    return rows.reduce(into: Self.line(header)) { text, row in
      let groups = hasGroups ? [row.topic, row.item] : []
      let marks = (isSynthetic ? ["synthetic"] : []) + [status]
      text += Self.line(
        [String(row.year), "Reporting year"] + row.place.cells + groups + marks + row.figures.map(\.value.description))
    }
  }

  /// The metadata file.
  ///
  /// The columns `figure_status` and `synthetic` have one value each, so the standard leaves them out.
  public var metadata: String {
    let header = [
      "col_name", "col_type", "label", "indicator_grouping", "indicator_unit", "indicator_dp", "filter_hint",
      "filter_grouping_column",
    ]
    let status = status
    let filter = [
      "breakdown", "Filter", "Group of children", "", "", "", "Choose a group; \(status)", "breakdown_topic",
    ]
    return ([header] + (hasGroups ? [filter] : []) + indicators.map { $0.metadata(status) }).map(Self.line).joined()
  }

  private static func line(_ cells: [String]) -> String { cells.map(\.quotedCell).joined(separator: ",") + "\n" }
}

extension EESTable.Indicator {
  fileprivate func metadata(_ status: String) -> [String] {
    let unit: String
    switch kind {
    case .percentage: unit = "%"
    case .yearsAndMonths: unit = "numberstring"
    case .count, .rate, .mean: unit = ""
    }
    return [column, "Indicator", label, status, unit, String(places), "", ""]
  }
}

extension EESTable.Place {
  /// The level, and the cells of country, region and authority.
  fileprivate var cells: [String] {
    let country = [England.onsCode, England.name]
    switch self {
    case .england: return ["National"] + country + ["", "", "", "", ""]
    case .region(let region): return ["Regional"] + country + [region.onsCode, region.openDataName, "", "", ""]
    case .authority(let code, let onsCode, let name, let region):
      let place = region.map { [$0.onsCode, $0.openDataName] } ?? ["x", "Not available"]
      return ["Local authority"] + country + place + [code, onsCode, name]
    }
  }
}
