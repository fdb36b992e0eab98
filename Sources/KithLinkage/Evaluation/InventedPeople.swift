/// People who do not exist, with names that are as unevenly common as names are, for trying attacks on.
///
/// Names are made of syllables. Their frequencies fall off as those of a country's names do: the most common given name
/// is had by about one in forty, and half of all people have a name among the first hundred.
public struct InventedPeople: Sendable {
  /// One of them.
  public struct Person: Hashable, Sendable {
    /// The given name.
    public let given: String
    /// The surname.
    public let surname: String
    /// The birth date, `yyyy-mm-dd`.
    public let born: String
    /// `M` or `F`.
    public let sex: String
    /// A postcode that is none, in area ZZ.
    public let postcode: String

    var fields: [String] { [given, surname, born, sex, postcode] }
  }

  /// The people.
  public let people: [Person]
  /// What the columns of their file are called, as in ``LinkageSchema/children(project:isSaltedByYear:)``.
  static let header = ["given_name", "surname", "dob", "sex", "postcode"]

  /// So many people, whom a seed and a number decide; another number makes another sample of the same population.
  public init(_ count: Int, seed: UInt64, sample: Int) {
    let population = Array("invented people \(seed)".utf8)
    var names = KeyedStream(population)
    let given = ["M", "F"].map { _ in NameTable(1000, flatness: 3, &names) }
    let surnames = NameTable(5000, flatness: 40, &names)
    var stream = KeyedStream(population, Array("sample \(sample)".utf8))
    people = (0..<count).map { _ in
      let sex = stream.below(2)
      let day = stream.below(18 * 365)
      let year = 2008 + day / 365
      let (month, dayOfMonth) = (1 + day % 365 / 31, 1 + day % 365 % 31)
      return Person(
        given: given[sex].name(&stream), surname: surnames.name(&stream),
        born: "\(year)-\(month < 10 ? "0" : "")\(month)-\(dayOfMonth < 10 ? "0" : "")\(min(dayOfMonth, 28))",
        sex: sex == 0 ? "M" : "F", postcode: "ZZ\(1 + stream.below(40)) \(stream.below(10))AA")
    }
  }

  /// The people as comma-separated text.
  public var text: String {
    people.reduce(into: Self.header.joined(separator: ",") + "\n") { $0 += $1.fields.joined(separator: ",") + "\n" }
  }
}

/// Names with their frequencies: the name of rank r has weight 1 / (r + flatness).
private struct NameTable {
  private let names: [String]
  /// For each name, the sum of the weights up to it.
  private let sums: [Int]

  init(_ count: Int, flatness: Int, _ stream: inout KeyedStream) {
    let starts = [
      "B", "D", "F", "G", "H", "J", "K", "L", "M", "N", "P", "R", "S", "T", "V", "W", "CH", "SH", "BR", "TR",
    ]
    let ends = ["A", "E", "I", "O", "U", "AN", "EL", "IN", "OR", "US", "EN", "IA"]
    var seen: Set<String> = []
    while seen.count < count {
      let syllables = 2 + stream.below(2)
      seen.insert(
        (0..<syllables).map { _ in starts[stream.below(starts.count)] + ends[stream.below(ends.count)] }.joined())
    }
    let sorted = seen.sorted()
    names = stream.order(count).map { sorted[$0] }
    var sum = 0
    sums = (0..<count).map { rank in
      sum += 1_000_000 / (rank + flatness)
      return sum
    }
  }

  func name(_ stream: inout KeyedStream) -> String {
    let place = stream.below(sums[sums.count - 1])
    return names[sums.prefixCount { $0 <= place }]
  }
}
