public import ArgumentParser
import KithAggregates
import KithDisclosure
import KithPlaces
import KithStore
public import KithStudies

/// `kith study trends`: control charts of a store's months, or of a published series.
struct TrendsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trends",
    abstract: "Chart months of a store, or years of LAIT, and say which points are more than chance.",
    discussion: """
      The charts are XmR charts with the flags of NHS England's Making Data Count. Months are those that the returns cover. \
      Of referrals, the share without further action is charted with Laney's limits. Years of LAIT are few: below 13 points limits \
      are said to be provisional, and below 5 there are none. With --policy counts go through disclosure control, and stand by \
      quarter where a month would be withheld.

      EXAMPLES
        kith study trends --store children.duckdb --la 301 --count referrals --rebase 2023-04
        kith study trends --store children.duckdb --la 301 --policy dfe-cin
        kith study trends --lait-data LAIT --la 301 --measure "Children looked after rate per 10,000"
      """)

  @Option(help: "The store's file.")
  var store: String?

  @OptionGroup
  var access: StoreAccess

  @Option(help: "The authority, by its number or its name.")
  var la: String

  @Option(help: "What is counted by month. May be given again; else all that the store has.")
  var count: [MonthlyCount] = []

  @Option(help: ArgumentHelp("The folder with LAIT's files.", valueName: "folder"))
  var laitData: String?

  @Option(help: "With --lait-data: the measure, by its name or short name.")
  var measure: String?

  @Option(help: "A period from which limits are worked out anew: 2023-04, or a label of LAIT. May be given again.")
  var rebase: [String] = []

  @Option(help: "Let the first so many points make the limits for all.")
  var fixed: Int?

  @OptionGroup(title: "Release")
  var release: ReleaseOptions

  @OptionGroup(title: "Output")
  var output: StudyOutput

  func validate() throws {
    if laitData != nil, release.policy != .internal || release.figures != nil || release.outputs != nil {
      throw ValidationError("--policy, --figures and --outputs are of a store: LAIT's figures are published.")
    }
    guard (store == nil) != (laitData == nil) else { throw ValidationError("Give --store or --lait-data.") }
    if laitData != nil, measure == nil { throw ValidationError("With --lait-data, give --measure.") }
    if let fixed, fixed < TrendReport.leastPoints {
      throw ValidationError("--fixed is at least \(TrendReport.leastPoints).")
    }
  }

  func run() throws {
    if let laitData { return try published(laitData) }
    let store = try access.open(store ?? "", for: .reading)
    let authority = try authorityDigits(la)
    var notes = [store.warning].compactMap { $0 }
    var all: [MonthlySeries] = []
    for count in count.isEmpty ? MonthlyCount.allCases : count {
      do { all.append(try MonthlySeries(count, in: store, authority: authority)) } catch let error as StudyError
        where self.count.isEmpty
      {
        notes.append("No chart of \(count.title): \(error.description)")
      }
    }
    guard !all.isEmpty else { throw StudyError(.tooLittle, notes.joined(separator: " ")) }
    let isSynthetic = try store.isSynthetic ?? false
    try release.write(
      figures: { MonthlySeries.figureFile(all, authority: authority, isSynthetic: isSynthetic).value },
      outputs: { MonthlyRelease.outputs(all) })
    output.write(try sheet(all, isSynthetic: isSynthetic, notes: notes))
  }

  private func sheet(_ all: [MonthlySeries], isSynthetic: Bool, notes: [String]) throws -> StudySheet {
    guard release.policy == .internal else {
      let months = try all.map { try MonthlyRelease($0, under: release.policy.policy) }
      let quarters = "A series stands by quarter where a month would be withheld; limits are of shown counts alone."
      return StudySheet(
        "study trends",
        released: try ReleasedTables(
          months: months,
          rebasedAt: { month in try month.unit == .month ? positions(in: month.periods) : [] }, fixedAfter: fixed),
        isSynthetic: isSynthetic, notes: notes + [quarters])
    }
    var (notes, tables) = (notes, [StudyTable]())
    for series in all {
      do { tables += try months(series) } catch let error as StudyError where count.isEmpty {
        notes.append("No chart of \(series.count.title): \(error.description)")
      }
    }
    guard !tables.isEmpty else { throw StudyError(.tooLittle, notes.joined(separator: " ")) }
    return StudySheet(
      "study trends", own: Disclosure.internalUse(tables), isSynthetic: isSynthetic, notes: notes)
  }

  private func months(_ series: MonthlySeries) throws -> [StudyTable] {
    let charts = try TrendReport.chart(
      series.count.title, labels: series.months, values: series.counts, rebasedAt: try positions(in: series.months),
      fixedAfter: fixed)
    guard !series.withoutAction.isEmpty else { return charts }
    let share = TrendReport.shares(
      "referrals without further action", labels: series.months, events: series.withoutAction, totals: series.counts)
    return charts + [share].compactMap { $0 }
  }

  private func positions(in labels: [String]) throws -> Set<Int> {
    Set(
      try rebase.map { label in
        guard let place = labels.firstIndex(of: label) else {
          throw UsageFault("There is no period \(label); the first is \(labels.first ?? "").")
        }
        return place
      })
  }

  private func published(_ folder: String) throws {
    let panel = try AreaPanel(lait: folder)
    let code = try AuthorityRegister.england.find(la).code
    let series = try panel.series(of: measure ?? "", authority: code)
    let tables = try TrendReport.chart(
      "\(series.name), authority \(code)", labels: series.labels, values: series.values,
      rebasedAt: try positions(in: series.labels), fixedAfter: fixed, places: 1)
    let study = PublishedStudy(source: panel.source, tables: tables, isSynthetic: panel.isSynthetic)
    output.write(StudySheet("study trends", published: Disclosure.alreadyPublished(study), notes: series.notes))
  }
}

extension MonthlyCount: ExpressibleByArgument {}
