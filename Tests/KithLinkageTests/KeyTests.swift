import Foundation
import KithTesting
import Testing

@testable import KithLinkage

@Suite("Keys")
struct KeyTests {
  @Test("a new key is unlike any other, and is written for its owner alone")
  func new() throws {
    let folder = try ScratchFolder()
    let key = LinkageKey.random()
    #expect(key.secret != LinkageKey.random().secret && key.secret.count == 49)
    let path = folder.path + "/key"
    try KeyFile.key(key).write(to: path)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try KeyFile(path).key.secret == key.secret)
    #expect(throws: LinkageError.self) { try KeyFile.key(key).write(to: path) }
    #expect(throws: LinkageError.self) { try KeyFile.key(key).write(to: folder.path + "/none/key") }
  }

  @Test("a key that others may read, that is not alone in its file, or that is short, is refused and not shown")
  func refused() throws {
    let folder = try ScratchFolder()
    for (name, text, mode) in [
      ("open", "a secret of many letters\n", 0o640), ("data", "a secret of many letters\nid,name\n", 0o600),
      ("short", "secret\n", 0o600), ("empty", "", 0o600), ("share", "kith1share-1-2-x-y\n", 0o600),
    ] {
      try folder.write(text, name)
      let path = folder.path + "/" + name
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
      let error = #expect(throws: LinkageError.self) { try KeyFile(path) }
      #expect(error?.reason == .key && error?.description.contains("secret of many") == false)
    }
    #expect(throws: LinkageError.self) { try KeyFile(folder.path + "/nothing") }
  }

  @Test("a key is shown nowhere")
  func hidden() {
    let key = LinkageKey(secret: Array("a secret of many letters".utf8))
    var text = ""
    dump(key, to: &text)
    dump(KeyShare(number: 1, count: 2, fingerprint: "f", bytes: Array("bytes".utf8)), to: &text)
    #expect(!(text + "\(key)" + String(reflecting: key)).contains("secret of"))
    #expect(!text.contains("98"))
  }

  @Test("all shares together are the key, and fewer are refused", arguments: 2...5)
  func shares(count: Int) throws {
    let key = LinkageKey.random()
    let shares = try key.split(into: count).map { try #require(KeyShare(line: $0.line)) }
    #expect(try LinkageKey(joining: shares.reversed()).secret == key.secret)
    #expect(throws: LinkageError.self) { try LinkageKey(joining: Array(shares.dropLast())) }
    #expect(throws: LinkageError.self) { try LinkageKey(joining: shares.dropLast() + [shares[0]]) }
    let bytes = try #require(KeyText.bytes(ofKey: String(decoding: key.secret, as: UTF8.self)))
    #expect(shares.allSatisfy { $0.bytes != bytes })
    let changed = KeyShare(number: 1, count: count, fingerprint: key.fingerprint, bytes: shares[1].bytes)
    #expect(throws: LinkageError.self) { try LinkageKey(joining: [changed] + shares.dropFirst()) }
    #expect(throws: LinkageError.self) {
      try LinkageKey(joining: [try LinkageKey.random().split(into: count)[0]] + shares.dropFirst())
    }
  }

  @Test("keys of two parties make a third, the same in either order")
  func joined() throws {
    let (mine, theirs) = (LinkageKey.random(), LinkageKey.random())
    let joint = try LinkageKey(joining: [mine, theirs])
    #expect(joint.fingerprint == (try LinkageKey(joining: [theirs, mine])).fingerprint)
    #expect(![mine.fingerprint, theirs.fingerprint].contains(joint.fingerprint))
    #expect(throws: LinkageError.self) { try LinkageKey(joining: [mine, mine]) }
    #expect(throws: LinkageError.self) { try LinkageKey(secret: Array("a secret of many letters".utf8)).split(into: 2) }
  }
}
