import KithTables

/// A child's timeline as a picture: a lane for each kind of time, with the years along the top.
///
/// The same is said by the table beneath it; the picture needs no script.
struct TimelineDrawing {
  /// The picture as SVG.
  let svg: String

  private static let width = 960.0
  private static let laneHeight = 46.0

  /// The picture of a timeline; times that go on are drawn to `last`.
  init(_ timeline: ChildTimeline, until last: Day) {
    let kinds = ChildTimeline.kinds.filter { kind in timeline.parts.contains { $0.kind == kind } }
    let first = timeline.parts.map(\.start).min() ?? last
    let end = max(last, timeline.parts.compactMap(\.end).max() ?? last)
    let scale = Scale(from: first, to: end, width: Self.width)
    let height = 30 + Double(kinds.count) * Self.laneHeight
    var svg =
      "<svg class=\"kith-timeline\" viewBox=\"0 0 \(Self.width) \(height)\" role=\"img\" "
      + "aria-label=\"Timeline of \(kinds.joined(separator: ", ").lowercased()); the table beneath says the same\">"
    for year in first.year...end.year {
      guard let day = Day(1, 1, year), day >= first else { continue }
      let x = scale.place(day)
      svg += "<line class=\"kith-tick\" x1=\"\(x)\" x2=\"\(x)\" y1=\"20\" y2=\"\(height)\"/>"
      svg += "<text class=\"kith-year\" x=\"\(x + 3)\" y=\"14\">\(year)</text>"
    }
    for (lane, kind) in kinds.enumerated() {
      let top = 24 + Double(lane) * Self.laneHeight
      svg += "<text class=\"kith-lane\" x=\"0\" y=\"\(top + 14)\">\(kind)</text>"
      for part in timeline.parts where part.kind == kind { svg += Self.bar(part, scale, top + 20, end) }
    }
    self.svg = svg + "</svg>"
  }

  private static func bar(_ part: ChildTimeline.Part, _ scale: Scale, _ top: Double, _ last: Day) -> String {
    let x = scale.place(part.start)
    let width = max(4, scale.place(part.end ?? last) - x - 1)
    let code = part.words.prefix { $0 != ":" }.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    let classes = "kith-bar" + (part.isFault ? " kith-bar--fault" : "") + (part.end == nil ? " kith-bar--open" : "")
    let label =
      width > Double(code.count * 9 + 8)
      ? "<text class=\"kith-code\" x=\"\(x + 4)\" y=\"\(top + 15)\">\(part.isFault ? "! " : "")\(code)</text>" : ""
    return "<rect class=\"\(classes)\" x=\"\(x)\" y=\"\(top)\" width=\"\(width)\" height=\"20\"/>\(label)"
  }

  /// Where a day lies.
  private struct Scale {
    let from: Day
    let to: Day
    let width: Double

    func place(_ day: Day) -> Double {
      let share = Double(day.days(since: from)) / Double(max(1, to.days(since: from)))
      return (share * width * 10).rounded() / 10
    }
  }
}
