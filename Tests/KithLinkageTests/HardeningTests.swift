import KithTesting
import Testing

@testable import KithLinkage

@Suite("Hardening")
struct HardeningTests {
  private let key = LinkageKey(secret: Array("a key for tests of hardening".utf8))

  private func schema(_ steps: [Hardening], length: Int = 256) throws -> LinkageSchema {
    let feature = Feature(
      "name", FeatureEncoding(.text(.utf8, letters: .mixed, atLeast: nil, atMost: nil), .exact, .perToken(9)))
    return try LinkageSchema(length: length, features: [feature], settings: KithSettings(hardening: steps))
  }

  private func filter(_ seed: UInt64, length: Int = 256) -> Filter {
    var random = SplitMix64(seed: seed)
    var filter = Filter(length: length)
    for bit in 0..<length where random.chance(400) { filter[bit] = true }
    return filter
  }

  private func steps(_ schema: LinkageSchema) -> [HardeningStep] {
    var length = schema.length
    return (schema.settings?.hardening ?? []).enumerated().map { number, step in
      defer { length = step.length(of: length) }
      return HardeningStep(step, length: length, number: number, key: key, context: schema.keyContext)
    }
  }

  @Test(
    "steps put together do what they do one by one",
    arguments: [
      [Hardening.balance], [.balance, .fold(1)], [.rule90], [.diffusion(3)],
      [.balance, .fold(1), .rule90, .diffusion(2)],
      [.rule90, .flip(50), .balance], [.flip(100), .flip(30)], [],
    ])
  func together(_ hardening: [Hardening]) throws {
    let schema = try schema(hardening)
    let hardener = Hardener(schema, key: key)
    for seed in 0..<20 {
      let filter = filter(UInt64(seed))
      let record: [UInt8] = [UInt8(seed), 1]
      let expected = steps(schema).reduce(filter) { $1.apply(to: $0, record: record) }
      #expect(hardener.encoding(of: filter, record: { record }) == expected)
      #expect(hardener.length == expected.length && schema.encodedLength == expected.length)
    }
  }

  @Test("a balanced filter has as many ones as noughts, whatever it was")
  func balance() throws {
    let hardener = Hardener(try schema([.balance]), key: key)
    for seed in 0..<20 {
      let encoding = hardener.encoding(of: filter(UInt64(seed))) { [] }.words
      #expect(encoding.reduce(0) { $0 + $1.nonzeroBitCount } == 256)
    }
  }

  @Test("rule 90 makes each bit the exclusive or of its neighbours, on a ring")
  func rule90() throws {
    let step = try #require(steps(try schema([.rule90], length: 64)).first)
    var filter = Filter(length: 64)
    filter[0] = true
    let result = step.apply(to: filter, record: [])
    #expect((0..<64).filter { result[$0] } == [1, 63])
  }

  @Test("diffusion takes so many different places for each bit")
  func diffusion() throws {
    let step = try #require(steps(try schema([.diffusion(3)])).first)
    var ones = 0
    for bit in 0..<256 {
      var filter = Filter(length: 256)
      filter[bit] = true
      ones += step.apply(to: filter, record: []).words.reduce(0) { $0 + $1.nonzeroBitCount }
    }
    #expect(ones == 3 * 256)
  }

  @Test("flipping turns about its share of bits, otherwise for each record, and the same again for the same")
  func flip() throws {
    let step = try #require(steps(try schema([.flip(100)])).first)
    let zero = Filter(length: 256)
    let turned = (0..<200).map { step.apply(to: zero, record: [UInt8($0)]) }
    let share = Double(turned.reduce(0) { $0 + $1.words.reduce(0) { $0 + $1.nonzeroBitCount } }) / (200 * 256)
    #expect(abs(share - 0.1) < 0.005)
    #expect(Set(turned).count == 200)
    #expect(step.apply(to: zero, record: [7]) == turned[7])
  }

  @Test("another key, or another schema, orders bits in another way")
  func keys() throws {
    let schema = try schema([.balance])
    let filter = filter(3)
    let mine = Hardener(schema, key: key).encoding(of: filter) { [] }
    let other = Hardener(schema, key: LinkageKey(secret: [1])).encoding(of: filter) { [] }
    let project = Hardener(try self.schema([.balance, .flip(1)]), key: key).encoding(of: filter) { [] }
    #expect(mine != other && mine != project)
    #expect(mine == Hardener(schema, key: key).encoding(of: filter) { [] })
  }
}
