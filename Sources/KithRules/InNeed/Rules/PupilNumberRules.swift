// Unique pupil numbers: how each is made up, and that it is one child's.
import KithReturns
import KithTables

let pupilNumberRules: [Rule<InNeedReturn>] = [
  .child(
    "1510", [.upn], "The first letter of the UPN is not the one that its digits ask for.",
    fix: "Copy UPN again from the school's records."
  ) { c in
    c.upn.isPresent && c.pupilNumber.hasOtherCheckLetter
  },
  .child(
    "1520", [.upn], "Another child of the return has the same UPN.",
    fix: "Correct UPN, or make the two records one."
  ) { c in
    c.collection.repeatedUPNs.contains(c.upn)
  },
  .child(
    "1530", [.upn], "Characters 2 to 4 of the UPN are not the number of an authority.",
    fix: "Copy UPN again from the school's records.", years: .until(2023)
  ) { c in
    c.upn.isPresent && c.pupilNumber.isOfNoAuthority(among: PupilNumber.authoritiesTo2023)
  },
  .child(
    "1530", [.upn], "Characters 2 to 4 of the UPN are not the number of an authority.",
    fix: "Copy UPN again from the school's records.", years: .since(2024)
  ) { c in
    c.upn.isPresent && c.pupilNumber.isOfNoAuthority(among: PupilNumber.authorities)
  },
  .child(
    "1540", [.upn], "Characters 5 to 12 of the UPN are not all digits.",
    fix: "Copy UPN again from the school's records."
  ) { c in
    c.upn.isPresent && !c.pupilNumber.hasSerialNumber
  },
  .child(
    "1550", [.upn], "The last character of the UPN is neither a digit nor a letter in use.",
    fix: "Copy UPN again from the school's records; it has no I, O or S."
  ) { c in
    c.upn.isPresent && c.pupilNumber.isWhole && !c.pupilNumber.endsAsNumbersDo
  },
  .child(
    "1560Q", [.formerUPN],
    "The former UPN is not a letter, eleven digits, and a digit or a letter.",
    fix: "Copy FormerUPN again from the school's records.", severity: .query
  ) { c in
    c.formerUPN.isPresent && !PupilNumber(c.collection.texts.bytes(of: c.formerUPN.id)).isPermanentOrTemporary
  },
]

extension ChildIdentifiers {
  /// The unique pupil number, as it stands.
  fileprivate var pupilNumber: PupilNumber { PupilNumber(collection.texts.bytes(of: upn.id)) }
}

extension PupilNumber {
  /// Whether the number is whole and its authority is none of these.
  fileprivate func isOfNoAuthority(among known: Set<Int>) -> Bool {
    isWhole && !(authority.map(known.contains) ?? false)
  }
}
