import ArgumentParser

/// `kith pool`: many authorities' returns in one place, and nobody's identifiers.
struct PoolCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pool",
    abstract: "Pool the returns of many authorities without a central copy of identifiers.",
    discussion: """
      Each authority previews and prepares a package: its returns pseudonymised by a key of its own, and matching tokens \
      made of pupil numbers by a linkage key that the authorities share and the pool never has. The pool receives packages, \
      matches the tokens, destroys them, and keeps a lake in which a child known to two authorities is one person \
      (docs/pool.md).

      EXAMPLES
        kith pool preview --store children.duckdb --la 301 --key own.key --linkage-key region.key \
      --register register.json --entry region --as-of 2026-11-30
        kith pool prepare … --previewed 1f0c9a2b6d3e --out to-send
        kith pool receive --pool pool --register register.json --entry region --as-of 2026-12-01 from-301 from-302
        kith pool match --pool pool --register register.json --entry region --as-of 2026-12-01
        kith measures --lake pool/lake --year 2026
        kith pool retain --pool pool --as-of 2027-04-01 --destroy
      """,
    subcommands: [
      PoolPreviewCommand.self, PoolPrepareCommand.self, PoolReceiveCommand.self, PoolMatchCommand.self,
      PoolRetainCommand.self, PoolStatusCommand.self, PoolLogCommand.self, PoolVerifyCommand.self,
    ])
}
