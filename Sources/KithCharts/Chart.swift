/// A chart: a specification that Vega draws, the table of the same figures, and what it shows in words.
public protocol Chart: Sendable {
  /// What stands above and beneath it.
  var head: ChartHead { get }
  /// Its kind, in words: "Line chart".
  var kind: String { get }
  /// The specification, without a title: a page has that in its own words.
  var specification: SpecificationValue { get }
  /// The figures.
  var table: ChartTable { get }
}

extension Chart {
  /// What the drawing shows, for those who do not see it.
  public var altText: String {
    "\(kind). \(head.finding). \(head.subject), \(head.unit). The table beneath has the same figures."
  }

  /// Whether every figure may be shown outside the authority.
  public var isForRelease: Bool { table.isForRelease }

  /// Whether there is anything to draw.
  public var hasFigures: Bool { table.rows.contains { $0.contains { $0.value?.number != nil } } }

  /// The specification with the title, the subtitle and the source in the drawing, for a picture that leaves the page.
  public var titledSpecification: SpecificationValue {
    guard case .object(var members) = specification else { return specification }
    let lines = ["\(head.subject), \(head.unit)", "Source: \(head.source)"] + table.notices
    members["title"] = [
      "text": .text(head.finding), "subtitle": .list(lines.map { .text($0) }), "anchor": "start", "fontSize": 18,
      "subtitleFontSize": 14, "offset": 16,
    ]
    return .object(members)
  }
}

/// The colours of charts: Government Analysis Function, "Data visualisation: colours in charts".
public enum ChartPalette {
  /// Colours for categories, in the order in which they are to be used.
  public static let categories = ["#12436D", "#28A197", "#801650", "#F46A25", "#3D3D3D", "#A285D1"]
  /// The two colours of a chart with two series.
  public static let two = ["#12436D", "#F46A25"]
  /// Colours for order, the most first.
  public static let sequence = ["#12436D", "#2073BC", "#6BACE6", "#C9E0F5"]
  /// The colour of what is not in focus.
  public static let grey = "#8A8A8A"
  /// The colour of axes and of limits.
  public static let axis = "#595959"
  /// The dashes of lines, in the order of the colours.
  static let dashes: [[Double]] = [[], [6, 3], [2, 2], [8, 3, 2, 3], [12, 4], [1, 3]]
  /// The shapes of points, in the order of the colours.
  static let shapes = ["circle", "square", "triangle-up", "diamond", "cross", "triangle-down"]

  /// The colours of so many categories.
  public static func colours(_ count: Int) -> [String] {
    count == 2 ? two : (0..<count).map { categories[$0 % categories.count] }
  }
}
