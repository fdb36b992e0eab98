import Foundation
public import KithRegister
import KithReturns

/// What one party sent to be matched: its encodings, and how they were made.
public struct LinkageParty: Sendable {
  /// The name by which messages call it: the folder or file.
  public let name: String
  /// The encodings.
  public let file: EncodedFile
  /// How they were made; nil for encodings of another program.
  public let manifest: EncodingManifest?
  /// The file that was read.
  public let source: ProtocolRecord.File

  /// Reads what a party sent: a folder with `encodings.csv` and `manifest.json`, or a JSON file of `clks`.
  ///
  /// A folder that holds a key, or says who the records are, is refused: whoever matches may have neither.
  public init(_ path: String) throws {
    name = path
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw LinkageError(.file, "There is nothing at \(path).")
    }
    guard isFolder.boolValue else {
      let bytes = try Self.bytes(path)
      file = try EncodedFile(clks: bytes, name: path)
      manifest = nil
      source = ProtocolRecord.File(URL(filePath: path).lastPathComponent, bytes)
      return
    }
    try Self.checkFolder(path)
    let manifestPath = path + "/" + EncodingManifest.name
    let manifest = try EncodingManifest(json: try Self.bytes(manifestPath), name: manifestPath)
    let encodings = path + "/" + EncodingManifest.encodingsName
    let text = try RecordText(encodings)
    try manifest.check(text.bytes, name: encodings)
    file = try EncodedFile(text, length: manifest.bits, name: encodings)
    source = ProtocolRecord.File(EncodingManifest.encodingsName, text.bytes)
    self.manifest = manifest
  }

  private static func bytes(_ path: String) throws(LinkageError) -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw LinkageError(.file, "\(path) is not there, or may not be read by this user.")
    }
    return Array(data)
  }

  private static func checkFolder(_ path: String) throws(LinkageError) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    if names.contains("to-keep") {
      throw LinkageError(
        .refused, "\(path) also holds what says who the records are; take its folder to-send alone.")
    }
    for name in names where ![EncodingManifest.name, EncodingManifest.encodingsName, "clks.json"].contains(name) {
      if name == OwnersList.name || (try? KeyFile(path + "/" + name)) != nil {
        throw LinkageError(.refused, "\(path) holds \(name), which whoever matches may not have; take it out.")
      }
    }
  }
}

extension LinkageParty {
  /// Refuses parties whose encodings cannot be compared, or were made under another agreement than this.
  public static func check(_ parties: [LinkageParty], _ permission: Permission) throws(LinkageError) {
    guard parties.count >= 2 else { throw LinkageError(.encodings, "Give the encodings of two parties or more.") }
    let first = parties[0]
    for party in parties {
      let lengths = (first.file.records.encodings.length, party.file.records.encodings.length)
      guard lengths.0 == lengths.1 || party.file.labels.isEmpty || first.file.labels.isEmpty else {
        throw LinkageError(
          .encodings, "\(first.name) has encodings of \(lengths.0) bits and \(party.name) of \(lengths.1).")
      }
      guard let manifest = party.manifest else { continue }
      if let other = first.manifest { try other.check(against: manifest, names: (first.name, party.name)) }
      guard manifest.agreementHash == permission.hash else {
        throw LinkageError(
          .refused,
          "\(party.name) was encoded under another agreement than \(permission.agreement.id), or before it was changed."
        )
      }
    }
  }
}
