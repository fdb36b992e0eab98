import Testing

@testable import KithMeasures

@Suite("Figures as they are shown")
struct FigureTextTests {
  private func text(_ id: String, _ above: Int, over below: Int?) throws -> String {
    let measure = try #require(Measure.all().first { $0.id == id })
    return MeasureFigure(measure, year: 2025, MeasurePlace(.authority("301")), .parts(Double(above), over: below)).text
  }

  @Test("percentages of the CIN Census have a decimal and those of SSDA903 none, half up, worked out in whole numbers")
  func rounding() throws {
    #expect(try text("rereferral_pct", 69, over: 240) == "28.8")
    #expect(try text("rereferral_pct", 1, over: 3) == "33.3")
    #expect(try text("cla_3plus_pct", 1, over: 8) == "13")
    #expect(try text("cla_3plus_pct", 1, over: 200) == "1")
    #expect(try text("cla_31mar_rate", 81_766, over: 12_183_016) == "67")
    #expect(try text("cin_31mar_rate", 402_398, over: 12_183_016) == "330.3")
    #expect(try text("oc2_sdq_mean", 59, over: 4) == "14.8")
    #expect(try text("ref_count", 0, over: nil) == "0")
  }

  @Test("times are years and months, also where a match came after the placement")
  func times() throws {
    #expect(try text("adopt_stage_6", 915, over: 1) == "02:06")
    #expect(try text("adopt_stage_3", 20, over: 2) == "00:00")
    #expect(try text("adopt_stage_3", -122, over: 2) == "-00:02")
    #expect(try text("adopt_stage_1", 24 * 365, over: 24) == "01:00")
  }
}
