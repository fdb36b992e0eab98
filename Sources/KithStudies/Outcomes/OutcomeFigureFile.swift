public import KithDisclosure

/// Outcomes in the layout of `kith measures --csv`, which `kith release` reads: raw figures, not for release as they are.
///
/// Sessions missed are left out: `kith release` would take sessions for children, and show those of a few pupils.
struct OutcomeFigureFile {
  private let study: OutcomeStudy

  init(_ study: OutcomeStudy) { self.study = study }

  private static let header = [
    "year", "authority", "authority_name", "measure", "label", "breakdown", "category", "unit", "numerator",
    "denominator", "value", "symbol", "reason", "status", "synthetic",
  ]

  /// The text; `isSynthetic` marks each line.
  func text(isSynthetic: Bool) -> String {
    let lines = study.areas.filter { $0 != OutcomeStudy.all }.flatMap { area in
      let groups: [[SocialCareGroup]] = [SocialCareGroup.allCases] + SocialCareGroup.allCases.map { [$0] }
      return groups.flatMap { rows(area, $0, isSynthetic) }
    }
    return ([Self.header] + lines).map { $0.map(Self.quoted).joined(separator: ",") + "\n" }.joined()
  }

  /// The lines of some groups of an area together: of one, or of all.
  private func rows(_ area: String, _ groups: [SocialCareGroup], _ isSynthetic: Bool) -> [[String]] {
    let places = groups.map { OutcomeStudy.Place(area: area, group: $0) }
    let isTotal = groups.count > 1
    func row(_ id: String, _ label: String, _ unit: String, _ above: Int, _ below: Int?) -> [String] {
      let isNone = below == 0
      let value = below.flatMap { $0 > 0 ? "\(Double(above) * (unit == "percentage" ? 100 : 1) / Double($0))" : nil }
      return [
        "\(study.year)", area, isSynthetic ? "Synthetic authority" : "", id, label,
        isTotal ? "total" : "social care group", isTotal ? "Total" : groups[0].rawValue, unit, "\(above)",
        below.map { "\($0)" } ?? "", isNone ? "" : value.map(Self.oneDecimal) ?? "\(above)", isNone ? "z" : "", "",
        "our reading", isSynthetic ? "synthetic" : "",
      ]
    }
    let matches = study.populations.map { population -> [String] in
      let found = places.flatMap { place in (study.matches[population]?[place] ?? [:]).values }
      return row(
        "out_" + population.rawValue.map { $0.isLetter || $0.isNumber ? String($0) : "_" }.joined() + "_matched_pct",
        "Found in the files, \(population.rawValue)", "percentage", found.reduce(0) { $0 + $1.matched },
        found.reduce(0) { $0 + $1.children })
    }
    return matches
      + study.outcomes.compactMap { outcome in
        let tallies = places.compactMap { study.tallies[outcome.question.id]?[$0] }
        let sums = places.compactMap { study.sums[outcome.id]?[$0]?.above }
        let known = tallies.reduce(0) { $0 + $1.known }
        let id = "out_" + outcome.id
        switch outcome.form {
        case .share(let answers):
          let having = tallies.reduce(0) { sum, tally in answers.reduce(sum) { $0 + tally.answers[$1] } }
          return row(id, outcome.title, "percentage", having, known)
        case .ratio where outcome.unit == "mean":
          return row(id, outcome.title, "mean", Int(sums.reduce(0, +).rounded()), known)
        case .ratio: return nil
        case .events: return row("out_permanent_exclusions", outcome.title, "count", Int(sums.reduce(0, +)), nil)
        }
      }
  }

  private static func oneDecimal(_ text: String) -> String {
    StudyTable.Cell.number(Double(text) ?? 0, places: 1).plain
  }

  private static func quoted(_ text: String) -> String { text.contains(",") ? "\"\(text)\"" : text }
}

extension OutcomeStudy {
  /// The raw figures as `kith release --figures` reads them.
  public func figureFile(isSynthetic: Bool) -> Internal<String> {
    Disclosure.internalUse(OutcomeFigureFile(self).text(isSynthetic: isSynthetic))
  }
}
