import ArgumentParser
import Foundation
import KithRegister
import KithTables

/// `kith register`: the agreements by which records about children may be linked or handed on.
struct RegisterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "register",
    abstract: "Keep the agreements by which records may be linked or handed on.",
    discussion: """
      The register is one file of JSON, which names no child. kith link encode, match and evaluate, kith pseudonymise, kith \
      study outcomes and kith report needs-assessment (with --attributes) name an agreement in it, are refused without one or \
      after it has expired, and put its hash into what they write.
      """,
    subcommands: [Add.self, List.self, Show.self, Withdraw.self])

  /// `kith register add`: enters an agreement.
  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Enter an agreement; the register is made if it is not there.")
    @Option(help: "The register's file.")
    var register: String
    @Option(help: "The name by which commands know the agreement.")
    var entry: String
    @Option(help: "What it is for.")
    var purpose: String
    @Option(help: "A data controller who agreed; may be given again.")
    var controller: [String]
    @Option(help: "Who else handles the data for them, such as a linkage unit; may be given again.")
    var processor: [String] = []
    @Option(help: "The legal basis, as \"UK GDPR article 6(1)(e); Children Act 2004, section 10\".")
    var legalBasis: String
    @Option(help: "The reference of the data protection impact assessment.")
    var dpia: String
    @Option(help: "The reference of the information-sharing agreement.")
    var informationSharing: String
    @Option(help: "A field that may be used, by the name of its column; may be given again.")
    var field: [String]
    @Option(help: "The first day on which it holds, as 2026-01-01.")
    var from: String
    @Option(help: "The last day on which it holds.")
    var expires: String
    @Option(help: "The day by which what is made under it is destroyed.")
    var destroyBy: String
    @Option(help: "A list of those who have objected; the register keeps its hash and count, not the list.")
    var optOuts: String?
    @Option(
      help: "The legal basis for joining adopted children's identities before and after the order, where there is one.")
    var acrossAdoption: String?

    func run() throws {
      var register =
        FileManager.default.fileExists(atPath: self.register) ? try Register(file: self.register) : Register()
      let agreement = try Agreement(
        id: entry, purpose: purpose, controllers: controller, processors: processor, legalBasis: legalBasis,
        impactAssessment: dpia, sharingAgreement: informationSharing, fields: field, from: try day(from, "--from"),
        expires: try day(expires, "--expires"), destroyBy: try day(destroyBy, "--destroy-by"),
        optOuts: try optOuts.map { try Agreement.OptOuts(file: $0) }, acrossAdoption: acrossAdoption)
      try register.add(agreement)
      try register.write(to: self.register)
      print("Entered \(entry) in \(self.register); its hash is \(agreement.hash).")
    }
  }

  /// `kith register list`: the agreements and how they stand on a day.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the agreements and how they stand on a day.")
    @Option(help: "The register's file.")
    var register: String
    @Option(help: "The day, as 2026-03-31. Kith asks no clock.")
    var asOf: String
    @Flag(help: "Print one JSON object (docs/json.md).")
    var json = false

    func run() throws {
      let list = RegisterList(try Register(file: register), on: try day(asOf, "--as-of"))
      print(json ? sortedJSON(list.json) : list.text)
    }
  }

  /// `kith register show`: all of an agreement.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Print all of an agreement, and its hash.")
    @Option(help: "The register's file.")
    var register: String
    @Option(help: "The name of the agreement.")
    var entry: String
    @Option(help: "The day for which to say how it stands, as 2026-03-31.")
    var asOf: String?
    @Flag(help: "Print one JSON object (docs/json.md).")
    var json = false

    func run() throws {
      let shown = ShownAgreement(
        try Register(file: register).agreement(entry), on: try asOf.map { try day($0, "--as-of") })
      print(json ? sortedJSON(shown.json) : shown.text)
    }
  }

  /// `kith register withdraw`: ends an agreement before it expires.
  struct Withdraw: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Withdraw an agreement from a day on; it stays in the register.")
    @Option(help: "The register's file.")
    var register: String
    @Option(help: "The name of the agreement.")
    var entry: String
    @Option(help: "The first day on which it no longer holds, as 2026-03-31.")
    var asOf: String
    @Option(help: "Why.")
    var reason: String

    func run() throws {
      var register = try Register(file: self.register)
      try register.withdraw(entry, on: try day(asOf, "--as-of"), reason: reason)
      try register.write(to: self.register)
      let agreement = try register.agreement(entry)
      print(
        "Withdrew \(entry) from \(asOf) on; what was made under it is to be destroyed by \(agreement.destroyBy.iso).")
    }
  }
}

/// A day that an option gives.
private func day(_ text: String, _ option: String) throws -> Day {
  guard let day = Day(iso: text) else { throw UsageFault("\(option) is a day, written as 2026-03-31.") }
  return day
}
