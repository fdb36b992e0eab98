import Foundation
import KithEngine
import KithStore

extension ResearchExtract {
  /// Writes the tables as comma-separated text and Parquet, with readers, codebook and value labels, into a folder that is
  /// there. File names begin with `synthetic_` where the children are invented. Returns the names of the files.
  public func write(to folder: String) throws -> [String] {
    let prefix = isSynthetic ? "synthetic_" : ""
    var names: [String] = []
    for table in tables {
      for (ending, options) in [("csv", "FORMAT csv, HEADER"), ("parquet", "FORMAT parquet")] {
        let name = "\(prefix)\(table.name).\(ending)"
        do {
          try store.connection.execute(
            """
            COPY (SELECT * FROM \(identifier: Self.kept(table)) ORDER BY ALL)
            TO \(literal: folder + "/" + name) (\(raw: options))
            """)
        } catch { throw Self.unwritable(folder) }
        names.append(name)
      }
    }
    let readers = ExtractReaders(tables, prefix: prefix)
    let texts = [
      ("read.R", readers.r), ("read.do", readers.stata), ("codebook.csv", CodebookLine.text(codebook)),
      ("value_labels.csv", CodebookLine.labels(codebook)),
    ]
    for (name, text) in texts {
      do { try Data(text.utf8).write(to: URL(filePath: folder + "/" + prefix + name)) } catch {
        throw Self.unwritable(folder)
      }
      names.append(prefix + name)
    }
    return names
  }

  static func unwritable(_ folder: String) -> ExtractError {
    ExtractError(.file, "\(folder) cannot be written to; give a folder that may be, with room for the files.")
  }
}
