import Foundation
import KithDisclosure
import KithStudies

extension StudyReturnCommand {
  /// Prints what a policy lets be shown of the curves.
  func release(_ study: ReturnStudy, of subject: ReturnSubject) throws {
    let estimated = estimate == .incidence ? "Cumulative incidence" : "One less Kaplan-Meier"
    let tables: ReleasedTables
    do {
      tables = try ReturnRelease(study, of: subject.spells, groups: subject.groups).tables(
        title: "\(subject.title). \(estimated), %", under: policy.policy)
    } catch let error as DisclosureError {
      throw StudyError(.unsettled, "No figure is shown: \(error.description). Look at them with --policy internal.")
    }
    var output = StudyOutput()
    (output.csv, output.json) = (csv, json)
    output.write(
      StudySheet(
        "study return", released: tables, isSynthetic: subject.isSynthetic,
        notes: [subject.warning].compactMap { $0 }
          + [
            "A share is shown where the count behind it is, and each step up to it rests on enough people. Models and tests are not released."
          ]
      ))
  }

  /// The model that was asked for, of the spells that it is of.
  func fitted(_ subject: ReturnSubject, _ kind: ReturnModel.Kind) async throws -> ReturnModel {
    switch kind {
    case .cox:
      return try await ReturnModel(
        subject.spells, names: subject.names, columns: subject.columns, strata: subject.strata,
        clusters: subject.clusters, ties: ties, checks: !bare)
    case .fineGray:
      try refuseStrata(subject, kind)
      return try await ReturnModel(fineGray: subject.spells, names: subject.names, columns: subject.columns)
    case .logit, .cloglog:
      try refuseStrata(subject, kind)
      return try ReturnModel(
        discrete: subject.spells, link: kind == .logit ? .logit : .cloglog, breaks: try breaks(), names: subject.names,
        columns: subject.columns, clusters: subject.clusters)
    case .andersenGill, .prenticeTotal, .prenticeGap:
      try refuseStrata(subject, kind)
      guard let recurrent = subject.recurrent else { throw StudyError(.column, "There are no recurrent events.") }
      return try await recurrent.model(
        kind, names: subject.names, columns: subject.columnsOfRecurrent, ties: ties, checks: !bare)
    }
  }

  private func refuseStrata(_ subject: ReturnSubject, _ kind: ReturnModel.Kind) throws {
    guard subject.strata == nil else { throw StudyError(.column, "The model \(kind.rawValue) takes no --stratum.") }
  }

  private func breaks() throws -> [Double] {
    guard let periods else { return [0] + (try times()).filter { $0 > 0 }.sorted() }
    let breaks = periods.split(separator: ",").map { Double($0.trimmingCharacters(in: .whitespaces)) }
    guard breaks.allSatisfy({ $0 != nil }) else {
      throw UsageFault("Write --periods as numbers with commas: 0,91,365.")
    }
    return breaks.compactMap { $0 }
  }
}
