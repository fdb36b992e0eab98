import KithCharts
import KithDisclosure

/// A chart of every form, of invented figures.
enum Gallery {
  static let source = PublicationSource(title: "Invented figures")

  static func head(_ finding: String, _ unit: String = "Rate per 10,000") -> ChartHead {
    ChartHead(
      finding: finding, subject: "Invented measure, Alder, 2021 to 2025", unit: unit, source: "invented figures")
  }

  /// A published cell.
  static func cell(_ text: String) -> ChartValue {
    ChartValue(Disclosure.alreadyPublished(PublishedCell(text: text), source: source))
  }

  /// A number worked out from a published one.
  static func value(_ number: Double, _ interval: ClosedRange<Double>? = nil) -> ChartValue {
    let cells = [PublishedCell(text: "1")]
    guard let figure = Disclosure.workedOut(from: cells, source: source, { _ in number }) else { return cell("x") }
    return ChartValue(number, of: figure, places: 1, interval: interval)
  }

  static func values(_ numbers: [Double?], spread: Double? = nil) -> [ChartValue?] {
    numbers.map { number in
      number.map { number in value(number, spread.map { number - $0...number + $0 }) } ?? cell("c")
    }
  }

  static let years = ["2021", "2022", "2023", "2024", "2025"]

  static let line = LineChart(
    head("Alder's rate rose above England's"), periods: years,
    series: [
      ChartSeries("Alder", values([61, 64, nil, 73, 78.4], spread: 5), isFocus: true),
      ChartSeries("Neighbours", values([66, 67, 67, 68, 69])), ChartSeries("England", values([67, 68, 70, 70, 68])),
    ], breaks: [SeriesBreak(before: "2022", "New definition")])

  static let crowdedLine = LineChart(
    head("Six lines are told apart by the one in focus"), periods: years,
    series: (0..<6).map { place in
      ChartSeries("Area \(place)", values([60, 61, 62, 63, 64].map { $0 + Double(place * 4) }), isFocus: place == 2)
    }, references: [ChartReference("Upper limit", value(90))])

  static let process = ProcessChart(
    head("Two months say more than chance", "Referrals in a month"), periods: ["May", "June", "July", "August"],
    values: values([20, 21, nil, 44]), says: [nil, nil, nil, "above the upper limit"],
    limits: [
      ChartReference("Upper limit", value(40)), ChartReference("Mean", value(24)),
      ChartReference("Lower limit", value(8)),
    ])

  static let bar = BarChart(
    head("Fostering is the largest group", "Children"), heading: "Placement",
    categories: ["Foster care", "Children's homes", "Independent living", "Other"],
    series: [
      ChartSeries("2024", [cell("120"), cell("34"), cell("c"), cell("12")]),
      ChartSeries("2025", [cell("117"), cell("41"), cell("c"), cell("10")]),
    ], reference: ChartReference("Half", value(60)))

  static let stacked = StackedBarChart(
    head("Seven in ten are in foster care", "Per cent"), heading: "Area", categories: ["Alder", "England"],
    parts: [
      ChartSeries("Foster care", values([70, 67])), ChartSeries("Children's homes", values([14, 12])),
      ChartSeries("Supported accommodation", [cell("c"), value(9)]), ChartSeries("Other", values([8, 12])),
    ])

  static let dot = DotChart(
    head("Two of four are above England"), heading: "Area", categories: ["Alder", "Birch", "Cedar", "Damson"],
    series: [ChartSeries("2025", values([80, 61, nil, 90], spread: 8))], reference: ChartReference("England", value(67))
  )

  static let funnel = FunnelChart(
    head("Alder lies above the 95 % limits"), sizeTitle: "Children aged 0 to 17", points: (1...60).map(funnelPoint),
    limits: (1...60).map(funnelLimits), baseline: ChartReference("England", value(60)))

  private static func funnelPoint(_ place: Int) -> FunnelChart.Point {
    let height: Int = 49 + place * 37 % 23
    return FunnelChart.Point(
      "Area \(place)", size: value(Double(place * 3_000)), value: value(Double(height)), isFocus: place == 9)
  }

  private static func funnelLimits(_ place: Int) -> FunnelChart.Limits {
    let size = Double(place * 3_000)
    let spread: Double = 2_000 / size.squareRoot()
    let wide: Double = spread * 1.6
    return FunnelChart.Limits(size: size, inner: 60 - spread...60 + spread, outer: 60 - wide...60 + wide)
  }

  static let step = StepChart(
    head("A fifth are referred again within a year", "Per cent"), timeTitle: "Days since the referral",
    curves: [
      StepChart.Curve("Under 10", (0...12).map { shareStep($0, 1.6, spread: 0.2) }),
      StepChart.Curve("10 and over", (0...12).map { shareStep($0, 2.1, spread: nil) }),
    ], tableTimes: [90, 180, 360])

