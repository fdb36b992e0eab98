import Foundation
import KithExtracts
import KithLinkage
import KithRegister
import KithReports
import KithTables

/// What `kith pseudonymise` writes and prints.
struct WrittenExtract {
  private let extract: ResearchExtract
  private let names: KeyedNames
  private let permission: Permission
  private let command: PseudonymiseCommand

  init(_ extract: ResearchExtract, _ names: KeyedNames, _ permission: Permission, _ command: PseudonymiseCommand) {
    self.extract = extract
    self.names = names
    self.permission = permission
    self.command = command
  }

  /// Writes the files into a folder that is there.
  func write(to folder: String) throws {
    let outputs = try extract.write(to: folder).map { name in
      ProtocolRecord.File(name, Array(try Data(contentsOf: URL(filePath: folder + "/" + name))))
    }
    let prefix = extract.isSynthetic ? "synthetic_" : ""
    try Data(risk.utf8).write(to: URL(filePath: folder + "/\(prefix)risk.txt"))
    try Data(record(outputs).text).write(to: URL(filePath: folder + "/\(prefix)manifest.json"))
  }

  private func record(_ outputs: [ProtocolRecord.File]) -> ProtocolRecord {
    var record = ProtocolRecord(
      "pseudonymise", program: "kith \(KithVersion.text)", by: command.agreement.by, permission)
    record.note(inputs: [], outputs: outputs)
    record.note(
      "parameters",
      [
        "project": .words(command.project), "dates": .words(command.dates.rawValue),
        "places": .words(command.place.map(\.rawValue).joined(separator: " ")), "names": .words(names.fingerprint),
        "notice": .words(ResearchExtract.notice), "synthetic": .words(extract.isSynthetic ? "yes" : "no"),
        "leftOut": .words(extract.leftOut.joined(separator: " ")),
      ])
    record.note(
      "counts", Dictionary(uniqueKeysWithValues: zip(extract.tables.map(\.name), extract.rows.map { .count($0) })))
    record.note(
      "proof",
      [
        "cells": .count(extract.proof.cells), "identifiersLookedFor": .count(extract.proof.identifiers),
        "found": .count(0),
      ])
    return record
  }

  /// How recognisable the children are, for the keeper of the extract.
  var risk: String {
    let risk = extract.risk
    return """
      How recognisable the children of this extract are. For whoever keeps it; not for release.

      What is known of a child:            \(risk.recognisable.joined(separator: ", "))
      Children:                            \(risk.children)
      Look like no other:                  \(risk.unique)
      Look like fewer than 5 (themselves included):   \(risk.below5)
      Look like fewer than 10:             \(risk.below10)
      k (least number who look alike):     \(risk.anonymity)
      l (least kinds of history among them: in need, on a plan, looked after): \(risk.diversity)

      Histories tell more than this: a date or two of a child's spells is mostly enough. \(ResearchExtract.notice)

      """
  }

  var text: String {
    let tables = zip(extract.tables, extract.rows).map { "  \($0.name): \($1) rows, \($0.columns.count) columns" }
    let left =
      extract.leftOut.isEmpty
      ? [] : ["Left out, as the agreement does not name their fields: \(extract.leftOut.count) columns."]
    return
      (["Wrote \(command.out) under \(command.agreement.entry):"] + tables + left + [
        "\(extract.proof.cells) cells looked at for \(extract.proof.identifiers) identifiers: none is left.",
        "\(extract.risk.unique) of \(extract.risk.children) children look like no other by \(extract.risk.recognisable.joined(separator: ", ")).",
        ResearchExtract.notice,
      ]).joined(separator: "\n")
  }

  struct JSON: Encodable {
    let command = "pseudonymise"
    let agreement: String
    let agreementSha256: String
    let notice = ResearchExtract.notice
    let synthetic: Bool
    let tables: [Table]
    let leftOut: [String]
    let proof: Proof
    let risk: Risk

    struct Table: Encodable {
      let table: String
      let rows: Int
      let columns: [String]
    }

    struct Proof: Encodable {
      let cells: Int
      let identifiers: Int
      let found = 0
    }

    struct Risk: Encodable {
      let recognisable: [String]
      let children: Int
      let unique: Int
      let below5: Int
      let below10: Int
      let k: Int
      let l: Int
    }
  }

  var json: JSON {
    JSON(
      agreement: permission.agreement.id, agreementSha256: permission.hash, synthetic: extract.isSynthetic,
      tables: zip(extract.tables, extract.rows).map {
        .init(table: $0.name, rows: $1, columns: $0.columns.map(\.name))
      }, leftOut: extract.leftOut,
      proof: .init(cells: extract.proof.cells, identifiers: extract.proof.identifiers),
      risk: .init(
        recognisable: extract.risk.recognisable, children: extract.risk.children, unique: extract.risk.unique,
        below5: extract.risk.below5, below10: extract.risk.below10, k: extract.risk.anonymity,
        l: extract.risk.diversity))
  }
}
