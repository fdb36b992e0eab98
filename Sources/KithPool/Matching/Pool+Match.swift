import Foundation
import KithLake
public import KithRegister
import KithTables
import KithLinkage

extension HeldPackage {
  /// The tables of the package.
  func lake(in pool: Pool) -> Lake? { try? Lake(pool.folder(of: self) + "/" + PackageManifest.lakeName) }
}

extension Pool {
  /// The packages' tables, of the returns that are held.
  func parts() throws -> [(authority: String, lake: Lake, submissions: Set<Int>)] {
    try state.packages.map { package in
      let lake = try Lake(folder(of: package) + "/" + PackageManifest.lakeName)
      return (package.authority, lake, Set(package.returns.map(\.submission)))
    }
  }

  /// Finds the children whom several authorities know, writes the pool's lake with who is who, and destroys the tokens.
  ///
  /// Every authority's tokens are needed; those of an earlier round are gone, so each sends its package again.
  public func match(under permission: Permission, program: String) throws -> PoolRound {
    try refuse(permission)
    let tokens = try state.packages.map { package in
      guard let bytes = FileManager.default.contents(atPath: folder(of: package) + "/" + PackageManifest.tokensName)
      else { throw PoolError(.file, "The tokens of \(package.authority) cannot be read; receive its package again.") }
      return (authority: package.authority, file: TokenFile.read(bytes).file)
    }
    let parts = try parts()
    var match = PoolMatch(try PoolPersons(parts), tokens: tokens)
    let outcome = match.outcome(agreement: permission.hash)
    _ = try LakeUnion(of: parts.map { .init($0.lake, submissions: $0.submissions) }, persons: outcome.links)
      .write(to: path + "/" + Self.lakeName, program: program)
    let round = PoolRound(
      number: state.rounds.count + 1, asOf: permission.day.iso, persons: outcome.persons, evidence: match.evidence,
      refused: match.refused, barred: match.barred,
      authorities: state.packages.map { .init($0, match, linked: outcome.linked) })
    try report(match.conflicts, round.number)
    try publish(afterMatching(round, tokens.map { $0.file.rows.count + $0.file.bars.count }))
    try proveTokensGone()
    return round
  }

  private func refuse(_ permission: Permission) throws {
    guard state.agreement?.sha256 == permission.hash else {
      throw PoolError(
        .unfit, "The pool's packages were not made under \(permission.agreement.id); name their agreement.")
    }
    guard state.packages.count > 1 else {
      throw PoolError(
        .unfit, "The pool has packages of fewer than two authorities, so there is nobody to be found twice.")
    }
    let without = state.packages.filter(\.areTokensDestroyed).map(\.authority)
    guard without.isEmpty else {
      throw PoolError(
        .unfit,
        "The tokens of \(without.joined(separator: ", ")) were destroyed after an earlier round; each authority prepares and sends its package again for a new one."
      )
    }
  }

  private func afterMatching(_ round: PoolRound, _ tokens: [Int]) -> PoolState {
    var next = state
    next.rounds.append(round)
    next.note(
      "match",
      "round \(round.number): \(next.packages.count) packages, \(round.persons) persons of two authorities or more",
      asOf: round.asOf)
    for (place, count) in zip(next.packages.indices, tokens) {
      next.packages[place].areTokensDestroyed = true
      let package = next.packages[place]
      next.note(
        "destroy tokens", "\(count) tokens of \(package.authority), file \(package.tokensSha256)", asOf: round.asOf)
    }
    return next
  }

  private func proveTokensGone() throws {
    let left = state.packages.filter {
      FileManager.default.fileExists(atPath: folder(of: $0) + "/" + PackageManifest.tokensName)
    }
    guard left.isEmpty else {
      throw PoolError(.file, "Tokens could not be removed; see that this user may, and run kith pool status.")
    }
  }

  /// Writes, for each authority, the children whose links were refused, by the authority's own pseudonyms.
  private func report(_ conflicts: [PoolMatch.Conflict], _ round: Int) throws {
    for (authority, own) in Dictionary(grouping: Set(conflicts), by: \.authority) {
      let lines = own.map { "\($0.child),\($0.reason)" }.sorted()
      let text = (["pseudonym,what_stands_against"] + lines).joined(separator: "\n") + "\n"
      try write(Data(text.utf8), report: "round-\(round)-conflicts-\(authority).csv")
    }
  }
}

extension PoolRound.Authority {
  fileprivate init(_ package: HeldPackage, _ match: PoolMatch, linked: Set<PoolPersons.Key>) {
    let tokened = match.tokened.filter { $0.key.authority == package.authority }
    let found = tokened.filter { linked.contains($0.key) }
    let moved = tokened.filter(\.value)
    let movedFound = moved.count { linked.contains($0.key) }
    self.init(
      authority: package.authority, children: package.counts.children,
      linked: linked.count { $0.authority == package.authority }, single: tokened.count - found.count,
      withoutToken: package.counts.children - package.counts.withToken, movedLinked: movedFound,
      movedNotFound: moved.count - movedFound, movedUnresolvable: package.counts.movedUnresolvable)
  }
}
