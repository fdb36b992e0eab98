import ArgumentParser
import Foundation
import KithLake
import KithPool
import KithRegister

/// The pool's folder.
struct PoolPlace: ParsableArguments {
  @Option(help: "The pool's folder.")
  var pool: String

  /// Opens the pool, whose files are for this user only.
  func open(make: Bool = false) throws -> Pool {
    umask(0o077)
    return try Pool(pool, make: make)
  }
}

/// `kith pool receive`: takes packages in, each whole or not at all.
struct PoolReceiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "receive",
    abstract: "Check the packages of authorities and take each in whole, or refuse it with a report for the authority.",
    discussion: """
      A package is refused where it was made under another agreement or with another linkage key, where a file was changed, \
      where a column or field is not agreed, and where a cell looks like an identifier, a full postcode or a day of birth. The \
      report (POOL/reports) has file, row, column and what to send instead, never the value. A package takes the place of the \
      authority's earlier one. Ends with 1 where a package was refused.
      """)

  @OptionGroup
  var place: PoolPlace

  @OptionGroup(title: "Agreement")
  var agreement: AgreementOptions

  @Argument(help: "The packages' folders.")
  var packages: [String]

  @Flag(help: "Print one JSON object (docs/json.md).")
  var json = false

  func run() throws {
    let permission = try agreement.permission()
    let pool = try place.open(make: true)
    let receptions = try packages.map { path in
      Progress.say("Checking \(path)")
      return try pool.receive(path, under: permission)
    }
    Progress.clear()
    if json {
      print(sortedJSON(ReceivedJSON(receptions)))
    } else {
      for (path, reception) in zip(packages, receptions) { print(text(path, reception)) }
    }
    guard receptions.allSatisfy(\.isAccepted) else { throw ExitCode(1) }
  }

  private static let shown = 10

  private func text(_ path: String, _ reception: Reception) -> String {
    let authority = reception.authority ?? "an authority that it does not name"
    if reception.isAccepted {
      return "\(path): took in the package of \(authority)"
        + (reception.supersedes ? ", in the place of the earlier one." : ".")
    }
    let faults = reception.faults.prefix(Self.shown).map { fault in
      let places = [fault.row.map { "row \($0)" }, fault.line.map { "line \($0)" }, fault.column].compactMap { $0 }
      return "  " + ([fault.file] + places).joined(separator: ", ") + ": " + fault.remedy
    }
    let more = reception.faults.count - faults.count
    let head = "\(path): refused the package of \(authority); nothing of it was taken."
    let end = "  The whole report is in \(place.pool)/\(Pool.reportsName)" + (more > 0 ? ", with \(more) more." : ".")
    return ([head] + faults + [end]).joined(separator: "\n")
  }
}

/// What `kith pool receive --json` prints.
struct ReceivedJSON: Encodable {
  let command = "pool receive"
  let packages: [Item]

  struct Item: Encodable {
    let authority: String?
    let package: String?
    let accepted: Bool
    let supersedes: Bool
    let faults: [Fault]
  }

  struct Fault: Encodable {
    let file: String
    let row: Int?
    let line: Int?
    let column: String?
    let instead: String
  }

  init(_ receptions: [Reception]) {
    packages = receptions.map { item in
      Item(
        authority: item.authority, package: item.package, accepted: item.isAccepted, supersedes: item.supersedes,
        faults: item.faults.map {
          .init(file: $0.file, row: $0.row, line: $0.line, column: $0.column, instead: $0.remedy)
        })
    }
  }
}
