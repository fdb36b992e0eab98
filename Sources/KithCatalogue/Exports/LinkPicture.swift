/// A picture of what links to what: the data sets one beneath the other, an arc between each two that can be joined.
///
/// It is one SVG file that any browser opens. Keys differ in colour and in dashes; the same links stand beneath as text.
public struct LinkPicture: Sendable {
  private let catalogue: Catalogue
  private let focus: DataSet?
  private let hasList: Bool

  /// The picture, of all links or of one data set's; with the links in words beneath where nothing else says them.
  public init(_ catalogue: Catalogue = .england, of focus: DataSet? = nil, hasList: Bool = true) {
    self.catalogue = catalogue
    self.focus = focus
    self.hasList = hasList
  }

  /// The links that are drawn.
  public var links: [DataLink] { focus.map(catalogue.links(of:)) ?? catalogue.links }

  /// What the picture shows, in a sentence.
  public var title: String {
    focus.map { "What \($0.name) can be joined to" } ?? "What can be joined to what"
  }

  private static let (width, names, row, top) = (900, 470, 22, 150)

  /// The SVG document.
  public var svg: String {
    let places = places
    let bottom = (places.values.max() ?? Self.top) + 40
    let height = bottom + (hasList ? 40 + lines.count * 18 : 0)
    let parts = [legend, heads(places), arcs(places), rows(places), hasList ? list(from: bottom) : ""]
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.width) \(height)" width="\(Self.width)" height="\(height)" \
      role="img" aria-labelledby="links-title links-text" font-family="Arial, sans-serif" font-size="13">
      <title id="links-title">\(title.markup)</title>
      <desc id="links-text">\(links.count) links between \(catalogue.dataSets.count) data sets, by what joins their records.</desc>
      <rect width="\(Self.width)" height="\(height)" fill="#ffffff"/>
      <text x="20" y="32" font-size="20" font-weight="bold">\(title.markup)</text>
      \(parts.filter { !$0.isEmpty }.joined(separator: "\n"))
      </svg>

      """
  }

  private var groups: [(group: DataSet.Group, sets: [DataSet])] {
    DataSet.Group.allCases.map { group in (group, catalogue.dataSets.filter { $0.group == group }) }
  }

  /// How far down each data set stands.
  private var places: [String: Int] {
    var (y, places) = (Self.top, [String: Int]())
    for (_, sets) in groups {
      y += 34
      for set in sets {
        places[set.id] = y
        y += Self.row
      }
    }
    return places
  }

  private var keys: [DataLink.Key] { DataLink.Key.allCases.filter { key in links.contains { $0.key == key } } }

  private var legend: String {
    keys.enumerated().map { index, key in
      let (x, y) = (20 + index % 3 * 290, 58 + index / 3 * 22)
      return """
        <line x1="\(x)" y1="\(y)" x2="\(x + 36)" y2="\(y)" \(key.stroke)/>
        <text x="\(x + 44)" y="\(y + 4)">\(key.title.markup)</text>
        """
    }.joined(separator: "\n")
  }

  private func heads(_ places: [String: Int]) -> String {
    groups.compactMap { group, sets in
      sets.first.flatMap { places[$0.id] }.map { y in
        "<text x=\"\(Self.names)\" y=\"\(y - 18)\" text-anchor=\"end\" font-weight=\"bold\">\(group.title.markup)</text>"
      }
    }.joined(separator: "\n")
  }

  private func rows(_ places: [String: Int]) -> String {
    let linked = Set(links.flatMap(\.ends))
    return catalogue.dataSets.compactMap { set in
      places[set.id].map { y in
        let ink = linked.contains(set.id) ? "#0b0c0c" : "#505a5f"
        return """
          <text x="\(Self.names)" y="\(y + 4)" text-anchor="end" fill="\(ink)">\(set.shortName.markup)</text>
          <circle cx="\(Self.names + 14)" cy="\(y)" r="4" fill="\(ink)"/>
          """
      }
    }.joined(separator: "\n")
  }

  private func arcs(_ places: [String: Int]) -> String {
    links.compactMap { link in
      let ends = link.ends.compactMap { places[$0] }.sorted()
      guard ends.count == 2 else { return nil }
      let (x, half) = (Self.names + 14, (ends[1] - ends[0]) / 2)
      return
        "<path d=\"M \(x) \(ends[0]) A \(min(half, 380)) \(half) 0 0 1 \(x) \(ends[1])\" fill=\"none\" \(link.key.stroke)/>"
    }.joined(separator: "\n")
  }

  private func list(from top: Int) -> String {
    let head = "<text x=\"20\" y=\"\(top + 20)\" font-weight=\"bold\">The same in words</text>"
    let lines = lines.enumerated().map { index, line in
      "<text x=\"20\" y=\"\(top + 42 + index * 18)\" font-size=\"12\">\(line.markup)</text>"
    }
    return ([head] + lines).joined(separator: "\n")
  }

  /// The links in words, each on one line, its note on another.
  private var lines: [String] {
    links.flatMap { link in
      let names = link.ends.compactMap(catalogue.dataSet).map(\.shortName).joined(separator: " – ")
      return [names + ": " + link.key.title] + (link.note.isEmpty ? [] : ["\u{2003}" + link.note])
    }
  }
}

extension DataSet {
  /// The title where there is little room, as in a picture.
  public var shortName: String { short ?? name }
}

extension DataLink.Key {
  /// How a line of this key is drawn: colours of at least 3:1 on white, each with dashes of its own.
  var stroke: String {
    let (ink, dashes) =
      switch self {
      case .pupil: ("#1d70b8", "")
      case .child: ("#d4351c", "8 3")
      case .bridge: ("#4c2c92", "2 3")
      case .provider: ("#d53880", "10 3 2 3")
      case .worker: ("#b58840", "5 5")
      case .smallArea: ("#00703c", "1 4")
      case .area: ("#6f777b", "4 2")
      }
    return "stroke=\"\(ink)\" stroke-width=\"1.5\"" + (dashes.isEmpty ? "" : " stroke-dasharray=\"\(dashes)\"")
  }
}

extension String {
  /// The text as it stands in markup.
  var markup: String {
    replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
