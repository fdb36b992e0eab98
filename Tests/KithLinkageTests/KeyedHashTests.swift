import Testing

@testable import KithLinkage

@Suite("Keyed BLAKE2b")
struct KeyedHashTests {
  @Test(
    "the official vectors hold (BLAKE2 reference implementation, blake2b-kat.txt, keyed)",
    arguments: [
      (
        0,
        "10ebb67700b1868efb4417987acf4690ae9d972fb7a590c2f02871799aaa4786"
          + "b5e996e8f0f4eb981fc214b005f42d2ff4233499391653df7aefcbc13fc51568"
      ),
      (
        1,
        "961f6dd1e4dd30f63901690c512e78e4b45e4742ed197c3c5e45c549fd25f2e4"
          + "187b0bc9fe30492b16b0d0bc4ef9b0f34c7003fac09a5ef1532e69430234cebd"
      ),
      (
        255,
        "142709d62e28fcccd0af97fad0f8465b971e82201dc51070faa0372aa43e9248"
          + "4be1c1e73ba10906d5d1853db6a4106e0a7bf9800d373d6dee2d46d62ef2a461"
      ),
    ])
  func official(count: Int, digest: String) {
    let message = (0..<count).map { UInt8($0) }
    #expect(KeyedBlake.hash(message, key: (0..<64).map { UInt8($0) }) == bytes(hex: digest))
  }
}
