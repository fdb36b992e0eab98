import Foundation
import KithSynthetic

/// The folder to which a synthesis is written, some authorities at a time: as many as there are processors.
struct SynthesisFolder: Sendable {
  let path: String
  let synthesis: Synthesis
  /// Whether errors are put in.
  let hasErrors: Bool
  /// Whether each return has last year's beside it.
  let hasLastYear: Bool
  /// The folder of what schools and health know of the children; nil where none was asked for.
  let attributes: String?

  /// How much was written.
  struct Written: Sendable {
    var children = 0
    var files = 0

    mutating func add(_ other: Written) {
      children += other.children
      files += other.files
    }
  }

  /// Writes what is of all authorities, and then each of them.
  func write(_ authorities: ArraySlice<SyntheticAuthority>) async throws -> Written {
    let populations = PopulationFile(authorities, years: synthesis.years)
    try write([mark(nil), SyntheticFile(PopulationFile.name, text: populations.text)], to: path)
    var written = Written(files: 2)
    if let attributes {
      let mark = AttributeFiles.mark(seed: synthesis.seed)
      for year in synthesis.years {
        try write([mark, AttributeFiles.map, AttributeFiles.effects], to: "\(attributes)/\(year)")
      }
      try write([mark], to: attributes)
      written.files += 1 + 3 * synthesis.years.count
    }
    try await withThrowingTaskGroup(of: Written.self) { group in
      var waiting = authorities[...]
      for _ in 0..<ProcessInfo.processInfo.activeProcessorCount { add(waiting.popFirst(), to: &group) }
      while let more = try await group.next() {
        written.add(more)
        add(waiting.popFirst(), to: &group)
      }
    }
    Progress.clear()
    return written
  }

  private func add(_ authority: SyntheticAuthority?, to group: inout ThrowingTaskGroup<Written, any Error>) {
    guard let authority else { return }
    group.addTask {
      Progress.say("Authority \(authority.code)")
      return try write(synthesis.history(of: authority))
    }
  }

  private func write(_ history: AuthorityHistory) throws -> Written {
    let folder = "\(path)/\(history.authority.code)"
    let mark = mark(history.authority)
    try write([mark, SyntheticFile(TruthFile.name, text: history.truth.text)], to: folder)
    var written = Written(children: history.childCount, files: 2)
    var last: [SyntheticFile] = []
    for year in synthesis.years {
      let (returns, own) = returns(in: year, of: history)
      let care = returns.lookedAfterFiles
      try write([mark] + own, to: "\(folder)/\(year)")
      try write([mark] + care, to: "\(folder)/\(year)/ssda903")
      try write([mark, returns.inNeedFile], to: "\(folder)/\(year)/cin")
      if !last.isEmpty { try write([mark] + last, to: "\(folder)/\(year)/ssda903/prev") }
      if let attributes {
        let known = history.attributes(in: year, seed: synthesis.seed)
        let own = AttributeFiles.mark(seed: synthesis.seed)
        try write([own] + known, to: "\(attributes)/\(year)/\(history.authority.code)")
        written.files += 1 + known.count
      }
      written.files += own.count + care.count + 4 + (last.isEmpty ? 0 : last.count + 1)
      if hasLastYear { last = care }
    }
    return written
  }

  /// The returns of a year, and the answers where errors were put in.
  private func returns(in year: Int, of history: AuthorityHistory) -> (SyntheticReturn, [SyntheticFile]) {
    let made = history.returns(in: year)
    guard hasErrors else { return (made, []) }
    let (returns, planted) = made.withErrors(seed: synthesis.seed, authority: history.authority)
    return (returns, [SyntheticFile(PlantedError.fileName, text: PlantedError.file(planted))])
  }

  private func mark(_ authority: SyntheticAuthority?) -> SyntheticFile {
    SyntheticFile(
      SyntheticMark.name, text: SyntheticMark.text(authority, seed: synthesis.seed, hasErrors: hasErrors))
  }

  private func write(_ files: [SyntheticFile], to folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for file in files { try Data(file.bytes).write(to: URL(filePath: folder + "/" + file.name)) }
  }
}
