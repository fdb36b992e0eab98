import KithLinkage
import KithRegister
import KithReports
import KithTables

/// What a run was of, as it stands beside what it wrote. No identifier and no figure is in it.
struct RunNote: Encodable {
  let command: String
  let program: String
  let synthetic: Bool
  /// The day or occasion of the run, as the user named it.
  var asOf: String?
  /// The edition of another agency's files.
  var edition: String?
  private(set) var agreement: String?
  private(set) var agreementSha256: String?
  private(set) var by: String?
  var parameters: [String: String] = [:]
  let inputs: [File]
  let outputs: [File]

  /// A file, or a return in a store, by its hash.
  struct File: Encodable {
    let file: String
    let sha256: String
  }

  init(
    _ command: String, isSynthetic: Bool, inputs: [ProtocolRecord.File], returns: [File] = [],
    outputs: [(name: String, bytes: [UInt8])]
  ) {
    self.command = command
    program = "kith \(KithVersion.text)"
    synthetic = isSynthetic
    self.inputs = returns + inputs.map { File(file: $0.name, sha256: $0.sha256) }
    self.outputs = outputs.map { file in
      let entry = ProtocolRecord.File(file.name, file.bytes)
      return File(file: entry.name, sha256: entry.sha256)
    }
  }

  /// Notes the agreement under which another agency's records were joined.
  mutating func note(_ permission: Permission, by: String?) {
    agreement = permission.agreement.id
    agreementSha256 = permission.hash
    asOf = permission.day.iso
    self.by = by
  }

  var bytes: [UInt8] { Array((sortedJSON(self) + "\n").utf8) }
}
