import KithCatalogue

/// What `kith catalogue list` prints.
struct CatalogueListing {
  private let sets: [DataSet]

  init(_ sets: [DataSet]) { self.sets = sets }

  var text: String {
    guard !sets.isEmpty else { return "No data set is of that kind." }
    var grid = TextGrid(isLeft: [true, true, true, true, true])
    grid.add(["Name", "Level", "Steward", "Covers", "Data set"])
    for set in sets {
      grid.add([
        set.id, set.levels.map(\.rawValue).joined(separator: ", "), set.stewardShort.shortened(to: 20),
        set.firstYear.map { "from \($0)" } ?? "", set.name,
      ])
    }
    return (grid.lines(width: 200) + ["", "\(sets.count) data sets; kith catalogue show NAME has all of one."])
      .joined(separator: "\n")
  }

  struct JSON: Encodable {
    let command = "catalogue list"
    let dataSets: [Entry]

    struct Entry: Encodable {
      let id: String
      let name: String
      let family: String
      let levels: [String]
      let steward: String
      let coverage: String
      let open: Bool
      let personalData: Bool
      let routes: [String]
      let lastVerified: String
      let unverified: [String]

      init(_ set: DataSet) {
        (id, name, family) = (set.id, set.name, set.group.rawValue)
        (levels, steward, coverage) = (set.levels.map(\.rawValue), set.steward, set.coverage)
        (open, personalData) = (set.isOpen, set.hasPersonalData)
        routes = Set(set.access.map(\.route)).sorted()
        (lastVerified, unverified) = (set.lastVerified, set.unverified)
      }
    }
  }

  var json: JSON { JSON(dataSets: sets.map(JSON.Entry.init)) }
}

/// What `kith catalogue search` prints.
struct CatalogueFindings {
  private let words: String
  private let results: [SearchResult]

  init(_ words: String, _ results: [SearchResult]) {
    self.words = words
    self.results = results
  }

  var text: String {
    guard !results.isEmpty else {
      return "No data set has these words. Try fewer or others, or kith catalogue list."
    }
    var grid = TextGrid(isLeft: [true, true, true])
    grid.add(["Name", "Data set", "Found in"])
    for result in results {
      grid.add([result.dataSet.id, result.dataSet.name.shortened(to: 60), result.places.joined(separator: ", ")])
    }
    return grid.lines(width: 200).joined(separator: "\n")
  }

  struct JSON: Encodable {
    let command = "catalogue search"
    let words: String
    let results: [Entry]

    struct Entry: Encodable {
      let id: String
      let name: String
      let foundIn: [String]
    }
  }

  var json: JSON {
    JSON(
      words: words,
      results: results.map { .init(id: $0.dataSet.id, name: $0.dataSet.name, foundIn: $0.places) })
  }
}

extension String {
  /// The text, cut with a mark where it is longer.
  func shortened(to limit: Int) -> String { count <= limit ? self : prefix(limit - 1).trimmingEnd + "…" }
}

extension Substring {
  fileprivate var trimmingEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
