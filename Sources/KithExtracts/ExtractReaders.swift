/// Scripts that read an extract's files in R and in Stata, with the words of codes.
public struct ExtractReaders: Sendable {
  private let tables: [ExtractTable]
  private let prefix: String

  init(_ tables: [ExtractTable], prefix: String) {
    self.tables = tables
    self.prefix = prefix
  }

  /// The script for R: base R only, each table a data frame, codes as factors with words.
  public var r: String {
    tables.reduce(into: heading("#")) { text, table in
      let classes = table.columns.map { "\($0.name) = \"\(Self.isNumber($0) ? "numeric" : "character")\"" }
      text += """
        \(table.name) <- read.csv("\(prefix)\(table.name).csv", na.strings = "", colClasses = c(
          \(classes.joined(separator: ", "))))

        """
      for column in table.columns {
        guard case .code(let set) = column.treatment else { continue }
        let codes = set.labels.map { Self.quoted($0.code) }.joined(separator: ", ")
        let words = set.labels.map { Self.quoted("\($0.code) \($0.words)") }.joined(separator: ", ")
        text += """
          \(table.name)$\(column.name) <- factor(\(table.name)$\(column.name), levels = c(\(codes)),
            labels = c(\(words)))

          """
      }
    }
  }

  /// The script for Stata: each table a data set, `TABLE.dta`, codes as numbers with labels, variables labelled.
  public var stata: String {
    tables.reduce(into: heading("*") + "version 14\n") { text, table in
      let texts = table.columns.enumerated().filter { !Self.isNumber($1) }.map { "\($0.offset + 1)" }
      text += """
        import delimited using "\(prefix)\(table.name).csv", clear varnames(1) case(preserve) stringcols(\(texts.joined(separator: " ")))

        """
      for column in table.columns {
        if case .code(let set) = column.treatment { text += Self.labelled(column.name, set) }
        text += "label variable \(column.name) \"\(column.meaning.prefix(80))\"\n"
      }
      text += "save \"\(prefix)\(table.name).dta\", replace\n\n"
    }
  }

  private static func labelled(_ column: String, _ set: ValueLabels) -> String {
    let name = "l_\(column)"
    let codes = set.labels.enumerated().map { "label define \(name) \($0 + 1) \"\($1.code)\", add" }
    let words = set.labels.enumerated().map {
      "label define \(name) \($0 + 1) \"\($1.code) \($1.words.filter { $0 != "\"" })\", modify"
    }
    return
      (["capture label drop \(name)"] + codes + [
        "encode \(column), generate(\(column)_n) label(\(name)) noextend", "drop \(column)",
        "rename \(column)_n \(column)",
      ] + words).joined(separator: "\n") + "\n"
  }

  private func heading(_ mark: String) -> String {
    "\(mark) \(ResearchExtract.notice)\n\(mark) Run it in the folder of the files.\n"
  }

  private static func isNumber(_ column: ExtractColumn) -> Bool { [.number, .age].contains(column.treatment) }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
