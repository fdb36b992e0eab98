import Foundation
import KithTesting
import Testing

@testable import KithLinkage

/// The shared cases of single steps: keys, places, tokens, bits, folding.
private struct UnitVectors: Decodable {
  struct Derivation: Decodable {
    let secret: String, num_keys: Int, hash: String, salt_hex: String?, info_hex: String?, key_size: Int
    let keys_hex: [String]
  }
  struct Blake: Decodable { let token: String, key_hex: String, k: Int, l: Int, indices: [Int] }
  struct Double: Decodable {
    let token: String, l: Int, sha1_key_hex: String, md5_key_hex: String
    let md5_mod_l: Int, sha1_mod_l: Int, md5_ns: Int, sha1_ns: Int
  }
  struct Tokens: Decodable {
    let type: String, n: Int?, positional: Bool?, word: String, tokens: [String]
    let thresholdDistance: Swift.Double?, resolution: Int?, fractional_precision: Int?
  }
  struct Bits: Decodable { let bits: Int, tokens: Int, k: [Int] }
  struct Fold: Decodable { let input_bits: String, folds: Int, output_bits: String }

  let hkdf: [Derivation]
  let blake_token_indices: [Blake]
  let double_hash: [Double]
  let tokenise: [Tokens]
  let bits_per_feature: [Bits]
  let fold_xor: [Fold]

  static func read() throws -> UnitVectors {
    try JSONDecoder().decode(UnitVectors.self, from: Data(try VectorFile.bytes("unit_vectors.json")))
  }
}

@Suite("Single steps of encoding beside clkhash's", .enabled(if: SharedFolder.isPresent))
struct ClkUnitTests {
  @Test("keys are derived as HKDF has it")
  func keys() throws {
    for item in try UnitVectors.read().hkdf {
      let derivation = KeyDerivation(
        hash: try #require(.init(rawValue: item.hash)), salt: item.salt_hex.map(bytes(hex:)),
        info: item.info_hex.map(bytes(hex:)), keySize: item.key_size)
      let derived = derivation.bytes(from: Array(item.secret.utf8), count: item.num_keys * item.key_size)
      #expect(derived == item.keys_hex.flatMap(bytes(hex:)))
    }
  }

  @Test("BLAKE2b gives a token's places")
  func blake() throws {
    for item in try UnitVectors.read().blake_token_indices {
      let keys = FeatureKeys(first: bytes(hex: item.key_hex), second: [])
      #expect(
        FilterHash.blake.places(of: Array(item.token.utf8), count: item.k, keys: keys, length: item.l) == item.indices)
    }
  }

  @Test("double hashing gives a token's places, the singular one's too")
  func double() throws {
    let items = try UnitVectors.read().double_hash
    #expect(items.contains { $0.md5_mod_l == 0 })
    for item in items {
      let keys = FeatureKeys(first: bytes(hex: item.sha1_key_hex), second: bytes(hex: item.md5_key_hex))
      for (prevents, start, step) in [(false, item.sha1_mod_l, item.md5_mod_l), (true, item.sha1_ns, item.md5_ns)] {
        let places = FilterHash.double(preventsSingularity: prevents)
          .places(of: Array(item.token.utf8), count: 5, keys: keys, length: item.l)
        #expect(places == (0..<5).map { (start + $0 * step) % item.l })
      }
    }
  }

  @Test("numbers have clkhash's tokens")
  func numbers() throws {
    for item in try UnitVectors.read().tokenise where item.type == "numeric" {
      let grid = try #require(
        NumericGrid(
          threshold: item.thresholdDistance ?? 0, resolution: item.resolution ?? 0,
          places: item.fractional_precision ?? 0))
      #expect(grid.tokens(of: item.word) == item.tokens)
    }
  }

  @Test("runs of characters and whole values set the bits of clkhash's tokens")
  func tokens() throws {
    for item in try UnitVectors.read().tokenise where item.type != "numeric" {
      let comparison: Comparison = item.n.map { .ngram($0, positional: item.positional ?? false) } ?? .exact
      let schema = try LinkageSchema(
        length: 512,
        features: [
          Feature(
            "x", FeatureEncoding(.text(.utf8, letters: .mixed, atLeast: nil, atMost: nil), comparison, .perToken(3)))
        ])
      let key = LinkageKey(secret: [1, 2, 3])
      var filter = Filter(length: 512)
      for token in item.tokens {
        let keys = FeatureKeys.all(of: schema, key)[0]
        for place in FilterHash.blake.places(of: Array(token.utf8), count: 3, keys: keys, length: 512) {
          filter[place] = true
        }
      }
      #expect(try RecordEncoder.encode([[item.word]], schema, key).words == filter.words)
    }
  }

  @Test("bits of a feature are shared out to its tokens")
  func bits() throws {
    for item in try UnitVectors.read().bits_per_feature {
      #expect(
        (0..<item.tokens).map { BitStrategy.perFeature(item.bits).bits(ofToken: $0, among: item.tokens) } == item.k)
    }
  }

  @Test("filters are folded")
  func folding() throws {
    for item in try UnitVectors.read().fold_xor {
      var filter = Filter(length: item.input_bits.count)
      for (bit, text) in item.input_bits.enumerated() { filter[bit] = text == "1" }
      let folded = filter.folded(item.folds)
      #expect((0..<folded.length).map { folded[$0] ? "1" : "0" }.joined() == item.output_bits)
    }
  }
}
