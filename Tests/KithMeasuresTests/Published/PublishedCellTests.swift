import KithTesting
import Testing

@testable import KithMeasures

// These need the Department for Education's published files, which the project does not hold.
@Suite("Published percentages and rates", .enabled(if: SharedFolder.isPresent))
struct PublishedCellTests {
  @Test("the list has 38,277 cells of 37 measures, of which 38,276 follow from published counts")
  func list() {
    #expect(HeadlineMeasure.checked.count == 37)
    #expect(HeadlineMeasure.checked.reduce(0) { $0 + $1.total } == 38_277)
    #expect(HeadlineMeasure.checked.reduce(0) { $0 + $1.exact } == 38_276)
  }

  @Test("each cell is what the measure makes of the published counts")
  func cells() throws {
    let files = try PublishedFiles()
    let measures = Dictionary(uniqueKeysWithValues: Measure.all().map { ($0.id, $0) })
    var odd: [String] = []
    for headline in HeadlineMeasure.checked {
      let measure = try #require(measures[headline.id])
      let series = try #require(try headline.series(in: files))
      let cells = try series.read(from: files)
      let wrong = cells.filter { Double(text(measure, $0)) != $0.published }
      #expect(cells.count == headline.total, "\(headline.id)")
      #expect(cells.count - wrong.count == headline.exact, "\(headline.id)")
      odd += wrong.map { "\(headline.id) \($0.authority) \($0.year) \($0.above)/\($0.below) \($0.published)" }
    }
    // The one exception: Shropshire's 69 of 240 plans are 28.75 %, half of a tenth, and were published as 28.7.
    #expect(odd == ["cpp_dur_open_more_than_6_months_less_than_1_year 893 2017 69/240 28.7"])
  }

  private func text(_ measure: Measure, _ cell: PublishedSeries.Cell) -> String {
    MeasureFigure(
      measure, year: cell.year, MeasurePlace(.authority(cell.authority)),
      .parts(Double(cell.above), over: cell.below)
    ).text
  }
}
