import KithTables

extension Term {
  /// The term in R, over columns that are vectors. A condition may give NA where it does not hold.
  var r: String {
    switch self {
    case .column(let name), .holds(let name): name
    case .text(let text): text.rQuoted
    case .number(let number): String(number)
    case .day(let day): "day(\"\(day.iso)\")"
    case .missingText: "NA_character_"
    case .missingNumber: "NA_real_"
    case .orElse(let a, let b): "or_else(\(a.r), \(b.r))"
    case .sum(let a, let b): "\(a.rHeld) + \(b.rHeld)"
    case .difference(let a, let b): "\(a.rHeld) - \(b.rHeld)"
    case .product(let number, let a): "\(number) * \(a.rHeld)"
    case .choose(let choices, let otherwise): rChoice(choices, otherwise)
    case .later(let day, let months): "plus_months(\(day.r), \(months.r))"
    case .firstOfApril(let year): "first_of_month(12 * \(year.rHeld) + 3)"
    case .year(let day): "year_of(\(day.r))"
    case .letter(let text, let place): "substr(\(text.r), \(place), \(place))"
    default: rCondition
    }
  }

  private var rCondition: String {
    switch self {
    case .known(let a): "!is.na(\(a.r))"
    case .same(let a, let b): "\(a.rHeld) == \(b.rHeld)"
    case .less(let a, let b): "\(a.rHeld) < \(b.rHeld)"
    case .atMost(let a, let b): "\(a.rHeld) <= \(b.rHeld)"
    case .isOne(let a, let texts): "\(a.rHeld) %in% c(\(texts.map(\.rQuoted).joined(separator: ", ")))"
    case .begins(let a, let text): "startsWith(\(a.r), \(text.rQuoted))"
    case .all(let parts): parts.filter { $0 != .always }.map(\.rHeld).joined(separator: " & ")
    case .any(let parts): parts.map(\.rHeld).joined(separator: " | ")
    case .not(.known(let a)): "is.na(\(a.r))"
    case .not(let part): "!is_true(\(part.r))"
    default: "TRUE"
    }
  }

  /// The term with marks around it where it needs them to hold together.
  private var rHeld: String { isSimple ? r : "(\(r))" }

  private func rChoice(_ choices: [Choice], _ otherwise: Term) -> String {
    let parts = choices.map { "\($0.condition.r), \($0.value.r)" } + [otherwise.r]
    return parts.count <= 2
      ? "cases(\(parts.joined(separator: ", ")))" : "cases(\n    \(parts.joined(separator: ",\n    ")))"
  }
}

extension String {
  /// The text as R writes it.
  var rQuoted: String { "\"" + replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\"" }

  /// Names as R writes a list of texts.
  static func rNames(_ names: [String]) -> String { "c(\(names.map(\.rQuoted).joined(separator: ", ")))" }
}
