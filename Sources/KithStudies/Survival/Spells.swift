/// Times under observation: from a start (none: from zero, for all) to a stop, and what happened at the stop.
///
/// A spell is at risk at a time that is after its start and not after its stop. What happened is 0 where nothing did
/// (the spell was cut off, *censored*), else the number of the kind of event, from 1.
public struct Spells: Sendable {
  /// When each spell came under observation; nil where all did from the beginning.
  public let starts: [Double]?
  /// When each spell ended.
  public let stops: [Double]
  /// What happened at its end: 0 for nothing, else the kind of event.
  public let outcomes: [UInt8]

  /// Spells by columns; it throws where a number is missing or a spell stops before it starts.
  public init(starts: [Double]? = nil, stops: [Double], outcomes: [UInt8]) throws(StudyError) {
    guard stops.count == outcomes.count, starts.map({ $0.count == stops.count }) ?? true else {
      throw StudyError(.column, "Starts, stops and outcomes are not of the same number of spells.")
    }
    guard stops.count < Int(Int32.max) else {
      throw StudyError(.column, "There are more than two thousand million spells.")
    }
    guard stops.allSatisfy(\.isFinite), starts?.allSatisfy(\.isFinite) ?? true else {
      throw StudyError(.column, "A spell's start or stop is not a number.")
    }
    if let starts {
      for spell in stops.indices where stops[spell] < starts[spell] {
        throw StudyError(.column, "A spell stops before it starts: row \(spell + 1).")
      }
    }
    self.starts = starts
    self.stops = stops
    self.outcomes = outcomes
  }

  /// How many spells there are.
  public var count: Int { stops.count }

  /// How many spells are of no length: they are never at risk, and count nowhere. Without starts none is.
  public var ofNoLength: Int { starts.map { starts in stops.indices.count { starts[$0] == stops[$0] } } ?? 0 }

  /// How many kinds of event there are: the highest number among outcomes.
  public var kinds: Int { Int(outcomes.reduce(0) { max($0, $1) }) }

  /// How many spells end in an event.
  public var events: Int { outcomes.count { $0 != 0 } }

  /// The same with one kind of event only, the others being censored.
  public func only(_ kind: UInt8) -> Spells {
    Spells(unchecked: starts, stops, outcomes.map { $0 == kind ? 1 : 0 })
  }

  /// The same with all kinds of event taken as one.
  var ofOneKind: Spells { kinds < 2 ? self : Spells(unchecked: starts, stops, outcomes.map { min($0, 1) }) }

  /// The spells at these positions.
  public func at(_ positions: [Int]) -> Spells {
    Spells(
      unchecked: starts.map { starts in positions.map { starts[$0] } }, positions.map { stops[$0] },
      positions.map { outcomes[$0] })
  }

  init(unchecked starts: [Double]?, _ stops: [Double], _ outcomes: [UInt8]) {
    self.starts = starts
    self.stops = stops
    self.outcomes = outcomes
  }

  func isOfNoLength(_ spell: Int) -> Bool { starts.map { $0[spell] >= stops[spell] } ?? false }
}
