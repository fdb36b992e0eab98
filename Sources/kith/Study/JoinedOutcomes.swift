import ArgumentParser
import Foundation
import KithLinkage
import KithRegister
import KithStore
import KithStudies
import KithTables

/// When groups are fixed, and from when to when outcomes are looked at.
struct OutcomeTimes: ParsableArguments {
  @Option(help: "Who is in a group: on 31-march, or in-year (at any time in the year to it).")
  var basis = ExposureBasis.atEnd

  @Option(help: "When outcomes are looked at: after groups are fixed, or as published by DfE (of the year itself).")
  var timing = OutcomeTiming.after

  @Option(help: "A window of your own: KIND=FROM:TO, as absence=2025-09-01:2025-12-31. May be given again.")
  var window: [String] = []

  func windows(_ year: Int) throws -> OutcomeWindows {
    var own: [AttributeKind: OutcomeWindow] = [:]
    for text in window {
      let sides = text.split(separator: "=", maxSplits: 1).map(String.init)
      let days = sides.count == 2 ? sides[1].split(separator: ":").map { Day(iso: $0) } : []
      guard days.count == 2, let from = days[0], let to = days[1], let kind = AttributeKind(rawValue: sides[0]) else {
        throw UsageFault("Write a window as absence=2025-09-01:2025-12-31.")
      }
      own[kind] = try OutcomeWindow(from: from, to: to)
    }
    return try OutcomeWindows(year: year, timing: timing, own: own)
  }
}

/// Files of another agency that may be joined to a store under an agreement.
struct JoinedFiles {
  private let folder: AttributeFolder
  private let map: AttributeMap
  private let files: [(name: String, path: String)]
  private let linked: LinkOptions
  /// What the agreement permits.
  let permission: Permission
  private let reason: String
  private var inputs: [ProtocolRecord.File] = []

  /// Finds the files of a map. The agreement has to hold before anything is read, and to name the map's columns.
  init(
    folder: String, map path: String, _ linked: LinkOptions, under agreement: AgreementOptions, reason: String
  ) throws {
    _ = try agreement.permission()
    self.folder = AttributeFolder(attributes: folder)
    map = try AttributeMap(studyFile(path, noting: &inputs), name: path)
    permission = try agreement.permission(using: map.columnNames)
    files = try self.folder.found(map, noting: &inputs)
    self.linked = linked
    self.reason = reason
  }

  /// Joins them to the children of a store, and notes that in its log.
  func joined(
    to store: Store, _ times: OutcomeTimes, year: Int, authorities: [String]
  ) throws -> JoinedOutcomes {
    var inputs = inputs
    try folder.refuseMixing(files, isSynthetic: try store.isSynthetic ?? false)
    var index = try PersonIndex(store)
    let links = try linked.add(to: &index, noting: &inputs)
    let study = try OutcomeStudy(
      OutcomeRequest(
        map, files: files, windows: try times.windows(year), basis: times.basis, authorities: authorities),
      in: store, index: index)
    try store.noteListing(
      of: "children of \(year) joined to \(files.count) files of \(map.edition) under \(permission.agreement.id)",
      rows: study.sources.reduce(0) { $0 + $1.matched }, purpose: reason, asOf: permission.day.iso)
    return JoinedOutcomes(study: study, map: map, links: links, inputs: inputs)
  }
}

/// What became of the children of a store, by files that were joined to it.
struct JoinedOutcomes {
  let study: OutcomeStudy
  let map: AttributeMap
  /// What the links came to: raw counts.
  let links: [String]
  /// What was read.
  let inputs: [ProtocolRecord.File]
}
