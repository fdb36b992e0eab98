import Crypto
import Foundation
import KithTables

/// A register as it stands in its file.
struct RegisterFile: Codable {
  var version = 1
  var agreements: [Entry]

  struct Entry: Codable {
    let id: String
    let purpose: String
    let controllers: [String]
    let processors: [String]?
    let legalBasis: String
    let dpia: String
    let informationSharing: String
    let fields: [String]
    let from: String
    let expires: String
    let destroyBy: String
    let optOuts: OptOuts?
    let acrossAdoption: String?
    var withdrawn: Withdrawn?

    struct OptOuts: Codable {
      let sha256: String
      let count: Int
    }

    struct Withdrawn: Codable {
      let on: String
      let reason: String
    }
  }
}

extension Encodable {
  /// The value as JSON, its keys in order.
  func encoded(isPretty: Bool) -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if isPretty { encoder.outputFormatting.insert(.prettyPrinted) }
    return (try? encoder.encode(self)) ?? Data()
  }
}

extension RegisterFile.Entry {
  init(_ agreement: Agreement) {
    id = agreement.id
    purpose = agreement.purpose
    controllers = agreement.controllers
    processors = agreement.processors.isEmpty ? nil : agreement.processors
    legalBasis = agreement.legalBasis
    dpia = agreement.impactAssessment
    informationSharing = agreement.sharingAgreement
    fields = agreement.fields
    from = agreement.from.iso
    expires = agreement.expires.iso
    destroyBy = agreement.destroyBy.iso
    optOuts = agreement.optOuts.map { .init(sha256: $0.sha256, count: $0.count) }
    acrossAdoption = agreement.acrossAdoption
    withdrawn = agreement.withdrawal.map { .init(on: $0.day.iso, reason: $0.reason) }
  }

  var agreement: Agreement {
    get throws(RegisterError) {
      var agreement = try Agreement(
        id: id, purpose: purpose, controllers: controllers, processors: processors ?? [], legalBasis: legalBasis,
        impactAssessment: dpia, sharingAgreement: informationSharing, fields: fields, from: try day(from),
        expires: try day(expires), destroyBy: try day(destroyBy),
        optOuts: optOuts.map { .init(sha256: $0.sha256, count: $0.count) }, acrossAdoption: acrossAdoption)
      if let withdrawn { agreement.withdrawal = .init(day: try day(withdrawn.on), reason: withdrawn.reason) }
      return agreement
    }
  }

  private func day(_ text: String) throws(RegisterError) -> Day {
    guard let day = Day(iso: text) else {
      throw RegisterError(.unreadable, "The register's agreement \(id) has a day that is not written as 2026-03-31.")
    }
    return day
  }
}

extension Agreement {
  /// The SHA-256 of what was agreed, in hexadecimal; a withdrawal does not change it.
  public var hash: String {
    var entry = RegisterFile.Entry(self)
    entry.withdrawn = nil
    return SHA256.hash(data: entry.encoded(isPretty: false)).hexadecimal
  }
}
