import Foundation
import KithLinkage
import KithRegister
import KithReturns
import KithTables

extension Agreement.OptOuts {
  /// The hash and count of a list in a file: a header, and a name in the first column of each row.
  init(file path: String) throws {
    let text = try RecordText(path)
    self.init(sha256: ProtocolRecord.File("", text.bytes).sha256, count: text.count)
  }
}

/// What `kith register list` prints.
struct RegisterList {
  private let agreements: [(agreement: Agreement, standing: Agreement.Standing)]
  private let day: Day

  init(_ register: Register, on day: Day) {
    agreements = register.agreements.map { ($0, $0.standing(on: day)) }
    self.day = day
  }

  var text: String {
    guard !agreements.isEmpty else { return "The register has no agreement." }
    var grid = TextGrid(isLeft: [true, true, true, true, true])
    grid.add(["Agreement", "On \(day.iso)", "Expires", "Destroy by", "Purpose"])
    for (agreement, standing) in agreements {
      grid.add([agreement.id, standing.rawValue, agreement.expires.iso, agreement.destroyBy.iso, agreement.purpose])
    }
    return grid.lines(width: 120).joined(separator: "\n")
  }

  struct JSON: Encodable {
    let command = "register list"
    let asOf: String
    let agreements: [Entry]

    struct Entry: Encodable {
      let entry: String
      let standing: String
      let purpose: String
      let from: String
      let expires: String
      let destroyBy: String
      let sha256: String
    }
  }

  var json: JSON {
    JSON(
      asOf: day.iso,
      agreements: agreements.map { agreement, standing in
        .init(
          entry: agreement.id, standing: standing.rawValue, purpose: agreement.purpose, from: agreement.from.iso,
          expires: agreement.expires.iso, destroyBy: agreement.destroyBy.iso, sha256: agreement.hash)
      })
  }
}

/// What `kith register show` prints.
struct ShownAgreement {
  private let agreement: Agreement
  private let standing: Agreement.Standing?

  init(_ agreement: Agreement, on day: Day?) {
    self.agreement = agreement
    standing = day.map(agreement.standing)
  }

  var text: String {
    let optOuts = agreement.optOuts.map { "\($0.count) on the list of SHA-256 \($0.sha256)" }
    let lines: [(String, String?)] = [
      ("Agreement", agreement.id), ("Standing", standing?.rawValue), ("Purpose", agreement.purpose),
      ("Controllers", agreement.controllers.joined(separator: "; ")),
      ("Processors", agreement.processors.isEmpty ? nil : agreement.processors.joined(separator: "; ")),
      ("Legal basis", agreement.legalBasis), ("DPIA", agreement.impactAssessment),
      ("Information sharing", agreement.sharingAgreement), ("Fields", agreement.fields.joined(separator: ", ")),
      ("Holds", "\(agreement.from.iso) to \(agreement.expires.iso)"), ("Destroy by", agreement.destroyBy.iso),
      ("Objections", optOuts), ("Across adoption", agreement.acrossAdoption),
      ("Withdrawn", agreement.withdrawal.map { "from \($0.day.iso): \($0.reason)" }), ("SHA-256", agreement.hash),
    ]
    var grid = TextGrid(isLeft: [true, true])
    for case (let name, let value?) in lines { grid.add([name, value]) }
    return grid.lines(width: 120).joined(separator: "\n")
  }

  struct JSON: Encodable {
    let command = "register show"
    let entry: String
    let standing: String?
    let purpose: String
    let controllers: [String]
    let processors: [String]
    let legalBasis: String
    let dpia: String
    let informationSharing: String
    let fields: [String]
    let from: String
    let expires: String
    let destroyBy: String
    let optOuts: Int?
    let acrossAdoption: String?
    let withdrawn: String?
    let sha256: String
  }

  var json: JSON {
    JSON(
      entry: agreement.id, standing: standing?.rawValue, purpose: agreement.purpose, controllers: agreement.controllers,
      processors: agreement.processors, legalBasis: agreement.legalBasis, dpia: agreement.impactAssessment,
      informationSharing: agreement.sharingAgreement, fields: agreement.fields, from: agreement.from.iso,
      expires: agreement.expires.iso, destroyBy: agreement.destroyBy.iso, optOuts: agreement.optOuts?.count,
      acrossAdoption: agreement.acrossAdoption, withdrawn: agreement.withdrawal?.day.iso, sha256: agreement.hash)
  }
}
