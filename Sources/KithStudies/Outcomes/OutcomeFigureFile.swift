public import KithDisclosure

extension OutcomeStudy {
  /// The raw figures of authorities, by social care group, as `kith release --figures` reads them.
  ///
  /// Sessions missed are left out: `kith release` would take sessions for children, and show those of a few pupils.
  public func figureFile(isSynthetic: Bool) -> Internal<String> {
    let lines = areas.filter { $0 != Self.all }.flatMap { area in
      figures(area, SocialCareGroup.allCases) + SocialCareGroup.allCases.flatMap { figures(area, [$0]) }
    }
    return Disclosure.internalUse(FigureLine.text(lines, isSynthetic: isSynthetic))
  }

  /// The figures of some groups of an area together: of one, or of all.
  private func figures(_ area: String, _ groups: [SocialCareGroup]) -> [FigureLine] {
    let places = groups.map { Place(area: area, group: $0) }
    func line(_ id: String, _ label: String, _ unit: String, _ above: Int, _ below: Int?) -> FigureLine {
      FigureLine(
        year: year, authority: area, measure: "out_" + id, label: label,
        group: groups.count > 1 ? nil : ("social care group", groups[0].rawValue), unit: unit, numerator: above,
        denominator: below)
    }
    let matched = populations.map { population in
      let found = places.flatMap { place in (matches[population]?[place] ?? [:]).values }
      let id = population.rawValue.map { $0.isLetter || $0.isNumber ? String($0) : "_" }.joined()
      return line(
        id + "_matched_pct", "Found in the files, \(population.rawValue)", "percentage",
        found.reduce(0) { $0 + $1.matched }, found.reduce(0) { $0 + $1.children })
    }
    return matched
      + outcomes.compactMap { outcome in
        let own = places.compactMap { tallies[outcome.question.id]?[$0] }
        let sum = places.reduce(0.0) { $0 + (sums[outcome.id]?[$1]?.above ?? 0) }
        let known = own.reduce(0) { $0 + $1.known }
        switch outcome.form {
        case .share(let answers):
          let having = own.reduce(0) { sum, tally in answers.reduce(sum) { $0 + tally.answers[$1] } }
          return line(outcome.id, outcome.title, "percentage", having, known)
        case .ratio where outcome.unit == "mean":
          return line(outcome.id, outcome.title, "mean", Int(sum.rounded()), known)
        case .ratio: return nil
        case .events: return line("permanent_exclusions", outcome.title, "count", Int(sum), nil)
        }
      }
  }
}
