import Foundation
import KithMeasures
import KithTesting
import Testing

@Suite("The text of scripts")
struct ScriptTextTests {
  private func script(
    _ language: ScriptLanguage, _ names: [String] = [], year: Int = 2025, options: MeasureOptions = MeasureOptions()
  ) -> MeasureScript {
    let all = Measure.all(options)
    let measures = names.isEmpty ? all : names.flatMap { Measure.named($0, among: all) }
    return MeasureScript(language, measures, year: year, options: options, version: "9.9.9")
  }

  @Test(
    "the head says what it is, whose version, which year and edges, what it reads and that nothing of it is for release"
  )
  func head() {
    var options = MeasureOptions()
    options.twoYears = .calendar
    for language in ScriptLanguage.allCases {
      let head = unwrapped(script(language, options: options).text, language)
      #expect(
        head.contains("children's social care of 2024/25, for each authority: 125 measures. Written by Kith 9.9.9"))
      #expect(head.contains("NOT FOR RELEASE: the results are raw counts"))
      #expect(head.contains("two years: calendar (not DfE's), temporary placements: not-counted"))
      #expect(
        head.contains(
          "cin_section47 (2025): parent_position (number), s47actualstartdate (day), dateofinitialcpc (day)"))
      #expect(head.contains("ssda903_episodes (2018 to 2025): position (number)"))
      #expect(head.contains("child_population: authority, year, population"))
      #expect(head.contains("NOT RUN IN STATA BY US") == (language == .stata))
    }
  }

  /// The text without the marks of comments, in one line.
  private func unwrapped(_ text: String, _ language: ScriptLanguage) -> String {
    let mark = [.sql: "--", .r: "#", .stata: "*"][language] ?? ""
    return text.split(separator: "\n").map { $0.drop { $0 == " " } }
      .map { $0.hasPrefix(mark) ? $0.dropFirst(mark.count) : $0 }
      .joined(separator: " ").split(separator: " ").joined(separator: " ")
  }

  @Test("every measure is in every language, with its definition beside it", arguments: ScriptLanguage.allCases)
  func complete(_ language: ScriptLanguage) {
    let text = script(language).text
    let said = unwrapped(text, language)
    let quote = language == .sql ? "'" : "\""
    let silent = Measure.all().filter { measure in
      !text.contains("\(quote)\(measure.id)\(quote)")
        || !said.contains("\(measure.id): \(measure.name) (\(measure.figure.unit), counts")
    }
    #expect(silent.map(\.id) == [])
    #expect(text.utf8.allSatisfy { $0 < 128 })
  }

  @Test("every step has words of its own before it", arguments: ScriptLanguage.allCases)
  func words(_ language: ScriptLanguage) {
    let lines = script(language).text.split(separator: "\n", omittingEmptySubsequences: false)
    let begin = [.sql: "CREATE OR REPLACE TEMPORARY VIEW ", .r: "make_", .stata: "tempfile "][language] ?? ""
    let steps = lines.indices.filter {
      lines[$0].hasPrefix(begin) && (language != .stata || lines[$0 - 1].hasPrefix("*"))
    }
    #expect(steps.count > 40)
    // A step without words of its own would have its name in their place.
    let silent = steps.filter { place in
      let name = lines[place].dropFirst(begin.count).prefix { $0 == "_" || $0.isLetter || $0.isNumber }
      let words = lines[place - 1].split(separator: " ").dropFirst().joined(separator: " ")
      return words.isEmpty || words.hasPrefix(name + " From") || words == name
    }
    #expect(silent.map { lines[$0] } == [])
  }

  @Test("the SQL has only functions and types that DuckDB and Spark share, and no value to bind")
  func shared() throws {
    let functions: Set<String> = [
      "cast", "coalesce", "count", "day", "greatest", "lag", "make_date", "max", "max_by", "min", "min_by", "month",
      "nullif",
      "row_number", "substr", "sum", "trim", "upper", "year",
    ]
    let types: Set<String> = ["STRING", "DATE", "BIGINT", "DOUBLE", "INTEGER"]
    let text = try bare(script(.sql).text)
    let called = text.matches(of: /([a-z_]+)\(/).map { String($0.1) }
    // The names before a list of columns: `AS m(place, …)`.
    let named = text.matches(of: /AS ([a-z_]+)\(/).map { String($0.1) }
    #expect(Set(called).subtracting(functions).subtracting(named) == [])
    #expect(Set(called).isSuperset(of: ["min_by", "make_date", "row_number"]))
    let cast = text.matches(of: #/ AS ([A-Z]+)\)/#).map { String($0.1) }
    #expect(Set(cast) == types)
    #expect(!text.contains("?") && !text.contains("::") && !text.contains("QUALIFY") && !text.contains("\""))
  }

  /// The SQL without comments and texts.
  private func bare(_ text: String) throws -> String {
    text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("--") }.joined(separator: "\n")
      .replacing(try Regex("'[^']*'"), with: "''")
  }

  @Test("blocks and parentheses close in every language", arguments: ScriptLanguage.allCases)
  func balanced(_ language: ScriptLanguage) throws {
    let mark = [.sql: "--", .r: "#", .stata: "*"][language] ?? ""
    let code = script(language).text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix(mark) }
      .joined(separator: "\n")
    let text = code.replacing(try Regex(language == .sql ? "'[^']*'" : "\"[^\"\n]*\""), with: "")
    for (open, close) in [("(", ")"), ("{", "}"), ("[", "]")] as [(Character, Character)] {
      var depth = 0
      for letter in text {
        depth += letter == open ? 1 : letter == close ? -1 : 0
        if depth < 0 { break }
      }
      #expect(depth == 0, "\(open)")
    }
  }

  @Test("a script of one measure reads no more tables than it needs, the same in every language")
  func tables() {
    let few = script(.sql, ["rereferral_pct"]).tables.map(\.name)
    #expect(few.allSatisfy { $0.hasPrefix("cin_") } && few.contains("cin_cindetails") && !few.contains("cin_reviews"))
    let names = [
      "rereferral_pct", "cpp_reviewed_pct", "icpc_15d_pct", "cl_stayput_pct", "oc2_sdq_mean", "adopt_stage_1", "cla_",
    ]
    for name in names {
      let tables = ScriptLanguage.allCases.map { script($0, [name]).tables.map(\.name) }
      #expect(tables[0] == tables[1] && tables[1] == tables[2], "\(name)")
    }
  }

  @Test("what no return of a year gives is left out, and the head says why")
  func leftOut() {
    let old = script(.r, ["factor_child_criminal_exploitation", "sw_3plus_pct", "ref_count"], year: 2021)
    #expect(old.measures.map(\.id) == ["ref_count"])
    #expect(old.leftOut.map(\.reason) == ["not collected before 2021/22", "not collected before 2023/24"])
    #expect(old.text.contains("#   sw_3plus_pct: not collected before 2023/24"))
    let future = script(.sql, ["assess_45d_pct", "s47_rate"], year: 2040)
    #expect(future.measures.map(\.id) == ["s47_rate"])
    #expect(future.leftOut.first?.reason == "the bank holidays of 2038 to 2040 are not all known")
  }
}
