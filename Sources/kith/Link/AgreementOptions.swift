import ArgumentParser
import Foundation
import KithRegister
import KithTables

/// Under which agreement something is done, on which day, and by whom.
struct AgreementOptions: ParsableArguments {
  @Option(help: "The register of agreements (kith register).")
  var register: String

  @Option(help: "The name of the agreement in the register.")
  var entry: String

  @Option(help: "The day for which the agreement must hold, as 2026-03-31. Kith asks no clock.")
  var asOf: String

  @Option(help: "Who does this, for the record: an organisation or a role.")
  var by: String?

  init() {}

  /// An agreement that other options name.
  init(register: String, entry: String, asOf: String, by: String?) {
    self.register = register
    self.entry = entry
    self.asOf = asOf
    self.by = by
  }

  /// The permission of the agreement; refused where it does not hold or does not name a field.
  func permission(using fields: [String] = []) throws -> Permission {
    guard let day = Day(iso: asOf) else { throw UsageFault("--as-of is a day, written as 2026-03-31.") }
    return try Register(file: register).permission(by: entry, on: day, using: fields)
  }
}