  private static func shareStep(_ place: Int, _ growth: Double, spread: Double?) -> StepChart.Step {
    let share = Double(place) * growth
    let interval = spread.map { share - Double(place) * $0...share + Double(place) * $0 }
    return StepChart.Step(time: Double(place * 30), value(share, interval))
  }

  static let spine = SpineChart(
    head("Alder is better than England on two measures", "Each in its own unit"), name: "Alder",
    rows: [
      .init(
        measure: "Children looked after rate", own: value(80), england: value(67), range: 27...184, quartiles: 52...86,
        highIsGood: nil),
      .init(
        measure: "Re-referrals within 12 months", own: value(26), england: value(22), range: 8...38, quartiles: 17...26,
        highIsGood: false),
      .init(
        measure: "Assessments within 45 days", own: value(90), england: value(84), range: 40...100, quartiles: 78...92,
        highIsGood: true),
      .init(
        measure: "Care leavers in suitable homes", own: cell("c"), england: value(88), range: 60...99,
        quartiles: 84...93,
        highIsGood: true),
    ])

  static let heat = HeatMapChart(
    head("Alder is in the best quarter on one measure of two", "Quartile band"), heading: "Measure",
    columns: ["Alder", "Birch", "Cedar"],
    rows: [
      ("Re-referrals", [.init(value(12), level: 0), .init(value(22), level: 2), .init(cell("c"), level: nil)]),
      ("Stability", [.init(value(70), level: 3), .init(value(64), level: 1), .init(value(80), level: 0)]),
    ], levels: ["A", "B", "C", "D"])

  static let tiles = TileMapChart(
    head("The north east has the highest rates"),
    places: TileMap.england.tiles.enumerated().map { place, tile in
      .init(
        code: tile.code, name: "Authority \(tile.code)",
        value: place == 5 ? cell("c") : value(Double(180 - tile.row * 6)), level: place == 5 ? nil : tile.row / 6,
        isFocus: tile.code == "301")
    }, levels: ["More than 150", "110 to 150", "75 to 109", "Less than 75"])

  static let scatter = ScatterChart(
    head("Areas with more poverty have more children looked after"), acrossTitle: "Children in poverty, per cent",
    points: (0..<40).map(scatterPoint))

  private static func scatterPoint(_ place: Int) -> ScatterChart.Point {
    let poverty: Int = 10 + place * 7 % 30
    let rate: Int = 20 + poverty * 2 + place % 9
    return ScatterChart.Point(
      "Area \(place)", x: value(Double(poverty)), y: value(Double(rate)), isFocus: place == 12)
  }

  static let gradient = GradientChart(
    head("Children of the most deprived tenth are looked after eight times as often"),
    groups: (1...10).map { String($0) },
    series: [ChartSeries("Alder", values([120, 96, 80, 66, 50, 41, 33, nil, 20, 15], spread: 6))],
    fitted: values([118, 106, 95, 83, 72, 60, 49, 37, 26, 14].map { $0 }).compactMap { $0 })

  static let sequences = SequenceIndexChart(
    head("Most ways end without need after half a year", "Children"), timeTitle: "Months since the referral",
    states: ["None", "In need", "Protection plan", "Looked after"],
    groups: [
      .init("Short", size: value(120), runs: [.init("In need", length: 4), .init("None", length: 20)]),
      .init(
        "Plan", size: value(40),
        runs: [.init("In need", length: 3), .init("Protection plan", length: 12), .init("None", length: 9)]),
      .init("Care", size: value(22), runs: [.init("In need", length: 2), .init("Looked after", length: 22)]),
      .init("Small", size: cell("c"), runs: [.init("None", length: 24)]),
    ])

  static let flow = FlowChart(
    head("A third of referrals lead to a plan", "Referrals"),
    stages: [["Referral"], ["Assessment", "No further action"], ["In need", "Not in need", "Enquiry"]],
    flows: [
      .init(from: "Referral", to: "Assessment", cell("900")),
      .init(from: "Referral", to: "No further action", cell("100")),
      .init(from: "Assessment", to: "In need", cell("500")), .init(from: "Assessment", to: "Not in need", cell("c")),
      .init(from: "Assessment", to: "Enquiry", cell("300")),
    ])

  static let waterfall = WaterfallChart(
    head("The weight is 6.0", "Bits"), headings: (step: "Compared", words: "Agreement"),
    steps: [
      .init("any pair", "", value(-10)), .init("name", "the same", value(9)), .init("name", "rare", value(8)),
      .init("born", "another month", value(-1)),
    ], total: .init("weight", "probability 0.98", value(6)))

  /// Every form.
  static let all: [any Chart] = [
    line, crowdedLine, process, bar, stacked, dot, funnel, step, spine, heat, tiles, scatter, gradient, sequences, flow,
    waterfall,
  ]

  /// Every form on one page.
  static func page(_ assets: WebAssets?) -> ChartPage {
    let figures = all.enumerated().map { ChartFigure($1, id: "chart-\($0)", draws: assets != nil).html }
    return ChartPage(title: "Charts", body: "<main>" + figures.joined() + "</main>", assets: assets)
  }
}
