import KithCharts

/// A document of sections, each of exhibits, human text, and what is not shown with why.
struct AreaDocument {
  private var page = ""
  private var exhibits = 0
  private let draws: Bool
  /// The sections, each with how many exhibits it has and what it lacks.
  private(set) var contents: [(title: String, exhibits: Int, missing: [String])] = []

  init(draws: Bool) { self.draws = draws }

  var html: String { page }

  private mutating func add(_ write: (inout HTMLText) -> Void) {
    var text = HTMLText()
    write(&text)
    page += text.html
  }

  mutating func open(_ title: String) {
    contents.append((title, 0, []))
    let id = "section-\(contents.count)"
    add {
      $0.open("section", [("id", id)])
      $0.element("h2", [], title)
    }
  }

  mutating func close() { add { $0.markup("</section>\n") } }

  mutating func paragraph(_ words: String, _ style: String = "") {
    var attributes: [(StaticString, String)] = []
    if !style.isEmpty { attributes.append(("class", style)) }
    add { $0.element("p", attributes, words) }
  }

  mutating func list(_ items: [String]) {
    guard !items.isEmpty else { return }
    add { page in
      page.markup("<ul>")
      for item in items { page.element("li", [], item) }
      page.markup("</ul>\n")
    }
  }

  /// Shows an exhibit, or says that it is not shown and what would fill it.
  mutating func show(_ exhibit: Exhibit?, orSay missing: String) {
    guard let exhibit, exhibit.isForRelease else {
      contents[contents.count - 1].missing.append(missing)
      return paragraph("Not shown: \(missing)", "missing")
    }
    exhibits += 1
    contents[contents.count - 1].exhibits += 1
    paragraph(exhibit.sentence, "says")
    if exhibit.isLong { add { $0.markup("<div class=\"many\">") } }
    if let chart = exhibit.chart {
      page += ChartFigure(chart, id: "exhibit-\(exhibits)", draws: draws).html
    } else if let table = exhibit.table {
      show(table, exhibit.source)
    }
    if exhibit.isLong { add { $0.markup("</div>") } }
  }

  private mutating func show(_ table: ChartTable, _ source: String) {
    let id = "exhibit-\(exhibits)"
    add { $0.open("figure", [("class", "chart"), ("id", id)]) }
    page += table.html
    add {
      $0.element("p", [("class", "source")], (["Source: \(source)"] + table.notices).joined(separator: ". ") + ".")
      $0.markup("</figure>\n")
    }
  }

  /// Shows what people have written, or that it is not written.
  mutating func show(_ slot: TextSlots.Slot, of texts: TextSlots) {
    add { $0.element("h3", [], slot.title) }
    let paragraphs = texts.paragraphs(slot)
    for words in paragraphs { paragraph(words) }
    if paragraphs.isEmpty {
      contents[contents.count - 1].missing.append("\(slot.rawValue).txt is not written")
      paragraph("Not written.", "missing")
    }
  }
}
