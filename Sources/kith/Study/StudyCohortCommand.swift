import ArgumentParser
import Foundation
import KithDisclosure
import KithStore
import KithStudies
import KithTables

/// `kith study cohort`: who is followed, step by step.
struct StudyCohortCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cohort",
    abstract: "Say who is followed and who is left out, step by step; and save the definition.",
    discussion: """
      EXAMPLES
        kith study cohort --store children.duckdb --origin referral --from 2022-04-01 --to 2023-03-31 --out referred.json
        kith study cohort --store children.duckdb --origin care-entry --from 2021-04-01 --to 2022-03-31 --clear-months 12
        kith study cohort --store children.duckdb --cohort referred.json --json
      """)

  @OptionGroup(title: "Store")
  var options: ReadingOptions

  @OptionGroup(title: "Cohort")
  var cohort: CohortOptions

  @Option(help: "Write the definition and the numbers of each step to this file.")
  var out: String?

  @Flag(help: "Write over a file that is there already.")
  var replace = false

  @Flag(help: "Print comma-separated text.")
  var csv = false

  @Flag(help: "Print one JSON object (docs/json.md).")
  var json = false

  func run() async throws {
    if let out, !replace, FileManager.default.fileExists(atPath: out) {
      throw UsageFault("\(out) is there already; give another file, or --replace.")
    }
    let store = try options.open(for: .reading)
    let isSynthetic = try store.isSynthetic ?? false
    let members = try Cohort(try cohort.definition(), in: store)
    let saved = Disclosure.internalUse(SavedCohort(members, isSynthetic: isSynthetic)).value
    if let out {
      do { try Data((sortedJSON(saved) + "\n").utf8).write(to: URL(filePath: out), options: .atomic) } catch {
        throw UsageFault("\(out) cannot be written; give a file in a folder that may be.")
      }
    }
    let document = CohortDocument(saved, warning: store.warning)
    print(json ? sortedJSON(document.json) : csv ? document.csv : document.text, terminator: csv ? "" : "\n")
  }
}

/// The flow chart of a cohort.
struct CohortDocument {
  private let saved: SavedCohort
  private let warning: String?

  init(_ saved: SavedCohort, warning: String?) {
    self.saved = saved
    self.warning = warning
  }

  var text: String {
    ([warning, saved.notice, "Cohort: \(saved.definition.name)"].compactMap { $0 } + Self.lines(saved.steps))
      .joined(separator: "\n")
  }

  /// How many were left at each step.
  static func lines(_ steps: [Cohort.Step]) -> [String] {
    var grid = TextGrid(isLeft: [true, false, false, false])
    grid.add(["", "left", "children", "left out"])
    for (index, step) in steps.enumerated() {
      let out = index == 0 ? "" : String(steps[index - 1].rows - step.rows)
      grid.add([step.step, String(step.rows), String(step.children), out])
    }
    return grid.lines(width: 110)
  }

  var csv: String {
    let heads = "step,rows,children,left_out,synthetic\n"
    return saved.steps.enumerated().reduce(heads) { text, item in
      let out = item.offset == 0 ? "" : String(saved.steps[item.offset - 1].rows - item.element.rows)
      let cells = [
        item.element.step, String(item.element.rows), String(item.element.children), out,
        saved.synthetic ? "synthetic" : "",
      ]
      return text + cells.map(\.quotedCell).joined(separator: ",") + "\n"
    }
  }

  struct JSON: Encodable {
    let command = "study cohort"
    let notice: String
    let synthetic: Bool
    let definition: CohortDefinition
    let steps: [Cohort.Step]
  }

  var json: JSON {
    JSON(notice: saved.notice, synthetic: saved.synthetic, definition: saved.definition, steps: saved.steps)
  }
}
