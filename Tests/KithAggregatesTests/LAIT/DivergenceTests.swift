import KithAggregates
import KithDisclosure
import KithPlaces
import KithStatistics
import KithTesting
import Testing

// These need LAIT's publication, which the project does not hold.
@Suite("Where Kith's answers differ from LAIT's", .enabled(if: SharedFolder.isPresent))
struct DivergenceTests {
  @Test("the differences are those that docs/divergences.md counts")
  func counts() throws {
    let data = try PublishedData.lait.get()
    let ours = Benchmark(data.table, neighbours: data.neighbours)
    let theirs = Benchmark(data.table, neighbours: data.neighbours, mode: .lait)
    var tally = Tally()
    for measure in data.table.measures {
      guard let our = ours.league(measure), let their = theirs.league(measure) else { continue }
      tally.measures += 1
      if our.measure.shownDecimals(.corrected) != their.measure.shownDecimals(.lait) { tally.falseDecimals += 1 }
      for code in data.table.authorities {
        guard let a = ours.comparison(of: code, in: our), let b = theirs.comparison(of: code, in: their) else {
          continue
        }
        tally.add(a, b, LAITDisplay(their), sameRanked: our.ranking.sorted.count == their.ranking.sorted.count)
      }
    }
    #expect(tally.description == Tally.counted)
  }

  /// How many comparisons of an authority on a measure differ, by what differs.
  struct Tally: CustomStringConvertible {
    var measures = 0
    var comparisons = 0
    var periods = 0
    var values = 0
    var ranksByRegister = 0
    var ranksLost = 0
    var registerMeasures: Set<String> = []
    var ranksByNoise = 0
    var noiseMeasures: Set<String> = []
    var bands = 0
    var changesOverlapping = 0
    var changesOverGap = 0
    var changesOtherPeriod = 0
    var changesNoise = 0
    var changesOther = 0
    var neighbourMeans = 0
    var neighbourChanges = 0
    var regions = 0
    var falseDecimals = 0
    var minusZero = 0

    /// What docs/divergences.md says.
    static let counted = """
      measures 446, comparisons 70468, periods 0, values 111, ranks 1980, ranksLost 45, registerMeasures 32, \
      ranksByNoise 47, noiseMeasures 2, bands 69, overlapping 0, gap 0, otherPeriod 144, noise 3, other 2, means 0, \
      neighbourChanges 10020, regions 0, decimals 100, minusZero 47
      """

    mutating func add(
      _ ours: AuthorityComparison, _ theirs: AuthorityComparison, _ display: LAITDisplay, sameRanked: Bool
    ) {
      comparisons += 1
      if ours.period != theirs.period { periods += 1 }
      if ours.own.number != theirs.own.number { values += 1 }
      addRank(ours, theirs, sameRanked)
      addChange(ours.own.change, theirs.own.change, display)
      if !agrees(ours.neighbours.mean, theirs.neighbours.mean) { neighbourMeans += 1 }
      if case .difference = ours.neighbours.change,
        !agrees(ours.neighbours.change.difference, theirs.neighbours.change.difference)
      {
        neighbourChanges += 1
      }
      if ours.region != theirs.region { regions += 1 }
    }

    private mutating func addRank(_ ours: AuthorityComparison, _ theirs: AuthorityComparison, _ sameRanked: Bool) {
      if ours.rank.standing?.rank != theirs.rank.standing?.rank {
        if ours.rank.standing == nil {
          ranksLost += 1
        } else if sameRanked {
          ranksByNoise += 1
        } else {
          ranksByRegister += 1
        }
        if sameRanked { noiseMeasures.insert(ours.measure.name) } else { registerMeasures.insert(ours.measure.name) }
      }
      if ours.rank.standing != nil, ours.band != theirs.band { bands += 1 }
    }

    private mutating func addChange(_ ours: Change, _ theirs: Change, _ display: LAITDisplay) {
      guard let difference = theirs.difference else { return }
      switch ours {
      case .overlapping: changesOverlapping += 1
      case .gap: changesOverGap += 1
      case .difference(let our, let since):
        if case .difference(_, let other) = theirs, other != since {
          changesOtherPeriod += 1
        } else if our != difference, Direction(our) != Direction(difference) {
          changesNoise += 1
        } else if display.text(difference).hasPrefix("-"),
          !display.text(difference).contains(where: { "123456789".contains($0) })
        {
          minusZero += 1
        }
      default: changesOther += 1
      }
    }

    var description: String {
      """
      measures \(measures), comparisons \(comparisons), periods \(periods), values \(values), ranks \(ranksByRegister), \
      ranksLost \(ranksLost), registerMeasures \(registerMeasures.count), ranksByNoise \(ranksByNoise), \
      noiseMeasures \(noiseMeasures.count), bands \(bands), overlapping \(changesOverlapping), \
      gap \(changesOverGap), otherPeriod \(changesOtherPeriod), noise \(changesNoise), other \(changesOther), \
      means \(neighbourMeans), neighbourChanges \(neighbourChanges), regions \(regions), decimals \(falseDecimals), \
      minusZero \(minusZero)
      """
    }
  }
}
