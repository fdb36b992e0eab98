import ArgumentParser
import Foundation
import KithLinkage

/// `kith link key`: the secret that the parties share. It is written to files of its own and never shown.
struct LinkKeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key",
    abstract: "Make, split, join and compare the keys of linkages.",
    subcommands: [New.self, Split.self, Join.self, Print.self])

  /// `kith link key new`: a key from the system's randomness.
  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make a key from the system's randomness, in a file that you alone may read.")
    @Option(help: "The file to write; a key is never written over.")
    var out: String

    func run() throws {
      let key = LinkageKey.random()
      try KeyFile.key(key).write(to: out)
      print("Wrote a key to \(out); its fingerprint is \(key.fingerprint).")
    }
  }

  /// `kith link key split`: shares that are useless without one another.
  struct Split: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Split a key into shares for several keepers; only all together are the key.")
    @Argument(help: "The file of the key.")
    var key: String
    @Option(help: "How many shares.")
    var into = 2
    @Option(help: "The shares are written to OUT.1, OUT.2 and so on.")
    var out: String

    func run() throws {
      let key = try KeyFile(key).key
      let shares = try key.split(into: into)
      let paths = shares.indices.map { "\(out).\($0 + 1)" }
      if let there = paths.first(where: { FileManager.default.fileExists(atPath: $0) }) {
        throw UsageFault("\(there) is there already; a share is never written over.")
      }
      for (share, path) in zip(shares, paths) { try KeyFile.share(share).write(to: path) }
      print("Wrote \(into) shares of the key \(key.fingerprint): \(paths.joined(separator: ", ")).")
    }
  }

  /// `kith link key join`: the key of all its shares, or of a key from each party.
  struct Join: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Join all shares of a key; or the keys that each party made, so that no party decides the key alone.")
    @Argument(help: "The files of the shares, or of the keys.")
    var parts: [String]
    @Option(help: "The file to write; a key is never written over.")
    var out: String

    func run() throws {
      var (shares, keys): ([KeyShare], [LinkageKey]) = ([], [])
      for path in parts {
        switch try KeyFile(path) {
        case .share(let share): shares.append(share)
        case .key(let key): keys.append(key)
        }
      }
      guard shares.isEmpty || keys.isEmpty else { throw UsageFault("Give shares of one key, or whole keys; not both.") }
      let key = keys.isEmpty ? try LinkageKey(joining: shares) : try LinkageKey(joining: keys)
      try KeyFile.key(key).write(to: out)
      print("Wrote the key to \(out); its fingerprint is \(key.fingerprint).")
    }
  }

  /// `kith link key fingerprint`: by which parties can tell that they hold the same key.
  struct Print: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "fingerprint", abstract: "Print a number by which parties can tell that they hold the same key.")
    @Argument(help: "The file of the key.")
    var key: String

    func run() throws { print(try KeyFile(key).key.fingerprint) }
  }
}
