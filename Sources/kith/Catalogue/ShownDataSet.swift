import KithCatalogue
import KithMeasures

/// What `kith catalogue show` prints of a data set.
struct ShownDataSet {
  let set: DataSet
  let catalogue: Catalogue

  init(_ set: DataSet, _ catalogue: Catalogue) {
    self.set = set
    self.catalogue = catalogue
  }

  var text: String {
    ([set.name, "", facts] + [links, access, measures, studies, checked].filter { !$0.isEmpty })
      .joined(separator: "\n")
  }

  private var facts: String {
    let rows: [(String, [String])] = [
      ("Name", [set.id]), ("Also called", set.aka.isEmpty ? [] : [set.aka.joined(separator: "; ")]),
      ("Steward", [set.steward]), ("Level", [set.levels.map(\.rawValue).joined(separator: ", ")]),
      ("A record is", [set.unit]), ("Covers", [set.population, set.coverage].compactMap(\.self)),
      ("Places", [set.geography]),
      ("When", [set.frequency, set.period, set.published.map { "published in \($0)" }].compactMap(\.self)),
      ("Form", [set.form].compactMap(\.self)), ("Identifiers", set.identifiers), ("Tells", set.variables),
      ("Breaks", set.breaks.map(words)), ("Limits", set.limits), ("Used for", set.uses), ("Licence", [set.licence]),
      ("Page", set.page.isEmpty ? [] : [set.page]),
    ]
    return rows.filter { !$0.1.isEmpty }.map { labelled($0.0, $0.1) }.joined(separator: "\n")
  }

  private func words(_ change: DataSet.Break) -> String {
    (change.year.map { "\($0): " } ?? "") + change.what + (change.isUnverified == true ? " (not verified)" : "")
  }

  private func labelled(_ label: String, _ items: [String]) -> String {
    let lines = items.flatMap { TextGrid.wrapped($0, width: 100).enumerated().map { ($0 == 0 ? "" : "  ") + $1 } }
    return lines.enumerated().map { index, line in
      (index == 0 ? label : "").padding(to: 14) + line
    }.joined(separator: "\n")
  }

  private var links: String {
    let items = catalogue.links(of: set).map { link in
      (link.other(than: set.id) ?? "") + ": " + link.key.title + (link.note.isEmpty ? "" : " (\(link.note))")
    }
    return items.isEmpty ? "" : labelled("Links to", items)
  }

  private var access: String {
    let items = set.access.compactMap { access in
      catalogue.route(id: access.route).map { route in
        access.who.map(\.title).joined(separator: ", ") + ": " + route.title + " (allow: \(route.allowance))"
          + (access.instead.map { ", instead: \($0)" } ?? "") + (access.note.map { "; \($0)" } ?? "")
      }
    }
    return labelled("Who, how", items)
  }

  private var measures: String {
    let measures = catalogue.measures(of: set)
    let own = set.kith.isEmpty ? "" : labelled("Kith", ["kith " + set.kith.joined(separator: "; kith ")])
    guard !measures.isEmpty else { return own }
    let ids = measures.map(\.id).joined(separator: " ")
    return own + "\n" + labelled("Measures", ["\(measures.count): " + ids])
  }

  private var studies: String {
    let items = catalogue.studies(of: set).map { "\($0.id): \($0.authors.shortened(to: 40)) (\($0.year)). \($0.title)" }
    return items.isEmpty ? "" : labelled("Studies", items)
  }

  private var checked: String {
    labelled(
      "Last verified",
      ["\(set.lastVerified), \(set.basis.words)"] + set.unverified.map { "not verified: \($0)" })
  }
}

extension String {
  /// The text with spaces after it up to a width.
  func padding(to width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}

/// What `kith catalogue show` prints of a study.
struct ShownStudy {
  private let study: PublishedStudy

  init(_ study: PublishedStudy) { self.study = study }

  var text: String {
    let lines: [(String, String)] = [
      ("Study", study.id), ("Authors", study.authors), ("Year", "\(study.year)"), ("Title", study.title),
      ("In", study.outlet), ("Data sets", study.dataSets.joined(separator: ", ")), ("Note", study.note ?? ""),
      ("About", study.themes.joined(separator: ", ")), ("Design", study.design), ("Found", study.finding),
      ("See", study.reference), ("Last verified", study.lastVerified),
      ("Not verified", study.unverified.joined(separator: "; ")),
    ]
    return lines.filter { !$0.1.isEmpty }.flatMap { label, words in
      TextGrid.wrapped(words, width: 100).enumerated().map { ($0 == 0 ? label : "").padding(to: 15) + $1 }
    }.joined(separator: "\n")
  }

  struct JSON: Encodable {
    let command = "catalogue show"
    let study: CatalogueStudyJSON
  }

  var json: JSON { JSON(study: CatalogueStudyJSON(study)) }
}
