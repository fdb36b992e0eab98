import KithTables

/// Where the authorities of England stand on a map of tiles, a tile of the same size for each.
public struct TileMap: Sendable {
  /// A tile.
  public struct Tile: Hashable, Sendable {
    /// The authority's three digits.
    public let code: String
    /// The column, from the west.
    public let column: Int
    /// The row, from the north.
    public let row: Int
    /// Three letters for the name.
    public let label: String
  }

  /// The tiles, in the order of their codes.
  public let tiles: [Tile]

  /// The 153 authorities since April 2023, laid out by Kith.
  public static let england = TileMap(bundled: PackageResources.tile_map_csv)

  init(bundled bytes: [UInt8]) {
    guard let table = try? SeparatedText(bytes) else { preconditionFailure("tile_map.csv does not read") }
    tiles = table.records.compactMap { record in
      guard record.count == 4, let column = Int(record[1]), let row = Int(record[2]) else { return nil }
      return Tile(code: record[0], column: column, row: row, label: record[3])
    }
    precondition(tiles.count == table.records.count, "tile_map.csv has a row that does not read")
  }
}

/// Figures of authorities on a map of tiles, shaded by level.
public struct TileMapChart: Chart {
  /// An authority's figure.
  public struct Place: Hashable, Sendable {
    /// The authority's three digits.
    public let code: String
    /// Its name.
    public let name: String
    /// Its figure.
    public let value: ChartValue
    /// Its level among the chart's.
    public let level: Int?
    /// Whether its tile has a frame.
    public let isFocus: Bool

    /// A figure, and its level among the chart's; nil for none.
    public init(code: String, name: String, value: ChartValue, level: Int?, isFocus: Bool = false) {
      self.code = code
      self.name = name
      self.value = value
      self.level = level
      self.isFocus = isFocus
    }
  }

  /// What stands above and beneath the chart.
  public let head: ChartHead
  /// The figures.
  public let places: [Place]
  /// The levels, the darkest first, up to four.
  public let levels: [String]

  /// Figures of authorities; an authority that the map does not have stands in the table alone.
  public init(_ head: ChartHead, places: [Place], levels: [String]) {
    self.head = head
    self.places = places
    self.levels = Array(levels.prefix(4))
  }

  /// What kind of chart it is.
  public var kind: String { "Tile map" }

  /// The figures as a table.
  public var table: ChartTable {
    ChartTable(
      "\(head.subject), \(head.unit)", ["Authority", "On the map", head.unit, "Level"],
      places.map { place in
        let label = TileMap.england.tiles.first { $0.code == place.code }?.label ?? "–"
        return [
          .text(place.name), .text(label), .value(place.value), .text(LevelLook.name(place.level, of: levels)),
        ]
      })
  }

  /// What Vega draws, without a title.
  public var specification: SpecificationValue {
    var drawing = Drawing(width: 17 * 38, height: 22 * 34, keepsWidth: true)
    let columns = (0...16).map { String($0) }
    let lines = (0...21).map { String($0) }
    let axes: [String: SpecificationValue] = ["x": Self.axis("column", columns), "y": Self.axis("row", lines)]
    drawing.add(
      ["type": "rect", "stroke": "white", "strokeWidth": 2], tiles,
      axes.merging(["color": LevelLook.colour(levels), "tooltip": Channel.tooltip]) { $1 })
    drawing.add(
      ["type": "rect", "filled": false, "stroke": "#F46A25", "strokeWidth": 4], tiles.filter { $0["focus"] == true },
      axes)
    drawing.add(
      ["type": "text", "fontSize": 11], tiles,
      axes.merging(["text": Channel.field("label", "nominal"), "color": LevelLook.ink]) { $1 })
    return drawing.specification
  }

  private static func axis(_ field: String, _ order: [String]) -> SpecificationValue {
    ["field": .text(field), "type": "nominal", "axis": .null, "scale": ["domain": .list(order.map { .text($0) })]]
  }

  private var tiles: [[String: SpecificationValue]] {
    let byCode = Dictionary(places.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    return TileMap.england.tiles.map { tile in
      let place = byCode[tile.code]
      let words = place.map { "\($0.name): \($0.value.shown)" }
      return [
        "column": .text(String(tile.column)), "row": .text(String(tile.row)), "focus": .flag(place?.isFocus ?? false),
        "label": .text(tile.label), "level": .text(LevelLook.name(place?.level, of: levels)),
        "ink": .text(LevelLook.ink(place?.level, of: levels)), "words": .text(words ?? "\(tile.label): no figure"),
      ]
    }
  }
}
