// The authority of an earlier permanence arrangement.
import KithPlaces
import KithReturns
import KithTables

let permanenceAuthorityRules: [Rule<LookedAfterReturn>] = [
  .previousPermanence(
    "633", [.permanenceAuthority],
    "The authority of the earlier arrangement is not a local authority's number or one of the other codes.",
    fix: "Write the authority's three digits, WAL, SCO, NIR, NUK or 999 in LA_PERM."
  ) { p in
    p.authority.isPresent && !p.hasKnownAuthority
  }
]

extension PreviousPermanence {
  /// Whether the text is a code for outside England or unknown, or the number of an authority, open or closed.
  ///
  /// The register knows every authority since 2009 and, as no number was given up between 1998 and then, every one
  /// that can have made an order for a child who is now looked after.
  fileprivate var hasKnownAuthority: Bool {
    let text = collection.texts[authority]
    return ["WAL", "SCO", "NIR", "NUK", "999"].contains(text)
      || text.count == 3 && AuthorityCode(parsing: text).flatMap { AuthorityRegister.england[$0] } != nil
  }
}
