import Foundation
import KithTesting
import Testing

@testable import KithLinkage

@Suite("Encodings beside those of clkhash 0.18.3, bit for bit", .enabled(if: SharedFolder.isPresent))
struct ClkVectorTests {
  @Test("each record has clkhash's encoding, and each feature its keys", arguments: VectorFile.names)
  func encodings(name: String) throws {
    let (file, json) = try VectorFile.read(name)
    let schema = try LinkageSchema(json, folding: name.contains("IGNORED") || name.contains("ignored") ? .clkhash : nil)
    let key = LinkageKey(secret: Array(file.secret_utf8.utf8))
    let keys = FeatureKeys.all(of: schema, key)
    #expect(keys.map { [$0.first, $0.second] } == file.derived_keys_hex.map { $0.map(bytes(hex:)) })
    let encodings = try RecordEncoder.encode(file.records, schema, key)
    #expect(file.records.indices.map { encodings.base64($0) } == file.clks_base64)
    #expect(file.records.indices.map { encodings.ones($0) } == file.popcounts)
  }

  @Test("there are 421 of them")
  func number() throws {
    #expect(try VectorFile.names.reduce(0) { $0 + (try VectorFile.read($1).file.records.count) } == 421)
  }

  @Test("folding that is documented and that clkhash passes over is done on request, and refused without a word")
  func folding() throws {
    let (_, json) = try VectorFile.read("febrl4_50_CLKHASH_BUG_xorFolds_ignored.json")
    #expect(throws: LinkageError.self) { try LinkageSchema(json, folding: nil) }
    let schema = try LinkageSchema(json, folding: .documented)
    let folded = try VectorFile.read("febrl4_50_blake_xorfold1.json").file
    let encodings = try RecordEncoder.encode(folded.records, schema, LinkageKey(secret: Array(folded.secret_utf8.utf8)))
    #expect(folded.records.indices.map { encodings.base64($0) } == folded.clks_base64)
  }

  @Test("a schema that is written and read again makes the same encodings", arguments: VectorFile.names)
  func written(name: String) throws {
    let (file, json) = try VectorFile.read(name)
    let schema = try LinkageSchema(json, folding: .clkhash)
    let copy = try LinkageSchema(
      length: schema.length, folds: schema.folds, derivation: schema.derivation, features: schema.features)
    let again = try LinkageSchema(json: copy.text)
    #expect(again.features == schema.features)
    let key = LinkageKey(secret: Array(file.secret_utf8.utf8))
    #expect(try RecordEncoder.encode(file.records, again, key) == RecordEncoder.encode(file.records, schema, key))
  }
}
