import KithMeasures
import KithReturns

/// A draft of an application for the data of a plan, in Markdown, with what only the applicant can say marked *to be written*.
public struct ApplicationDraft: Sendable {
  private let plan: DataPlan
  private let years: ClosedRange<Int>?

  /// A draft for a plan; the collection years that it asks for, by the calendar year in which each ends, where they are known.
  public init(_ plan: DataPlan, years: ClosedRange<Int>?) {
    self.plan = plan
    self.years = years
  }

  /// What stands where only the applicant can write.
  public static let blank = "*to be written*"

  /// The draft.
  public var markdown: String {
    [head, project, dataAsked, variables, joining, safes, codebook, breaks, results, unverified]
      .filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private var head: String {
    """
    # Draft application

    Drafted from Kith's catalogue for a \(plan.kind.title). It is no form of the data's steward: carry it over into theirs. What is marked \
    \(Self.blank) is yours to write; what section 10 lists is not verified.
    """
  }

  private var project: String {
    let studies = plan.studies.map { "- \($0.authors) (\($0.year)), \($0.title). \($0.outlet)." }
    return """
      ## 1. The project

      | | |
      | --- | --- |
      | Title | \(Self.blank) |
      | Question | \(plan.question.cell) |
      | About | \(plan.topics.map(\.title).joined(separator: "; ").cell) |
      | Why it matters to the public, and to children | \(Self.blank) |
      | Legal basis | \(Self.blank) |
      | Ethical approval | \(Self.blank) |
      | Whom you have asked: children, families, authorities | \(Self.blank) |

      Work to build on:

      \(studies.isEmpty ? Self.blank : studies.joined(separator: "\n"))
      """
  }

  private var dataAsked: String {
    let rows = plan.dataSets.map { planned in
      let way = planned.ways.first
      return [
        planned.dataSet.name, planned.dataSet.steward, planned.dataSet.unit, planned.reasons.joined(separator: "; "),
        yearsAsked(planned), way.map { $0.route.title } ?? "none known",
        way.map { $0.route.allowance } ?? "ask the steward",
      ]
    }
    return "## 2. Data asked for\n\n"
      + markdownTable(["Data set", "Steward", "A record is", "What it gives", "Years", "Route", "Allow"], rows)
  }

  private func yearsAsked(_ planned: DataPlan.Planned) -> String {
    if let years { return years.count == 1 ? "\(years.lowerBound)" : "\(years.lowerBound) to \(years.upperBound)" }
    return planned.years > 1 ? "the last \(planned.years): \(Self.blank) which" : Self.blank
  }

  private var variables: String {
    let parts = plan.dataSets.map { planned -> String in
      let why = planned.reasons.joined(separator: "; ")
      guard !planned.fields.isEmpty else {
        return "### \(planned.dataSet.name)\n\n"
          + markdownTable(
            ["Variable", "Why it is the minimum needed"],
            planned.dataSet.variables.map { [$0, "only if the question needs it: \(Self.blank), or strike out"] })
      }
      let rows = planned.fields.map { field in [field.name, field.meaning, minimum(field)] }
      return "### \(planned.dataSet.name)\n\nNeeded for: \(why).\n\n"
        + markdownTable(["Variable", "What it is", "Why it is the minimum needed"], rows)
    }
    return "## 3. Variables\n\nNothing else is asked for.\n\n" + parts.joined(separator: "\n\n")
  }

  private func minimum(_ field: ReturnField) -> String {
    let use =
      switch field.use {
      case .key: "joins a child's records, and no name or address is asked for"
      case .birth: "gives the age at each event"
      case .day: "puts the event in its order, for lengths of time and follow-up"
      case .group: "compares groups of children"
      case .kind: "tells kinds apart that the answer keeps apart"
      }
    return field.coarser.isEmpty
      ? use : "\(use). Less would be \(field.coarser): take it, or say why it will not do: \(Self.blank)"
  }

  private var joining: String {
    let rows = plan.links.map { link in
      [link.ends.joined(separator: " – "), link.key.title, link.note.isEmpty ? "–" : link.note]
    }
    guard !rows.isEmpty else {
      return "## 4. Joining the data\n\nNo records are joined, or by the steward: \(Self.blank)"
    }
    return "## 4. Joining the data\n\n" + markdownTable(["Data sets", "Joined by", "To know"], rows)
      + "\n\nWho joins them, and how it will be told who is left unlinked: \(Self.blank)"
  }

  private var results: String {
    let names = plan.measures.prefix(12).map(\.id)
    let measures =
      names.isEmpty ? "none" : names.joined(separator: ", ") + (plan.measures.count > 12 ? " and others" : "")
    return """
      ## 9. Results

      - Tables and charts that are to leave: \(Self.blank)
      - Official measures that results can be held against (`kith measures`): \(measures)
      - Kith's commands for the work: \(plan.commands.isEmpty ? "none" : plan.commands.map { "`kith \($0)`" }.joined(separator: ", "))
      - Code written beforehand on invented data: `kith synth`; as scripts where nothing may be installed: `kith emit`
      """
  }

  private var unverified: String {
    let sets = plan.dataSets.map(\.dataSet).filter { !$0.unverified.isEmpty }
      .map { "- \($0.name): \($0.unverified.joined(separator: "; "))" }
    let routes = plan.dataSets.flatMap(\.ways).map(\.route).distinct.filter { !$0.unverified.isEmpty }
      .map { "- \($0.title): \($0.unverified.joined(separator: "; "))" }
    let lines = sets + routes
    return "## 10. Not verified\n\nAsk the steward before you rely on it.\n\n"
      + (lines.isEmpty ? "Nothing." : lines.joined(separator: "\n"))
  }
}

extension ApplicationDraft {
  private var safes: String {
    let places = plan.dataSets.flatMap { $0.ways.prefix(1).map(\.route.where) }.distinct.joined(separator: "; ")
    let outputs = plan.dataSets.flatMap { $0.ways.prefix(1).map(\.route.outputs) }.distinct.joined(separator: "; ")
    let needs = plan.dataSets.flatMap { $0.ways.prefix(1).flatMap(\.route.needs) }.distinct.joined(separator: "; ")
    let rows = [
      [
        "Safe projects", "What good will come of it, to whom, by when? What harm could, and who was asked?", Self.blank,
      ],
      ["Safe people", "Who will see records? Who is accredited, until when? Who answers for them?", Self.blank],
      ["Safe settings", "Where are records worked on? (\(places.isEmpty ? "ask the steward" : places))", Self.blank],
      [
        "Safe data",
        "Which variables of section 3 may be coarser? What is left out, and when is all of it destroyed? No link is made across an "
          + "adoption.", Self.blank,
      ],
      [
        "Safe outputs",
        "Which small numbers are withheld, and how is it checked that no other table gives them away? (\(outputs.isEmpty ? "ask the steward" : outputs))",
        Self.blank,
      ],
    ]
    return "## 5. Five Safes\n\n" + markdownTable(["", "Prompt", "Answer"], rows)
      + (needs.isEmpty ? "" : "\n\nThe routes ask for: \(needs).")
  }

