import KithStore
import KithStudies

/// What a study of return is of: a cohort of a store, or a file.
struct ReturnSubject {
  let spells: Spells
  let groups: (names: [String], of: [Int])?
  let names: [String]
  let columns: [[Double]]
  let strata: [Int]?
  let clusters: [Int]?
  let steps: [Cohort.Step]
  let title: String
  let kinds: [String]
  let beside: [String]
  let warning: String?
  let isSynthetic: Bool
  /// Every return of each, where that was asked for.
  let recurrent: RecurrentReturns?

  /// The covariates of each spell of ``recurrent``.
  var columnsOfRecurrent: [[Double]] { steps.isEmpty ? columns : recurrent?.repeated(columns) ?? columns }

  init(_ file: SpellFile, _ names: [String], isSynthetic: Bool, isRecurrent: Bool) throws {
    spells = file.spells
    groups = file.groups
    self.names = names
    columns = file.covariates
    strata = file.strata
    clusters = file.clusters
    steps = []
    title = "Spells of a file"
    kinds = (0..<max(1, file.spells.kinds)).map { $0 == 0 ? "event" : "event of kind \($0 + 1)" }
    beside =
      file.leftOut == 0 ? [] : ["\(file.leftOut) rows were left out, as something in them is blank or not a number."]
    warning = nil
    self.isSynthetic = isSynthetic
    recurrent = try isRecurrent ? RecurrentReturns(file.spells, children: file.clusters ?? []) : nil
  }

  init(
    _ cohort: Cohort, spells: Spells, groups: (names: [String], of: [Int])?, columns: [[Double]], names: [String],
    store: Store, beside: [String], isSynthetic: Bool, recurrent: RecurrentReturns?
  ) {
    self.spells = spells
    self.groups = groups
    self.names = names
    self.columns = columns
    strata = nil
    clusters = cohort.definition.every ? cohort.members.map(\.child) : nil
    steps = cohort.steps
    title = "\(cohort.definition.name): days to \(cohort.definition.origin.event)"
    kinds = Cohort.outcomes
    let note = "Spells of one child are taken as independent in the intervals of shares; the model's are not."
    self.beside = beside + (cohort.definition.every ? [note] : [])
    warning = store.warning
    self.isSynthetic = isSynthetic
    self.recurrent = recurrent
  }
}
