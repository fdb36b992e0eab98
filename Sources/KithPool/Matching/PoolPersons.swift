import KithEngine
import KithLake
import KithStore

/// The persons of each authority, as its own links have them, with the returns that name them.
struct PoolPersons {
  /// A child of an authority, by its pseudonym, in a collection.
  struct Key: Hashable {
    let authority: String
    let child: String
    /// Empty where it holds in both collections.
    let collection: String
  }

  /// A person of an authority.
  struct Node {
    let authority: String
    /// What the person is known by, within the authority.
    let name: String
    /// The child by each return that names the person.
    var returns: [Int: String] = [:]
    /// Whether an adoption order parts the person's rows from others.
    var isParted = false
    /// The rows that say who it is, under the authority's own name of the person.
    var links: [PersonLink] = []
  }

  private(set) var nodes: [Node] = []
  private var places: [Key: Int] = [:]
  private var byName: [[String]: Int] = [:]
  private var parted: Set<Key> = []
  private var split: Set<[String]> = []

  /// The persons of the packages' tables.
  init(_ lakes: [(authority: String, lake: Lake, submissions: Set<Int>)]) throws {
    let connection = try Engine(.duckDB()).connect()
    for item in lakes {
      try readLinks(of: item.authority, item.lake, connection)
      try readReturns(of: item.authority, item.lake, item.submissions, connection)
    }
  }

  private mutating func readLinks(of authority: String, _ lake: Lake, _ connection: Connection) throws {
    guard let path = lake.manifest.tables.first(where: { $0.table == "person_link" })?.path else { return }
    let found = try connection.query("SELECT * FROM \(parquet: lake.path + "/" + path) ORDER BY ALL")
    let texts = try ["child", "person", "collection"].map { try found.text($0).values }
    let days = try ["after_day", "until_day"].map { try found.days($0).values }
    for row in 0..<found.rowCount {
      let link = PersonLink(
        authority: authority, child: texts[0][row] ?? "", person: texts[1][row] ?? "", collection: texts[2][row],
        after: days[0][row], until: days[1][row])
      add(link)
    }
  }

  private mutating func add(_ link: PersonLink) {
    let node = node(of: link.authority, named: link.person)
    nodes[node].links.append(link)
    let key = Key(authority: link.authority, child: link.child, collection: link.collection ?? "")
    if link.collection != nil { split.insert([link.authority, link.child]) }
    if link.after != nil || link.until != nil {
      nodes[node].isParted = true
      parted.insert(key)
    } else {
      places[key] = node
    }
  }

  private mutating func node(of authority: String, named name: String) -> Int {
    if let node = byName[[authority, name]] { return node }
    byName[[authority, name]] = nodes.count
    nodes.append(Node(authority: authority, name: name))
    return nodes.count - 1
  }

  private mutating func readReturns(
    of authority: String, _ lake: Lake, _ held: Set<Int>, _ connection: Connection
  ) throws {
    for submission in lake.manifest.submissions where held.contains(submission.submission) {
      let names = ["ssda903_header": "child", "cin_childidentifiers": "lachildid"]
      for file in submission.files {
        guard let column = names[file.table] else { continue }
        let found = try connection.query(
          "SELECT DISTINCT \(identifier: column) AS child FROM \(parquet: lake.path + "/" + file.path) ORDER BY child")
        for case let child? in try found.text("child").values {
          guard let node = place(of: Key(authority: authority, child: child, collection: submission.collection))
          else { continue }
          nodes[node].returns[submission.submission] = child
        }
      }
    }
  }

  /// The person of a child in a collection, who is made where no link says who it is; nil where an order parts the child's rows.
  private mutating func place(of key: Key) -> Int? {
    if let node = find(key) { return node }
    let isApart = split.contains([key.authority, key.child])
    let either = Key(authority: key.authority, child: key.child, collection: "")
    guard !parted.contains(key), !parted.contains(either) else { return nil }
    let collection = isApart ? key.collection : ""
    let own = Key(authority: key.authority, child: key.child, collection: collection)
    let node = node(of: key.authority, named: "child " + key.child + " " + collection)
    nodes[node].links.append(
      PersonLink(
        authority: key.authority, child: key.child, person: "", collection: isApart ? key.collection : nil))
    places[own] = node
    return node
  }

  /// The person of a child in a collection; nil where there is none, or where an order parts the child's rows.
  func find(_ key: Key) -> Int? {
    let either = Key(authority: key.authority, child: key.child, collection: "")
    guard !parted.contains(key), !parted.contains(either) else { return nil }
    return places[key] ?? places[either]
  }
}
