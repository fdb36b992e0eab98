import KithEngine

/// An authority's child, and the person who the child is.
public struct PersonLink: Hashable, Sendable {
  /// The authority's three digits.
  public let authority: String
  /// The authority's identifier of the child.
  public let child: String
  /// The person, as linkage names persons.
  public let person: String

  /// A link of a child to a person.
  public init(authority: String, child: String, person: String) {
    self.authority = authority
    self.child = child
    self.person = person
  }
}

extension Store {
  /// Says who the children are, in place of what was said before. A child of whom nothing is said is a person alone.
  public func link(_ links: [PersonLink], asOf: String? = nil) throws {
    try connection.transaction {
      try connection.execute("DELETE FROM person_link")
      try connection.ingest(
        [
          .text("authority", links.map(\.authority)), .text("child", links.map(\.child.capitals)),
          .text("person", links.map(\.person)),
        ], into: "person_link", catalog: Self.catalog, mode: .append)
      try log("link", detail: "\(links.count) children linked to \(Set(links.map(\.person)).count) persons", asOf: asOf)
    }
  }
}
