import KithPlaces

/// What a document holds, for machines.
struct ReportJSON: Encodable {
  /// A section of it.
  struct Section: Encodable {
    let title: String
    let exhibits: Int
    let notShown: [String]
  }

  let command: String
  let authority: String
  let name: String
  let sections: [Section]
  let written: [String]

  init(
    _ command: String, _ authority: Authority, _ contents: [(title: String, exhibits: Int, missing: [String])],
    _ written: [String]
  ) {
    self.command = command
    self.authority = authority.code.description
    name = authority.name
    sections = contents.map { Section(title: $0.title, exhibits: $0.exhibits, notShown: $0.missing) }
    self.written = written
  }
}
