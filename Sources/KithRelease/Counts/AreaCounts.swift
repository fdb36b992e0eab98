/// The counts of every area of a release: those of authorities, and their sums.
struct AreaCounts {
  /// A count of an area and year.
  struct Key: Hashable {
    let year: Int
    let area: ReleaseArea
    let count: CountSlots.Count
  }

  let slots: CountSlots
  let frame: ReleaseFrame
  /// The areas of each year, England first.
  let areas: [Int: [ReleaseArea]]
  private var numbers: [Key: Int] = [:]

  init(_ table: FigureTable, _ slots: CountSlots, frame: ReleaseFrame) throws(ReleaseError) {
    self.slots = slots
    self.frame = frame
    for (year, codes) in table.authorities.sorted(by: { $0.key < $1.key }) {
      for code in codes.sorted() where frame.member(code, in: year) == nil {
        throw .unreadable(
          "\(code) was not a local authority in \(year - 1)/\((year % 100).twoDigits); see the register of authorities."
        )
      }
    }
    areas = Dictionary(
      uniqueKeysWithValues: table.authorities.map { ($0.key, frame.areas(of: $0.value, in: $0.key)) })
    for (year, areas) in areas {
      // Authorities stand last, so that parts are there before what they sum to.
      for area in areas.reversed() {
        for id in slots.allIDs {
          for group in table.groups { add(Key(year: year, area: area, count: .init(id: id, group: group))) }
        }
      }
    }
  }

  private mutating func add(_ key: Key) {
    if case .authority(let code) = key.area {
      numbers[key] = slots.number(key.count, authority: code, year: key.year)
      return
    }
    let parts = parts(of: key).map { numbers[$0] }
    guard parts.allSatisfy({ $0 != nil }) else { return }
    numbers[key] = parts.reduce(0) { $0 + ($1 ?? 0) }
  }

  /// The same count of the areas that sum to a key's.
  func parts(of key: Key) -> [Key] {
    frame.parts(of: key.area, in: key.year).map { Key(year: key.year, area: $0, count: key.count) }
  }

  /// A count; nil where an authority has none.
  subscript(key: Key) -> Int? { numbers[key] }

  /// All keys that have a number, in order.
  var keys: [Key] {
    areas.sorted { $0.key < $1.key }.flatMap { year, areas in
      areas.flatMap { area in
        slots.allIDs.flatMap { id in
          groups.map { Key(year: year, area: area, count: .init(id: id, group: $0)) }.filter { numbers[$0] != nil }
        }
      }
    }
  }

  private var groups: [ReleaseGroup] { slots.groups }
}

extension Int {
  var twoDigits: String { self < 10 ? "0\(self)" : String(self) }
}