  private var codebook: String {
    let fields = plan.dataSets.flatMap(\.fields)
    let missing =
      "## 7. How much is missing\n\nMeasure it in the extract before anything else, by year and by authority, and say what it does to the "
      + "answer: \(Self.blank)"
    guard !fields.isEmpty else {
      return "## 6. Codebook\n\nKith reads no return of these data: take the steward's codebook. \(Self.blank)\n\n"
        + missing
    }
    let rows = fields.map { field in
      [
        field.collection.title, field.name, field.isDay ? "day" : "code, number or text",
        collected(field), field.blank, field.codeChanges.isEmpty ? "–" : field.codeChanges.joined(separator: "; "),
      ]
    }
    return "## 6. Codebook\n\n"
      + markdownTable(["Return", "Variable", "Kind", "Collected", "Blank", "Codes that change"], rows)
      + "\n\n" + missing
  }

  private func collected(_ field: ReturnField) -> String {
    guard let years else { return field.years }
    let lacking = years.filter { !field.isCollected(in: $0) }
    return lacking.isEmpty
      ? field.years : "\(field.years); not in \(lacking.map(String.init).joined(separator: ", "))"
  }

  private var breaks: String {
    let lines = plan.dataSets.flatMap { planned in
      planned.dataSet.breaks.filter { concerns($0) }.map { change in
        let year = change.year.map { "\($0): " } ?? ""
        return "- \(planned.dataSet.name), \(year)\(change.what)\(change.isUnverified == true ? " (not verified)" : "")"
      }
    }
    return "## 8. Breaks in series\n\n"
      + (lines.isEmpty
        ? "The catalogue knows none." : lines.joined(separator: "\n") + "\n\nWhat is done about each: \(Self.blank)")
  }

  /// A change without a year concerns any years; another those that hold the first year of the new state.
  private func concerns(_ change: DataSet.Break) -> Bool {
    guard let years, let year = change.year else { return true }
    return year >= years.lowerBound && year <= years.upperBound
  }

  private func markdownTable(_ head: [String], _ rows: [[String]]) -> String {
    let line = { (cells: [String]) in "| " + cells.map(\.cell).joined(separator: " | ") + " |" }
    return ([line(head), line(head.map { _ in "---" })] + rows.map(line)).joined(separator: "\n")
  }
}

extension String {
  /// The text as a cell of a Markdown table.
  fileprivate var cell: String {
    replacing("\n", with: " ").replacing("|", with: "\\|")
  }
}
