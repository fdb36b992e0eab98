/// What stands above and beneath a chart.
///
/// Source of the rules: Government Analysis Function, "Data visualisation: charts": the title states the finding, the subtitle says what is
/// measured, where and when.
public struct ChartHead: Hashable, Sendable {
  /// What the chart shows, as a finding.
  public let finding: String
  /// What is measured, with its area and period.
  public let subject: String
  /// The unit, as the axis names it.
  public let unit: String
  /// Where the figures come from.
  public let source: String
  /// What a reader has to know.
  public let notes: [String]

  /// What stands above and beneath a chart.
  public init(finding: String, subject: String, unit: String, source: String, notes: [String] = []) {
    self.finding = finding
    self.subject = subject
    self.unit = unit
    self.source = source
    self.notes = notes
  }
}
