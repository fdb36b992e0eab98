import Testing

@testable import KithLinkage

@Suite("Linkage schemas")
struct SchemaTests {
  /// A schema with one thing put in the place of another.
  private func schema(_ old: String = "", _ new: String = "") -> [UInt8] {
    let text = """
      {"version":3,"clkConfig":{"l":1024,"kdf":{"type":"HKDF"}},
       "features":[
        {"identifier":"name","format":{"type":"string","maxLength":9},
         "hashing":{"comparison":{"type":"ngram","n":2},"strategy":{"bitsPerFeature":100}}},
        {"identifier":"dob","format":{"type":"date","format":"%Y-%m-%d"},
         "hashing":{"comparison":{"type":"exact"},"strategy":{"bitsPerToken":20},"missingValue":{"sentinel":""}}},
        {"identifier":"rec","ignored":true}]
       ,"kith":{"version":1,"salt":{"by":"dob:year","features":["name"]},"hardening":[{"type":"balance"},{"type":"fold"}],
        "blocking":[["name:3","dob:year"],[["name","dob"]]]}}
      """
    guard !old.isEmpty, let range = text.firstRange(of: old) else { return Array(text.utf8) }
    return Array(text.replacingCharacters(in: range, with: new).utf8)
  }

  @Test("a schema is read with its features and settings")
  func read() throws {
    let schema = try LinkageSchema(json: schema())
    #expect(schema.features.map(\.identifier) == ["name", "dob", "rec"])
    #expect(schema.features[2].encoding == nil)
    #expect(schema.features[0].encoding?.hash == .blake)
    #expect(schema.derivation == KeyDerivation())
    #expect(schema.settings?.salt == Salt(FeaturePart(1, prefix: 4), features: [0]))
    #expect(schema.settings?.hardening == [.balance, .fold(1)])
    #expect(schema.settings?.blocking[1] == BlockingKey([[FeaturePart(0), FeaturePart(1)]]))
    #expect(schema.encodedLength == 1024)
  }

  @Test(
    "what cannot be followed is refused by its path",
    arguments: [
      ("\"version\":3", "\"version\":2", "version"), ("\"l\":1024", "\"l\":1000", "clkConfig.l"),
      ("\"l\":1024", "\"l\":0", "clkConfig.l"), ("\"l\":1024", "\"l\":1e30", "clkConfig.l"),
      ("\"HKDF\"", "\"legacy\"", "clkConfig.kdf.type"), ("\"HKDF\"", "\"HKDF\",\"salt\":\"?\"", "clkConfig.kdf.salt"),
      ("\"HKDF\"", "\"HKDF\",\"keySize\":65", "keySize"),
      ("\"maxLength\":9", "\"maxlength\":9", "features[0].format.maxlength"),
      ("\"n\":2", "\"n\":0", "features[0].hashing.comparison.n"),
      ("ngram", "soundex", "features[0].hashing.comparison.type"),
      ("\"bitsPerFeature\":100", "\"bitsPerFeature\":100,\"bitsPerToken\":1", "features[0].hashing.strategy"),
      ("%Y-%m-%d", "%d", "features[1].format.format"), ("\"rec\",\"ignored\"", "\"dob\",\"ignored\"", "features"),
      ("\"by\":\"dob:year\"", "\"by\":\"name:2\"", "kith.salt.features"),
      ("\"dob:year\",\"features\"", "\"town\",\"features\"", "kith.salt"),
      ("{\"type\":\"fold\"}", "{\"type\":\"shake\"}", "kith.hardening[1].type"),
      ("\"kith\":{\"version\":1", "\"kith\":{\"version\":9", "kith.version"),
      ("\"rec\",\"ignored\":true", "\"rec\",\"ignored\":1", "features[2].ignored"),
      ("\"name:3\"", "7", "kith.blocking"),
      ("{\"version\":3", "[", "JSON"),
      ("\"format\":{\"type\":\"string\",\"maxLength\":9}", "\"format\":[]", "features[0].format"),
      ("\"maxLength\":9", "\"pattern\":\"(\"", "features[0].format.pattern"),
    ])
  func refuse(old: String, new: String, path: String) {
    let error = #expect(throws: LinkageError.self) { try LinkageSchema(json: schema(old, new)) }
    #expect(error?.description.contains(path) == true, "\(error?.description ?? "")")
  }

  @Test("a schema whose keys HKDF cannot make is refused")
  func keys() throws {
    let feature = { (number: Int) in
      Feature("f\(number)", FeatureEncoding(.integer(atLeast: nil, atMost: nil), .exact, .perToken(1)))
    }
    #expect(throws: LinkageError.self) { try LinkageSchema(length: 64, features: (0..<64).map(feature)) }
    #expect(throws: Never.self) {
      try LinkageSchema(length: 64, derivation: KeyDerivation(hash: .sha512), features: (0..<64).map(feature))
    }
  }

  @Test("settings are written as they are read")
  func settings() throws {
    let first = try LinkageSchema(json: schema())
    let settings = KithSettings(
      normalisation: [0: .name, 1: .day], salt: first.settings?.salt, shares: [0: 800, 1: 224],
      hardening: [.balance, .fold(2), .rule90, .diffusion(3), .flip(20)], blocking: first.settings?.blocking ?? [],
      lambdaFold: LambdaFold(features: [0, 1], tables: 4, bits: 30), decoys: 25)
    let written = try LinkageSchema(length: 1024, features: first.features, settings: settings)
    #expect(try LinkageSchema(json: written.text) == written)
    #expect(written.settings == settings)
    #expect(written.encodedLength == 512)
  }

  @Test("differences between schemas are named by their paths")
  func differences() throws {
    let mine = try LinkageSchema(json: schema()).json
    let theirs = try LinkageSchema(json: schema("\"bitsPerFeature\":100", "\"bitsPerFeature\":120")).json
    #expect(mine.differences(from: theirs) == ["features[0].hashing.strategy.bitsPerFeature: 100 and 120"])
    #expect(mine.differences(from: mine).isEmpty)
    #expect(JSONValue.array([]).differences(from: .array([.null])) == ["[0]: nothing and null"])
  }
}

extension String {
  func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }
}
