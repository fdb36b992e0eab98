import KithStatistics

/// The tables of studies of the differences between areas.
public enum AreaReport {
  /// What every page must say.
  public static let notice = "Association between areas; not about children, not cause."
  /// What every page of an evaluation must say.
  public static let evaluationNotice =
    "A comparison of areas over time; not about children. It shows cause only if nothing else set the area apart at that time."

  /// The terms of a panel model.
  public static func tables(_ model: PanelModel, _ panel: AreaYears) -> [StudyTable] {
    let rows = model.terms.flatMap { term -> [[StudyTable.Cell]] in
      let between = row(term.name, "between authorities", term.unit, term.between)
      let within =
        term.within.map { [row(term.name, "within an authority", term.unit, $0)] }
        ?? [[.text(term.name), .text("within an authority: hardly changes"), .none, .none, .none, .none]]
      return [between] + within
    }
    let share = model.shareExplained.map { "\(($0 * 100).roundedHalfUp(places: 0).formattedWhole) percent" }
    let about: [[StudyTable.Cell]] = [
      [.text("authority-years"), .text("\(model.size.rows)")],
      [.text("authorities"), .text("\(model.size.authorities)")],
      [.text("years"), .text("\(model.size.years)")],
      [.text("authority-years left out, of those with the outcome"), .text("\(panel.leftOut)")],
      [.text("variation beyond chance that goes with the covariates, years apart"), .text(share ?? "none to explain")],
    ]
    return [
      StudyTable(
        "Ratio of rates for one standard deviation of each covariate between authorities",
        columns: ["covariate", "where", "one_sd", "ratio", "lower", "upper"], rows: rows),
      StudyTable("The panel", columns: ["what", "value"], rows: about),
    ]
  }

  private static func row(_ name: String, _ place: String, _ unit: Double, _ ratio: Estimate) -> [StudyTable.Cell] {
    [
      .text(name), .text(place), .number(unit, places: 2), .number(ratio.value, places: 3),
      .maybe(ratio.interval.lower, places: 3), .maybe(ratio.interval.upper, places: 3),
    ]
  }

  /// The evaluation of something that began in one area.
  public static func tables(
    _ compared: DifferenceInDifferences, series: Result<InterruptedSeries, StudyError>
  ) -> [StudyTable] {
    func line(_ name: String, _ estimate: Estimate?, _ what: String) -> [StudyTable.Cell] {
      [
        .text(name), .maybe(estimate?.value, places: 3), .maybe(estimate?.interval.lower, places: 3),
        .maybe(estimate?.interval.upper, places: 3), .text(what),
      ]
    }
    let columns = ["what", "ratio", "lower", "upper", "means"]
    let differences = StudyTable(
      "Difference in differences, against \(compared.others) other areas", columns: columns,
      rows: [
        line("effect", compared.effect, "the rate over what the others' change would have given"),
        line(
          "check: slopes before", compared.slopeBefore,
          "1 where the areas moved alike before; if not, do not believe the effect"),
        line("check: placebo year", compared.placeboYear, "an effect of nothing, from the years before; should hold 1"),
        [
          .text("check: placebo areas"), .number(compared.placeboAreas, places: 3), .none, .none,
          .text("share of areas that changed at least as much"),
        ],
      ])
    switch series {
    case .success(let found):
      return [
        differences,
        StudyTable(
          "Interrupted series of the area alone", columns: columns,
          rows: [
            line("step", found.step, "at the start, over the slope before"),
            line("slope", found.slopeChange, "the yearly slope after over that before"),
            [
              .text("check: serial correlation"), .number(found.serialCorrelation, places: 2), .none, .none,
              .text("far from 0 the intervals are too narrow"),
            ],
          ]),
      ]
    case .failure(let error):
      return [
        differences,
        StudyTable(
          "Interrupted series of the area alone", columns: columns,
          rows: [[.text("none"), .none, .none, .none, .text(error.description)]]),
      ]
    }
  }
}

extension Double {
  var formattedWhole: String { "\(Int(self))" }
}
