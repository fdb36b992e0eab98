import KithStore
import KithTables
import Testing

@Suite("Times and what is done with them")
struct IntervalTests {
  /// The days on which the properties are checked one by one.
  private static let window = Int32(0)..<60

  private static func day(_ number: Int) -> Day { Day(number: Int32(number)) }

  private static func interval(_ chance: inout SeededChance) -> Interval {
    let start = Int.random(in: 0..<50, using: &chance)
    let length = Int.random(in: 1...12, using: &chance)
    let isOpen = Int.random(in: 0..<8, using: &chance) == 0
    guard let time = Interval(day(start), isOpen ? nil : day(start + length)) else { preconditionFailure() }
    return time
  }

  private static func intervals(_ chance: inout SeededChance) -> [Interval] {
    (0..<Int.random(in: 0...8, using: &chance)).map { _ in interval(&chance) }
  }

  private static func days(in intervals: [Interval]) -> Set<Int32> {
    Set(window.filter { number in intervals.contains { $0.contains(Day(number: number)) } })
  }

  @Test("a time holds its first day and not its end, and one that would hold no day is none")
  func bounds() throws {
    let time = try #require(Interval(Self.day(3), Self.day(5)))
    #expect((2...5).map { time.contains(Self.day($0)) } == [false, true, true, false])
    #expect(Interval(Self.day(3), Self.day(3)) == nil)
    #expect(time.length(upTo: Self.day(99)) == 2)
    #expect(Interval(Self.day(3), nil)?.length(upTo: Self.day(10)) == 7)
  }

  @Test("merged times hold the same days, in order, apart from each other", arguments: 0..<200)
  func merged(seed: Int) {
    var chance = SeededChance(seed: UInt64(seed))
    let times = Self.intervals(&chance)
    let merged = Interval.merged(times)
    #expect(Self.days(in: merged) == Self.days(in: times))
    #expect(
      zip(merged, merged.dropFirst()).allSatisfy { before, after in before.end.map { $0 < after.start } ?? false })
    #expect(Interval.merged(merged) == merged)
    #expect(Interval.merged(times.reversed()) == merged)
  }

  @Test("with a gap allowed, no two of the merged lie so near, and no day is lost", arguments: 0..<100)
  func gaps(seed: Int) {
    var chance = SeededChance(seed: UInt64(seed))
    let times = Self.intervals(&chance)
    let merged = Interval.merged(times, gap: 3)
    #expect(Self.days(in: merged).isSuperset(of: Self.days(in: times)))
    #expect(
      zip(merged, merged.dropFirst()).allSatisfy { before, after in
        before.end.map { after.start.days(since: $0) > 3 } ?? false
      })
  }

  @Test("the parts of a split time follow each other and are the whole", arguments: 0..<100)
  func split(seed: Int) {
    var chance = SeededChance(seed: UInt64(seed))
    let time = Self.interval(&chance)
    let cuts = (0..<6).map { _ in Self.day(Int.random(in: 0..<60, using: &chance)) }
    let parts = time.split(at: cuts)
    #expect(Interval.merged(parts) == [time])
    #expect(zip(parts, parts.dropFirst()).allSatisfy { $0.end == $1.start })
    #expect(parts.allSatisfy { part in !cuts.contains { $0 > part.start && part.contains($0) } })
  }

  @Test("what two times share is what each of them holds", arguments: 0..<100)
  func shared(seed: Int) {
    var chance = SeededChance(seed: UInt64(seed))
    let (a, b) = (Self.interval(&chance), Self.interval(&chance))
    let both = Self.days(in: [a]).intersection(Self.days(in: [b]))
    #expect(Self.days(in: [a.intersection(b)].compactMap { $0 }) == both)
    #expect(a.overlaps(b) == !both.isEmpty)
    #expect(a.intersection(b) == b.intersection(a))
  }

  @Test("as of a day, nothing later is known and nothing earlier is lost", arguments: 0..<100)
  func known(seed: Int) {
    var chance = SeededChance(seed: UInt64(seed))
    let time = Self.interval(&chance)
    let day = Self.day(Int.random(in: 0..<60, using: &chance))
    let known = time.known(on: day)
    #expect((known != nil) == (time.start <= day))
    if let known {
      #expect(known.end.map { $0 <= day } ?? true)
      #expect((0...Int(day.number)).allSatisfy { time.contains(Self.day($0)) == known.contains(Self.day($0)) })
      #expect(known.known(on: day) == known)
    }
  }

  @Test("an overlay says on each day what each timeline says", arguments: 0..<100)
  func overlaid(seed: Int) {
    var chance = SeededChance(seed: UInt64(seed))
    let placements = Timeline(Self.intervals(&chance).map { ($0, Int.random(in: 0..<3, using: &chance)) })
    let statuses = Timeline(Self.intervals(&chance).map { ($0, Int.random(in: 0..<3, using: &chance)) })
    let both = placements.overlaid(on: statuses)
    for number in Self.window {
      let day = Day(number: number)
      let found = both.value(on: day)
      #expect(found?.0 == placements.value(on: day))
      #expect(found?.1 == statuses.value(on: day))
      #expect(placements.joined.value(on: day) == placements.value(on: day))
    }
    #expect(zip(both.parts, both.parts.dropFirst()).allSatisfy { $0.interval.intersection($1.interval) == nil })
  }
}
