public import KithTables

/// Times that share no day, in order, each with a value: a child's placements, or legal statuses.
public struct Timeline<Value> {
  /// A time and its value.
  public struct Part {
    /// The time.
    public let interval: Interval
    /// What holds in it.
    public let value: Value
  }

  /// The times, in order.
  public let parts: [Part]

  /// The timeline of these times. Of times that overlap, one that begins later ends the one before it, as an episode does.
  public init(_ times: some Sequence<(Interval, Value)>) {
    let sorted = times.enumerated().sorted { ($0.element.0.start, $0.offset) < ($1.element.0.start, $1.offset) }
      .map(\.element)
    parts = sorted.indices.compactMap { place in
      let (interval, value) = sorted[place]
      let next = place + 1 < sorted.count ? sorted[place + 1].0.start : nil
      let end = next.map { next in interval.end.map { min($0, next) } ?? next } ?? interval.end
      return Interval(interval.start, end).map { Part(interval: $0, value: value) }
    }
  }

  init(parts: [Part]) { self.parts = parts }

  /// What holds on a day; nil when nothing does.
  public func value(on day: Day) -> Value? { parts.first { $0.interval.contains(day) }?.value }

  /// What was known of it at the end of a day.
  public func known(on day: Day) -> Timeline {
    Timeline(
      parts: parts.compactMap { part in part.interval.known(on: day).map { Part(interval: $0, value: part.value) } })
  }

  /// This timeline laid over another: each time in which neither changes, with what holds in each, where either does.
  public func overlaid<Other>(on other: Timeline<Other>) -> Timeline<(Value?, Other?)> {
    let own = parts.map(\.interval)
    let theirs = other.parts.map(\.interval)
    let cuts = (own + theirs).flatMap { [$0.start, $0.end].compactMap { $0 } }
    let pieces = Interval.merged(own + theirs).flatMap { $0.split(at: cuts) }
    return .init(
      parts: pieces.map { .init(interval: $0, value: (value(on: $0.start), other.value(on: $0.start))) })
  }
}

extension Timeline where Value: Equatable {
  /// The timeline in which times of the same value that follow each other are one.
  public var joined: Timeline {
    var joined: [Part] = []
    for part in parts {
      guard let last = joined.last, last.value == part.value, last.interval.end == part.interval.start else {
        joined.append(part)
        continue
      }
      let whole = Interval(unchecked: last.interval.start, part.interval.end)
      joined[joined.count - 1] = Part(interval: whole, value: last.value)
    }
    return Timeline(parts: joined)
  }
}

extension Timeline: Sendable where Value: Sendable {}
extension Timeline.Part: Sendable where Value: Sendable {}
