import Mustache

/// A list to choose from.
struct Choice: Sendable {
  /// Something to choose.
  struct Option: Sendable {
    let value: String
    let words: String
    let isChosen: Bool
  }

  /// Options that stand together.
  struct Group: Sendable {
    let words: String
    let options: [Option]
  }

  let name: String
  let label: String
  let hint: String
  let groups: [Group]
  let takesSeveral: Bool
  let hasHint: Bool

  init(_ name: String, _ label: String, _ groups: [Group], hint: String = "", takesSeveral: Bool = false) {
    self.name = name
    self.label = label
    self.hint = hint
    self.groups = groups
    self.takesSeveral = takesSeveral
    hasHint = !hint.isEmpty
  }
}

// A page has hundreds of options: found by reflection, their tags took most of the time of a page on comparisons.
extension Choice.Option: MustacheParent {
  func child(named tag: String) -> Any? {
    switch tag {
    case "value": value
    case "words": words
    case "isChosen": isChosen
    default: nil
    }
  }
}
