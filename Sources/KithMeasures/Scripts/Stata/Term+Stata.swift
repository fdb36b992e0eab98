import KithTables

extension Term {
  /// The term in Stata, over variables. There a missing number is greater than any other and a missing text is empty, so a
  /// condition says of what it compares that it is not missing, where that matters.
  var stata: String {
    switch self {
    case .column(let name): name
    case .text(let text): text.stataQuoted
    case .number(let number): String(number)
    case .day(let day): day.stata
    case .missingText: "\"\""
    case .missingNumber: "."
    case .orElse(let a, let b): "cond(missing(\(a.stata)), \(b.stata), \(a.stata))"
    case .sum(let a, let b): "\(a.stataHeld) + \(b.stataHeld)"
    case .difference(let a, let b): "\(a.stataHeld) - \(b.stataHeld)"
    case .product(let number, let a): "\(number) * \(a.stataHeld)"
    case .choose(let choices, let otherwise): stataChoice(choices, otherwise)
    case .later(let day, let months): stataLater(day.stata, months.stata)
    case .firstOfApril(let year): "mdy(4, 1, \(year.stata))"
    case .year(let day): "year(\(day.stata))"
    case .letter(let text, let place): "substr(\(text.stata), \(place), 1)"
    default: stataCondition
    }
  }

  private var stataCondition: String {
    switch self {
    case .holds(let name): "\(name) == 1"
    case .known(let a): "!missing(\(a.stata))"
    case .same(let a, let b): "\(a.stataHeld) == \(b.stataHeld)" + guarded(a.canBeMissing && b.canBeMissing ? [a] : [])
    case .less(let a, let b): "\(a.stataHeld) < \(b.stataHeld)" + guarded([b])
    case .atMost(let a, let b): "\(a.stataHeld) <= \(b.stataHeld)" + guarded([b])
    case .isOne(let a, let texts): stataList(a, texts)
    case .begins(let a, let text): "substr(\(a.stata), 1, \(text.count)) == \(text.stataQuoted)"
    case .all(let parts): parts.filter { $0 != .always }.map(\.stataHeld).joined(separator: " & ")
    case .any(let parts): parts.map(\.stataHeld).joined(separator: " | ")
    case .not(.known(let a)): "missing(\(a.stata))"
    case .not(let part): "!(\(part.stata))"
    default: "1"
    }
  }

  private func guarded(_ terms: [Term]) -> String {
    terms.filter(\.canBeMissing).map { " & !missing(\($0.stata))" }.joined()
  }

  private var stataHeld: String {
    switch self {
    case .holds, .begins, .isOne: "(\(stata))"
    default: isSimple ? stata : "(\(stata))"
    }
  }

  /// `inlist` takes nine texts at most.
  private func stataList(_ term: Term, _ texts: [String]) -> String {
    stride(from: 0, to: texts.count, by: 9).map { first in
      let part = texts[first..<min(first + 9, texts.count)].map(\.stataQuoted).joined(separator: ", ")
      return "inlist(\(term.stata), \(part))"
    }.joined(separator: " | ")
  }

  private func stataChoice(_ choices: [Choice], _ otherwise: Term) -> String {
    let separator = choices.count < 2 ? ", " : ", ///\n    "
    let parts = choices.map { "cond(\($0.condition.stata), \($0.value.stata)" }
    return (parts + [otherwise.stata]).joined(separator: separator) + String(repeating: ")", count: choices.count)
  }

  private func stataLater(_ day: String, _ months: String) -> String {
    "min(dofm(mofd(\(day)) + \(months)) + day(\(day)) - 1, dofm(mofd(\(day)) + \(months) + 1) - 1)"
  }
}

extension Day {
  /// The day as Stata writes it.
  var stata: String {
    let names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    let (day, month, year) = civil
    return "td(\(day < 10 ? "0" : "")\(day)\(names[month - 1])\(year))"
  }
}

extension String {
  /// The text as Stata writes it; never with a quote or a macro's marks, which no code or name of ours has.
  var stataQuoted: String { "\"\(self)\"" }
}
